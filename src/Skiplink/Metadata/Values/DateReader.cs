using Skiplink.Text;

using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>Finds dates in text.</summary>
internal sealed class DateReader(TextArena texts)
{
    private readonly List<DateToken> _tokens = [];
    private readonly List<WrittenDate> _dates = [];

    /// <summary>
    /// Adds the dates of a text in its order, in the languages of data/months.txt: <c>12 May 2024, 8:30 am</c>, <c>12. Mai 2024</c>, <c>12
    /// de mayo de 2024</c>, <c>2024年5月12日</c>, <c>12.05.2024 | 14:07 Uhr</c>, <c>2024-05-12</c>.
    /// </summary>
    /// <param name="text">The text, of which only the beginning is read.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May, as in the United States.</param>
    /// <param name="dates">The list that dates are added to.</param>
    public void FindAll(ReadOnlySpan<char> text, bool isMonthFirst, List<WrittenDate> dates)
    {
        List<DateToken> tokens = _tokens;
        DateToken.Read(text, tokens);
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
            ClockTime? time = null;
            if (day > 0)
            {
                int clock = at;
                if (ClockTime.TryReadAfter(text, tokens, ref clock, out ClockTime late))
                    (time, end, at) = (late, tokens[clock - 1].End, clock);
                else if (before is not null && ClockTime.Leads(text, tokens, beforeEnd, i))
                    time = before;
            }
            before = null;
            dates.Add(new(time is { } known
                ? DateText.Of(year, month, day, known, texts)
                : DateText.Of(year, month, day, texts), start, end));
            i = at;
        }
    }

    /// <summary>The first date of a text, or empty.</summary>
    /// <inheritdoc cref="FindAll"/>
    public ReadOnlyMemory<char> First(ReadOnlySpan<char> text, bool isMonthFirst)
    {
        _dates.Clear();
        FindAll(text, isMonthFirst, _dates);
        return _dates.Count > 0 ? _dates[0].Value : default;
    }

    /// <summary>The first day of a text, the month before the day, or null.</summary>
    public WrittenDate? FirstDay(ReadOnlySpan<char> text)
    {
        _dates.Clear();
        FindAll(text, true, _dates);
        foreach (WrittenDate date in _dates)
        {
            if (date.HasDay)
                return date;
        }
        return null;
    }

    /// <summary>A machine-readable date in ISO 8601, or empty: see <see cref="IsoDate"/>.</summary>
    /// <param name="text">The date.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May.</param>
    public ReadOnlyMemory<char> Parse(ReadOnlySpan<char> text, bool isMonthFirst = false) => IsoDate.Parse(text, isMonthFirst, this, texts);
}
