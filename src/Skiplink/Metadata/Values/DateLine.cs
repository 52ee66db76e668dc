using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>
/// Counts what a line says beside its dates: <c>Updated 6:40 PM EST, Fri March 7, 2025</c> says nothing else, since time, zone, weekday and
/// the
/// word for the update belong to the date.
/// </summary>
internal static class DateLine
{
    /// <summary>Longer lines are paragraphs.</summary>
    private const int MaxCharacters = 300;

    /// <summary>
    /// How many words of a line belong to none of its dates; the number of its words when the line has no date or is long.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="dates">The dates in it.</param>
    public static int OtherWords(ReadOnlySpan<char> line, List<WrittenDate> dates)
    {
        List<DateToken> tokens = [];
        DateToken.Read(line, tokens);
        bool[] isDate = new bool[tokens.Count];
        if (line.Length <= MaxCharacters)
            Mark(line, tokens, dates, isDate);
        int others = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (isDate[i] || tokens[i].Kind == DateTokenKind.Symbol)
                continue;
            // The word that says what the date is of stands beside it.
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
        // Words belong to a date that they touch, signs apart.
        for (int i = 1; i < tokens.Count; i++)
            isDate[i] |= isDate[i - 1] && Belongs(line, tokens[i]);
        for (int i = tokens.Count - 2; i >= 0; i--)
            isDate[i] |= isDate[i + 1] && Belongs(line, tokens[i]);
    }

    private static bool Belongs(ReadOnlySpan<char> line, DateToken token) =>
        token.Kind == DateTokenKind.Symbol || (token.Kind == DateTokenKind.Word && ClockWords.BelongsToDate(line[token.Start..token.End]));
}
