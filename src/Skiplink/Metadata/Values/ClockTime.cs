using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>A time of day beside a date, with its offset from UTC if one is given.</summary>
/// <param name="Hour">The hour.</param>
/// <param name="Minute">The minute.</param>
/// <param name="Second">The second; negative if none is given.</param>
/// <param name="Offset">The offset from UTC.</param>
internal readonly record struct ClockTime(int Hour, int Minute, int Second, UtcOffset Offset)
{
    /// <summary>The separator of hours and minutes.</summary>
    public enum Sign
    {
        /// <summary>A colon: <c>14:07</c>.</summary>
        Colon,

        /// <summary>Any separator of times, also <c>14h07</c>, <c>14.07 Uhr</c>.</summary>
        Any,
    }

    /// <summary>Reads a time that starts at a token, and moves past it.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, List<DateToken> tokens, ref int at, Sign sign, out ClockTime time)
    {
        time = default;
        if (at + 2 >= tokens.Count || !tokens[at].IsNumber(1, 2) || !tokens[at + 2].IsNumber(2, 2))
            return false;
        int hour = tokens[at].Value, minute = tokens[at + 2].Value, next = at + 3;
        DateToken between = tokens[at + 1];
        bool isColon = between.IsSymbol(':') || between.IsSymbol('：'), isDot = between.IsSymbol('.');
        bool isHour = between.Kind == DateTokenKind.Word && ClockWords.IsHour(text[between.Start..between.End]);
        if (!(isColon || (sign == Sign.Any && (isDot || isHour))) || hour > 23 || minute > 59 || between.Start != tokens[at].End)
            return false;
        // 12.05 is more often a day than a time, so it needs a word for hour.
        bool isBehind = at > 0 && ClockWords.IsBeforePointed(Word(text, tokens[at - 1]));
        if (isDot && !isBehind && !(next < tokens.Count && ClockWords.IsBehindPointed(Word(text, tokens[next]))))
            return false;
        int second = -1;
        if (isColon && next + 1 < tokens.Count && tokens[next].IsSymbol(':') && tokens[next + 1].IsNumber(2, 2)
            && tokens[next + 1].Value < 60)
        {
            second = tokens[next + 1].Value;
            next += 2;
        }
        hour = Full(text, tokens, at, ref next, hour);
        time = new(hour, minute, second, UtcOffset.Read(text, tokens, ref next));
        at = next;
        return true;
    }

    /// <summary>Like <see cref="TryRead"/>, but skips up to four signs or short words: <c>| at um à klo</c>.</summary>
    public static bool TryReadAfter(ReadOnlySpan<char> text, List<DateToken> tokens, ref int at, out ClockTime time)
    {
        for (int i = 0; i < 5 && at + i < tokens.Count; i++)
        {
            int next = at + i;
            if (TryRead(text, tokens, ref next, Sign.Any, out time))
            {
                at = next;
                return true;
            }
            DateToken token = tokens[at + i];
            if (token.Kind == DateTokenKind.Number || token.Length > 5)
                break;
        }
        time = default;
        return false;
    }

    /// <summary>
    /// Whether a time that ends before one token belongs to the date that starts at another: only signs and short words are between.
    /// </summary>
    public static bool Leads(ReadOnlySpan<char> text, List<DateToken> tokens, int from, int to)
    {
        if (to - from > 4)
            return false;
        for (int i = from; i < to; i++)
        {
            if (tokens[i].Kind == DateTokenKind.Number || tokens[i].Length > 9)
                return false;
        }
        return true;
    }

    // The half of the day follows the time (8:30 p.m.) or precedes it (午後8:30, 오후 8:30).
    private static int Full(ReadOnlySpan<char> text, List<DateToken> tokens, int at, ref int next, int hour)
    {
        ReadOnlySpan<char> before = at > 0 ? Word(text, tokens[at - 1]) : default;
        bool isMorning = ClockWords.IsMorningLead(before), isAfternoon = ClockWords.IsAfternoonLead(before);
        if (next < tokens.Count && !isMorning && !isAfternoon)
        {
            ReadOnlySpan<char> behind = Word(text, tokens[next]);
            (isMorning, isAfternoon) = (ClockWords.IsMorning(behind), ClockWords.IsAfternoon(behind));
            if (isMorning || isAfternoon)
                next++;
            else if (next + 2 < tokens.Count && behind is "a" or "p" or "A" or "P" && tokens[next + 1].IsSymbol('.')
                && Word(text, tokens[next + 2]) is "m" or "M")
            {
                (isMorning, isAfternoon) = (behind is "a" or "A", behind is "p" or "P");
                next += next + 3 < tokens.Count && tokens[next + 3].IsSymbol('.') ? 4 : 3;
            }
        }
        return hour is >= 1 and <= 12 && (isMorning || isAfternoon) ? (hour % 12) + (isAfternoon ? 12 : 0) : hour;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, DateToken token) =>
        token.Kind == DateTokenKind.Word ? text[token.Start..token.End] : default;
}
