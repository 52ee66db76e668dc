using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>
/// Counts the words of a line that belong to none of its dates. <c>Updated 6:40 PM EST, Fri March 7, 2025</c> has none, since time, zone,
/// weekday and the word for the update belong to the date.
/// </summary>
internal static class DateLine
{
    /// <summary>The maximum length of a date line.</summary>
    private const int MaxLength = 300;

    /// <summary>The number of words that belong to none of the dates; of all words if the line has no date or is too long.</summary>
    /// <param name="line">The line.</param>
    /// <param name="dates">The dates in it.</param>
    public static int OtherWords(ReadOnlySpan<char> line, List<WrittenDate> dates)
    {
        List<DateToken> tokens = [];
        DateToken.Read(line, tokens);
        bool[] isDate = new bool[tokens.Count];
        if (line.Length <= MaxLength)
            Mark(line, tokens, dates, isDate);
        int others = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (isDate[i] || tokens[i].Kind == DateTokenKind.Symbol)
                continue;
            // The word for the meaning of the date is beside it.
            if (dates.Count > 0 && DateWords.LengthAt(line, tokens[i].Start) is > 0 and int length)
            {
                int end = tokens[i].Start + length;
                while (i + 1 < tokens.Count && tokens[i + 1].Start < end)
                    i++;
                continue;
            }
            others++;
        }
        return others;
    }

    private static void Mark(ReadOnlySpan<char> line, List<DateToken> tokens, List<WrittenDate> dates, bool[] isDate)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            foreach (WrittenDate date in dates)
                isDate[i] |= tokens[i].Start >= date.Start && tokens[i].End <= date.End;
        }
        for (int i = 0; i < tokens.Count; i++)
        {
            int end = i;
            if (isDate[i] || !ClockTime.TryRead(line, tokens, ref end, ClockTime.Sign.Any, out _))
                continue;
            isDate.AsSpan(i, end - i).Fill(true);
            i = end - 1;
        }
        // Words that touch a date, apart from signs, belong to it.
        for (int i = 1; i < tokens.Count; i++)
            isDate[i] |= isDate[i - 1] && Belongs(line, tokens[i]);
        for (int i = tokens.Count - 2; i >= 0; i--)
            isDate[i] |= isDate[i + 1] && Belongs(line, tokens[i]);
    }

    private static bool Belongs(ReadOnlySpan<char> line, DateToken token) =>
        token.Kind == DateTokenKind.Symbol || (token.Kind == DateTokenKind.Word && ClockWords.BelongsToDate(line[token.Start..token.End]));
}
