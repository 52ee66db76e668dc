using System.Globalization;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;
using Skiplink.Vocabulary;

namespace Skiplink.Stories.Datelines;

/// <summary>Finds the dateline in the first lines of a story and resolves its day against the day of publication.</summary>
internal sealed class DatelineReader(StoryText text, DateOnly? published)
{
    /// <summary>A dateline stands in one of the first lines, behind a caption or a byline.</summary>
    private const int MaxLines = 6;

    private readonly DatelineParser _parser = new(new LexiconPlaces(text.Language));

    /// <summary>The token behind the dateline that was read.</summary>
    public int End { get; private set; }

    /// <summary>The agencies of the dateline that was read, without their desks.</summary>
    public IReadOnlyList<string> Agencies => _parser.Agencies;

    /// <summary>The dateline's day.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The first dateline of the first lines; null when there is none.</summary>
    public Dateline? Read(Func<int, bool> isSkipped)
    {
        for (int i = 0, line = 0; i < text.Count && line < MaxLines; line++)
        {
            int end = i;
            while (end < text.Count && text[end].Kind != TokenKind.LineEnd)
                end++;
            if (end > i && !isSkipped(i) && ReadLine(i, end) is { } dateline)
                return dateline;
            i = end + 1;
        }
        return null;
    }

    private Dateline? ReadLine(int first, int end)
    {
        string line = text.Slice(first, end);
        if (!_parser.TryRead(line) || (_parser.Parts.Count == 0 && !_parser.HasDate))
            return null;
        int start = text[first].Start, behind = first;
        while (behind < end && text[behind].Start < start + _parser.End)
            behind++;
        if (behind == end)
            return null;
        (End, Day) = (behind, ResolveDay());
        bool hasAgency = _parser.Agencies.Count > 0, isPlace = _parser.IsPlaceKnown || _parser.IsCapitals;
        return new()
        {
            Place = line[_parser.Place],
            PlaceParts = [.. _parser.Parts.Select(p => InOrdinaryLetters(line[p]))],
            Date = Day is { } known ? Timex.Iso(known) : null,
            Agencies = [.. _parser.Agencies, .. _parser.Desks],
            Span = text.Span(first, behind),
            Rule = "dateline" + (hasAgency ? "-agency" : "") + (_parser.HasDate ? "-date" : "") + (_parser.IsPlaceKnown ? "-city" : ""),
            Confidence = hasAgency && _parser.IsAgencyKnown ? (isPlace ? 0.99 : 0.95)
                : _parser.HasDate || (_parser.IsCapitals && _parser.IsPlaceKnown) ? 0.95 : 0.8,
        };
    }

    private DateOnly? ResolveDay()
    {
        if (!_parser.HasDate)
            return null;
        TimeSlots slots = TimeSlots.Empty;
        slots.AddMonth(_parser.Month);
        slots.AddDay(_parser.Day);
        if (_parser.Year > 0)
            slots.AddYear(_parser.Year);
        return TimeResolver.Resolve(new("date", ""), slots, new(published), Tense.Unknown) is { Value.IsDay: true } time
            ? time.Value.Start
            : null;
    }

    /// <summary>VLADIVOSTOK as Vladivostok; what has small letters stays as it is, and so do abbreviations.</summary>
    private static string InOrdinaryLetters(string place) =>
        place.Length > 3 && !place.Any(char.IsLower) && !place.Contains('.', StringComparison.Ordinal)
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant())
            : place;
}
