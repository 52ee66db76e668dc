using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>The orders and separators in which people write year, month and day.</summary>
internal static class DateShape
{
    /// <summary>Reads the date that starts at a token, and moves past it. The day is 0 if only a month is given.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, List<DateToken> tokens, ref int at, bool isMonthFirst, out int year, out int month,
        out int day)
    {
        (year, month, day) = (0, 0, 0);
        DateToken first = tokens[at];
        int next = at;
        bool isRead = first.Kind switch
        {
            // Not within a longer name or number.
            DateTokenKind.Number when at > 0 && IsAttached(tokens[at - 1], first) => false,
            DateTokenKind.Number when first.Length == 4 => YearFirst(text, tokens, ref next, out year, out month, out day),
            DateTokenKind.Number when first.Length <= 2 => DayFirst(text, tokens, ref next, isMonthFirst, out year, out month, out day),
            DateTokenKind.Word when first.Value > 0 => MonthFirst(text, tokens, ref next, out year, out month, out day),
            _ => false,
        };
        // Not a part of a longer number: 1.2.2024.5.
        bool isPart = isRead && first.Kind == DateTokenKind.Number && next + 1 < tokens.Count && tokens[next].Kind == DateTokenKind.Symbol
            && tokens[next].Value is '.' or '-' or '/'
            && tokens[next].Start == tokens[next - 1].End && tokens[next + 1].Kind == DateTokenKind.Number
                && tokens[next + 1].Start == tokens[next].End;
        if (!isRead || isPart || year is < WrittenDate.FirstYear or > WrittenDate.LastYear || month is < 1 or > 12
            || day > DateTime.DaysInMonth(year, month))
            return false;
        at = next;
        return true;
    }

    private static bool IsAttached(DateToken before, DateToken number) =>
        before.End == number.Start && (before.IsSymbol('-') || before.IsSymbol('.') || before.IsSymbol('/') || before.IsSymbol('+')
            || before.IsSymbol('$') || before.IsSymbol('#'));

    /// <summary>
    /// <c>2024-05-12</c>, <c>2024/5/12</c>, <c>2024. 5. 12.</c>, <c>2024年5月12日</c>, <c>2024년 5월 12일</c>, <c>2024. május 12.</c>
    /// </summary>
    private static bool YearFirst(ReadOnlySpan<char> text, List<DateToken> tokens, ref int at, out int year, out int month, out int day)
    {
        (year, month, day) = (tokens[at].Value, 0, 0);
        if (at + 2 >= tokens.Count)
            return false;
        DateToken sign = tokens[at + 1];
        if (sign.Kind == DateTokenKind.Word && text[sign.Start] is '年' or '년')
        {
            if (!tokens[at + 2].IsNumber(1, 2) || at + 3 >= tokens.Count || text[tokens[at + 3].Start] is not ('月' or '월'))
                return false;
            month = tokens[at + 2].Value;
            at += 4;
            if (at + 1 < tokens.Count && tokens[at].IsNumber(1, 2) && text[tokens[at + 1].Start] is '日' or '일')
            {
                day = tokens[at].Value;
                // The sign for the day may be joined to the following word: 12日午前.
                at += tokens[at + 1].Length == 1 ? 2 : 1;
            }
            return true;
        }
        int name = sign.Kind == DateTokenKind.Word ? at + 1 : sign.IsSymbol('.') ? at + 2 : 0;
        if (name > 0 && tokens[name].Kind == DateTokenKind.Word && tokens[name].Value > 0 && name + 1 < tokens.Count
            && tokens[name + 1].IsNumber(1, 2))
        {
            (month, day) = (tokens[name].Value, tokens[name + 1].Value);
            at = name + 2;
            return true;
        }
        if (at + 4 >= tokens.Count || !(sign.IsSymbol('-') || sign.IsSymbol('/') || sign.IsSymbol('.'))
            || !tokens[at + 3].IsSymbol((char)sign.Value))
            return false;
        if (!tokens[at + 2].IsNumber(1, 2) || !tokens[at + 4].IsNumber(1, 2))
            return false;
        (month, day) = (tokens[at + 2].Value, tokens[at + 4].Value);
        at += 5;
        return day > 0;
    }

    /// <summary>
    /// <c>12 May 2024</c>, <c>12. Mai 2024</c>, <c>1er mai 2024</c>, <c>12 de mayo de 2024</c>, <c>12.05.2024</c>, <c>5/12/24</c>.
    /// </summary>
    private static bool DayFirst(ReadOnlySpan<char> text, List<DateToken> tokens, ref int at, bool isMonthFirst, out int year,
        out int month, out int day)
    {
        (year, month, day) = (0, 0, tokens[at].Value);
        if (day is < 1 or > 31)
            return false;
        if (at + 4 < tokens.Count && tokens[at + 1].Kind == DateTokenKind.Symbol && tokens[at + 1].Value is '.' or '/' or '-'
            && tokens[at + 3].Value == tokens[at + 1].Value
            && tokens[at + 2].IsNumber(1, 2) && tokens[at + 3].Kind == DateTokenKind.Symbol && tokens[at + 4].Kind == DateTokenKind.Number)
        {
            DateToken last = tokens[at + 4];
            if (last.Length == 4)
                year = last.Value;
            else if (last.Length == 2 && !tokens[at + 1].IsSymbol('-') && tokens[at].Length == 2 && tokens[at + 2].Length == 2)
                year = 2000 + last.Value;
            else
                return false;
            month = tokens[at + 2].Value;
            if ((month > 12 && day <= 12) || (isMonthFirst && day <= 12 && tokens[at + 1].IsSymbol('/')))
                (day, month) = (month, day);
            at += 5;
            return true;
        }
        int name = SkipBetween(text, tokens, at + 1);
        if (name >= tokens.Count || tokens[name].Kind != DateTokenKind.Word || tokens[name].Value == 0)
            return false;
        month = tokens[name].Value;
        int number = SkipBetween(text, tokens, name + 1);
        if (number >= tokens.Count || !tokens[number].IsNumber(4, 4))
            return false;
        year = tokens[number].Value;
        at = number + 1;
        return true;
    }

    /// <summary><c>May 12th, 2024</c>, <c>May 12 2024</c>; <c>May 2024</c> is a month.</summary>
    private static bool MonthFirst(ReadOnlySpan<char> text, List<DateToken> tokens, ref int at, out int year, out int month, out int day)
    {
        (year, month, day) = (0, tokens[at].Value, 0);
        int next = SkipBetween(text, tokens, at + 1);
        if (next >= tokens.Count)
            return false;
        if (tokens[next].IsNumber(4, 4))
        {
            year = tokens[next].Value;
            at = next + 1;
            return true;
        }
        if (!tokens[next].IsNumber(1, 2))
            return false;
        int number = SkipBetween(text, tokens, next + 1);
        if (number >= tokens.Count || !tokens[number].IsNumber(4, 4))
            return false;
        (day, year) = (tokens[next].Value, tokens[number].Value);
        at = number + 1;
        return day > 0;
    }

    /// <summary>The first token after those that may be between the parts of a date: <c>st nd rd th er º . , - de of del</c>.</summary>
    private static int SkipBetween(ReadOnlySpan<char> text, List<DateToken> tokens, int at)
    {
        for (int i = 0; i < 3 && at < tokens.Count; i++, at++)
        {
            DateToken token = tokens[at];
            bool isBetween = token.Kind == DateTokenKind.Symbol
                ? token.Value is '.' or ',' or '-' or '–' or '،' or '\'' or '’' or '/'
                : token.Kind == DateTokenKind.Word && token.Value == 0 && IsFiller(text[token.Start..token.End]);
            if (!isBetween)
                break;
        }
        return at;
    }

    private static bool IsFiller(ReadOnlySpan<char> word) => word.Length <= 3 && word switch
    {
        "st" or "nd" or "rd" or "th" or "er" or "ème" or "º" or "ª" or "de" or "del" or "do" or "di" or "of" or "d" or "den" => true,
        _ => false,
    };
}
