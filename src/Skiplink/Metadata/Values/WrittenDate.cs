using System.Globalization;

namespace Skiplink.Metadata.Values;

/// <summary>A date that people wrote.</summary>
/// <param name="Value">In ISO 8601, with the time of day and its offset where they stand beside it.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct WrittenDate(string Value, int Start, int End)
{
    /// <summary>Years before and after are page numbers, prices and slips of the pen.</summary>
    public const int FirstYear = 1980;
    public const int LastYear = 2100;

    /// <summary>Whether it names a day, and not only a month.</summary>
    public bool HasDay => Value.Length >= 10;

    /// <summary>
    /// The dates of a text in its order, in the languages of data/months.txt: <c>12 May 2024, 8:30 am</c>, <c>12. Mai 2024</c>, <c>12 de mayo de 2024</c>,
    /// <c>2024年5月12日</c>, <c>12.05.2024 | 14:07 Uhr</c>, <c>2024-05-12</c>.
    /// </summary>
    /// <param name="text">The text; only its beginning is looked at.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May, as in the United States.</param>
    public static List<WrittenDate> FindAll(ReadOnlySpan<char> text, bool isMonthFirst = false)
    {
        List<WrittenDate> dates = [];
        List<DateToken> tokens = DateToken.Read(text);
        ClockTime? before = null;
        int beforeEnd = 0;
        for (int i = 0; i < tokens.Count;)
        {
            int at = i;
            if (ClockTime.TryRead(text, tokens, ref at, ClockTime.Sign.Colon, out ClockTime early))
            {
                (before, beforeEnd, i) = (early, at, at);
                continue;
            }
            if (!DateShape.TryRead(text, tokens, ref at, isMonthFirst, out int year, out int month, out int day))
            {
                i++;
                continue;
            }
            int end = tokens[at - 1].End, start = tokens[i].Start;
            string value = day > 0 ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}") : string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");
            if (day > 0)
            {
                int clock = at;
                if (ClockTime.TryReadBehind(text, tokens, ref clock, out ClockTime time))
                    (value, end, at) = (value + time, tokens[clock - 1].End, clock);
                else if (before is { } earlier && ClockTime.Leads(text, tokens, beforeEnd, i))
                    value += earlier;
            }
            before = null;
            dates.Add(new(value, start, end));
            i = at;
        }
        return dates;
    }
}
