using System.Globalization;
using System.Text;
using System.Text.Json;
using Skiplink.Html;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Ranking;

/// <summary>Chooses the dates of publication and of the last change, and makes them as exact as the page is.</summary>
internal sealed class DateChoice
{
    /// <summary>The most that local time is ahead of or behind UTC, in hours.</summary>
    private const int MostOffset = 14;

    /// <summary>Dates of a higher rank stand in teasers, in links, far from the title.</summary>
    private const int MostRank = 8;

    private readonly PageScan _scan;
    private readonly JsonElement _main;
    private readonly NearbyLines _lines;
    private readonly bool _isMonthFirst;
    private List<ShownDate>? _under;
    private List<ShownDate>? _all;
    private List<Finding>? _modified;

    /// <param name="scan">What the page names.</param>
    /// <param name="main">The object of the JSON-LD that is about the page.</param>
    /// <param name="lines">The lines around title and text.</param>
    /// <param name="isMonthFirst">Whether the page's language puts the month before the day.</param>
    public DateChoice(PageScan scan, JsonElement main, NearbyLines lines, bool isMonthFirst)
    {
        _scan = scan;
        _main = main;
        _lines = lines;
        _isMonthFirst = isMonthFirst;
    }

    /// <summary>The dates that the page shows between title and text, and everywhere near, the likeliest first.</summary>
    private List<ShownDate> UnderTitle => _under ??= DateLines.Read(_lines.Under, _isMonthFirst);

    private List<ShownDate> Shown => _all ??= DateLines.Read(_lines.All, _isMonthFirst);

    /// <summary>The date of publication, or null.</summary>
    /// <param name="path">The page's address or its path, or null.</param>
    public Finding? Published(string? path)
    {
        List<Finding> data = [.. Data("datePublished", MetaNames.Published, ["datepublished", "issued", "datecreated", "created", "date"])];
        AddMarked(data, isPublished: true);
        if (data.Count > 0)
            return Exact(StampFor(data[0]) ?? data[0], data);
        Finding? said = First(Shown, static d => d.Meaning == DateMeaning.Published);
        Finding? seen = First(Shown, static d => d.Meaning != DateMeaning.Updated);
        Finding? inAddress = path is null ? null : AddressDate.Find(path);
        // A page that bears one date, and calls it that of its last change, was published in this form on that day.
        Finding? changed = First(Shown, static d => d.Meaning == DateMeaning.Updated && IsDateLine(d));
        return said ?? (seen?.Value.Length >= 10 ? seen : null) ?? Loose() ?? (inAddress?.Value.Length >= 10 ? inAddress : null) ?? changed ?? inAddress ?? seen;
    }

    /// <summary>The date of the last change, or null.</summary>
    public Finding? Modified()
    {
        List<Finding> data = ModifiedData;
        return data.Count > 0 ? Exact(data[0], data) : First(Shown, static d => d.Meaning == DateMeaning.Updated);
    }

    private List<Finding> ModifiedData
    {
        get
        {
            if (_modified is null)
            {
                _modified = [.. Data("dateModified", MetaNames.Modified, ["datemodified", "modified"])];
                AddMarked(_modified, isPublished: false);
            }
            return _modified;
        }
    }

    private static Finding? First(List<ShownDate> dates, Predicate<ShownDate> isOne)
    {
        foreach (ShownDate date in dates)
        {
            if (isOne(date))
                return date.Found;
        }
        return null;
    }

    /// <summary>Whether a date stands alone in a line of its own near the title.</summary>
    private static bool IsDateLine(ShownDate date) => date.IsAlone && date.Place is LinePlace.UnderTitle or LinePlace.OverTitle && date.Rank < MostRank;

    private IEnumerable<Finding> Data(string property, string[] names, string[] marked)
    {
        List<Finding> candidates = [];
        if (_scan.Json.TextOf(_main, property) is { } json)
            candidates.Add(new(json, "json-ld", json));
        foreach (JsonElement item in _scan.Json.Pages)
        {
            if (_scan.Json.TextOf(item, property) is { } other)
                candidates.Add(new(other, "json-ld", other));
        }
        foreach (string name in names)
        {
            foreach (string value in _scan.Meta.All(name))
                candidates.Add(new(value, MetaTags.SourceOf(name), value));
        }
        candidates.AddRange(_scan.Marked.All(marked).Take(1));
        foreach (Finding candidate in candidates)
        {
            if (IsoDate.Parse(candidate.Value, _isMonthFirst) is { } date)
                yield return candidate with { Value = date };
        }
    }

    /// <summary>The <c>time</c> elements that are marked for it: <c>pubdate</c>, <c>class="entry-date published"</c>, <c>class="updated"</c>.</summary>
    private void AddMarked(List<Finding> data, bool isPublished)
    {
        if (data.Count > 0)
            return;
        foreach (HtmlNode time in _scan.Times)
        {
            if (TimeMark.Of(time) == (isPublished ? TimeMark.Kind.Published : TimeMark.Kind.Modified) && Parsed(time) is { } found)
            {
                data.Add(found);
                return;
            }
        }
    }

    /// <summary>The first <c>time</c> element of the page that nothing is said of and that stands outside of teasers.</summary>
    private Finding? Loose()
    {
        foreach (HtmlNode time in _scan.Times)
        {
            if (TimeMark.Of(time) == TimeMark.Kind.None && !TimeMark.IsBeside(time) && Parsed(time) is { Value.Length: >= 10 } found)
                return found;
        }
        return null;
    }

    private Finding? Parsed(HtmlNode time)
    {
        string value = Encoding.UTF8.GetString(time.Utf8Attribute(HtmlNames.Datetime));
        value = value.Length > 0 ? value : ElementText.Of(time);
        return IsoDate.Parse(value, _isMonthFirst) is { } date ? new(date, "time", value) : null;
    }

    /// <summary>
    /// The date that the page shows, where that in the data is of the last save and not of publication: it is no earlier than the date of the last change, and the page
    /// shows an earlier day. Null otherwise.
    /// </summary>
    private Finding? StampFor(Finding data)
    {
        if (data.Value.Length < 10 || ModifiedData.Count == 0 || string.CompareOrdinal(ModifiedData[0].Value, 0, data.Value, 0, 10) > 0)
            return null;
        Finding? shown = First(Shown, static d => d.Meaning != DateMeaning.Updated && IsDateLine(d));
        return shown is { Value.Length: >= 10 } && Days(data.Value) - Days(shown.Value) > 1 ? shown : null;
    }

    private static int Days(string date) => DateOnly.ParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    /// <summary>
    /// The same moment as exactly as the page names it anywhere, in the publisher's own time: another of the data with a time where this has none, with an offset where
    /// this is in UTC; or the time that the page shows.
    /// </summary>
    private Finding Exact(Finding chosen, List<Finding> data)
    {
        foreach (Finding other in data)
        {
            if (Moment.IsSharper(other.Value, chosen.Value))
                chosen = other;
        }
        // A moment with its own offset can be told no better.
        if (Moment.IsWhole(chosen.Value))
            return chosen;
        foreach (ShownDate shown in UnderTitle)
        {
            if (Moment.IsSharper(shown.Found.Value, chosen.Value))
                chosen = shown.Found;
            else if (Moment.Local(chosen.Value, shown.Found.Value, MostOffset) is { } local)
                return chosen with { Value = local };
        }
        return chosen;
    }
}
