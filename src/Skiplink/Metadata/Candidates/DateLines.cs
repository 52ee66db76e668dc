using Skiplink.Html;
using Skiplink.Metadata.Values;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>A date in a line of the page.</summary>
/// <param name="Found">The date in ISO 8601, its source, and the line.</param>
/// <param name="Meaning">What it is the date of.</param>
/// <param name="Place">Where the line is.</param>
/// <param name="IsAlone">Whether the line has little but the date.</param>
/// <param name="Rank">How likely it is the date of the page; lower is likelier.</param>
internal readonly record struct ShownDate(Candidate Found, DateMeaning Meaning, LinePlace Place, bool IsAlone, int Rank);

/// <summary>Finds the dates in the lines around title and text.</summary>
internal static class DateLines
{
    /// <summary>A line with more words beside its dates is a sentence.</summary>
    private const int MaxOtherWords = 16;

    /// <summary>A date line has little beside the date: the author, the section, the reading time.</summary>
    private const int MaxDateLineWords = 8;

    /// <summary>Adds the dates of some lines, in their order.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May.</param>
    /// <param name="hasTimes">Whether the page has <c>time</c> or <c>abbr</c> elements.</param>
    /// <param name="reader">The reader of dates.</param>
    /// <param name="texts">The memory for texts.</param>
    /// <param name="dates">The list that dates are added to.</param>
    public static void Read(List<Line> lines, bool isMonthFirst, bool hasTimes, DateReader reader, TextArena texts, List<ShownDate> dates)
    {
        foreach (Line line in lines)
        {
            if (line.Place == LinePlace.Text && !IsDateOnly(line))
                continue;
            int before = dates.Count;
            AddWritten(dates, line);
            if (hasTimes && line.Time is { IsNone: false } time && Machine(time, texts) is { IsEmpty: false } value && !line.Text.IsEmpty
                && reader.Parse(value.Span, isMonthFirst) is { IsEmpty: false } iso)
                AddMachine(dates, before, line, iso, value);
        }
    }

    /// <summary>Whether a line as long as a paragraph states only when the page was published and changed.</summary>
    private static bool IsDateOnly(Line line) =>
        line.Words <= MaxOtherWords && line.Dates.Count > 0 && DateLine.OtherWords(line.Text.Span, line.Dates) == 0;

    /// <summary>Sorts by rank, stably.</summary>
    public static void Sort(List<ShownDate> dates)
    {
        for (int i = 1; i < dates.Count; i++)
        {
            ShownDate date = dates[i];
            int to = i;
            for (; to > 0 && dates[to - 1].Rank > date.Rank; to--)
                dates[to] = dates[to - 1];
            dates[to] = date;
        }
    }

    private static void AddWritten(List<ShownDate> dates, Line line)
    {
        List<WrittenDate> written = line.Dates;
        if (written.Count is 0 or > 4)
            return;
        int words = 0;
        foreach (WrittenDate date in written)
            words += 1 + line.Text.Span[date.Start..date.End].Count(' ');
        bool isSentence = line.Words - words > MaxOtherWords;
        int from = 0;
        foreach (WrittenDate date in written)
        {
            DateMeaning meaning = MeaningOf(line.Text.Span[from..date.Start], line);
            from = date.End;
            if (meaning == DateMeaning.Other || (isSentence && meaning == DateMeaning.Unspecified))
                continue;
            bool isAlone = line.Words - words <= MaxDateLineWords;
            int rank = RankOf(line, meaning) + (date.HasDay ? 0 : 40) + (isAlone || meaning != DateMeaning.Unspecified ? 0 : 8);
            dates.Add(new(new(date.Value, MetadataSource.Text, line.Text), meaning, line.Place, isAlone, rank));
        }
    }

    /// <summary>Adds the date in the attributes of a <c>time</c> element, which is more exact than its text.</summary>
    private static void AddMachine(List<ShownDate> dates, int before, Line line, ReadOnlyMemory<char> iso, ReadOnlyMemory<char> value)
    {
        for (int i = before; i < dates.Count; i++)
        {
            ReadOnlyMemory<char> written = dates[i].Found.Value;
            if (Day(written).SequenceEqual(Day(iso)))
            {
                // A marked time is no part of a sentence, whatever is beside it.
                int rank = Math.Min(dates[i].Rank, RankOf(line, dates[i].Meaning)) - 1;
                dates[i] =
                    dates[i] with { Found = new(written.Length > iso.Length ? written : iso, MetadataSource.Time, value), Rank = rank };
                return;
            }
        }
        DateMeaning meaning = MeaningOf(line.Text.Span, line);
        if (meaning != DateMeaning.Other)
            dates.Add(
                new(new(iso, MetadataSource.Time, value), meaning, line.Place, line.Words <= MaxDateLineWords + 4,
                    RankOf(line, meaning) - 1));
    }

    private static ReadOnlySpan<char> Day(ReadOnlyMemory<char> date) => date.Span[..Math.Min(10, date.Length)];

    private static ReadOnlyMemory<char> Machine(HtmlNode time, TextArena texts)
    {
        ReadOnlySpan<byte> value = time.TryGetAttribute(HtmlNames.Datetime, out ReadOnlySpan<byte> datetime)
            ? datetime
            : time.Utf8Attribute(HtmlNames.Title);
        return value.Length is > 3 and < 80 ? texts.Decode(value) : default;
    }

    private static DateMeaning MeaningOf(ReadOnlySpan<char> before, Line line)
    {
        if (DateWords.Last(before) is not DateMeaning.Unspecified and var meaning)
            return meaning;
        // Class names say as much as words.
        bool isUpdated = line.IsMarked(MarkupMark.Updated), isPublished = line.IsMarked(MarkupMark.Published);
        return isPublished ? DateMeaning.Published : isUpdated ? DateMeaning.Updated : DateMeaning.Unspecified;
    }

    private static int RankOf(Line line, DateMeaning meaning)
    {
        int rank = line.Place switch { LinePlace.BelowTitle => 0, LinePlace.AboveTitle => 4, _ => 20 };
        rank += meaning == DateMeaning.Published ? 0 : 2;
        // Teasers have dates as well: they stand in links, or under headings.
        rank += line.LinkWords * 2 > line.Words ? 12 : 0;
        rank += line.IsMarked(MarkupMark.Beside) ? 16 : 0;
        return rank + (line.IsHeading ? 6 : line.IsMarked(MarkupMark.Date) ? 0 : 2);
    }
}
