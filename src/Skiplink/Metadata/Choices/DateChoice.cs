using System.Globalization;
using Skiplink.Html;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;
using Skiplink.Text;

namespace Skiplink.Metadata.Choices;

/// <summary>Chooses the dates of publication and of the last change, as exact as the page gives them.</summary>
/// <param name="scan">The candidates of the page.</param>
/// <param name="lines">The lines near title and text.</param>
/// <param name="dates">The reader of dates.</param>
/// <param name="texts">The memory for texts.</param>
internal sealed class DateChoice(PageScan scan, NearbyLines lines, DateReader dates, TextArena texts)
{
    /// <summary>The maximum difference between local time and UTC, in hours.</summary>
    private const int MaxOffset = 14;

    /// <summary>Dates of a higher rank are in teasers, in links, far from the title.</summary>
    private const int MaxRank = 8;

    /// <summary>The maximum length of a date.</summary>
    private const int MaxBytes = 400;

    private readonly PageScan _scan = scan;
    private readonly List<Candidate> _published = [];
    private readonly List<Candidate> _modified = [];
    private readonly List<Candidate> _candidates = [];
    private readonly List<ShownDate> _under = [];
    private readonly List<ShownDate> _shown = [];
    private int _main;
    private bool _isMonthFirst;
    private bool _hasModified;
    private bool _hasUnder;
    private bool _hasShown;

    /// <summary>Starts a page.</summary>
    /// <param name="main">The object of the JSON-LD that is about the page.</param>
    /// <param name="isMonthFirst">Whether the page's language puts the month before the day.</param>
    public void Start(int main, bool isMonthFirst)
    {
        (_main, _isMonthFirst) = (main, isMonthFirst);
        (_hasModified, _hasUnder, _hasShown) = (false, false, false);
        _published.Clear();
        _modified.Clear();
        _under.Clear();
        _shown.Clear();
    }

    /// <summary>The dates between title and text, the likeliest first.</summary>
    private List<ShownDate> BelowTitle
    {
        get
        {
            if (!_hasUnder)
            {
                DateLines.Read(lines.Under, _isMonthFirst, _scan.HasTimes, dates, texts, _under);
                DateLines.Sort(_under);
                _hasUnder = true;
            }
            return _under;
        }
    }

    /// <summary>The dates near title and text, the likeliest first.</summary>
    private List<ShownDate> Shown
    {
        get
        {
            if (!_hasShown)
            {
                foreach (List<Line> group in (ReadOnlySpan<List<Line>>)[lines.Over, lines.Under, lines.Ending])
                    DateLines.Read(group, _isMonthFirst, _scan.HasTimes, dates, texts, _shown);
                DateLines.Sort(_shown);
                _hasShown = true;
            }
            return _shown;
        }
    }

    /// <summary>The date of publication, or null.</summary>
    /// <param name="address">The page's URL or its path, or empty.</param>
    public Candidate? Published(ReadOnlyMemory<char> address)
    {
        AddData(_published, JsonName.DatePublished, MetaNames.Published, ["datepublished", "issued", "datecreated", "created", "date"]);
        AddMarked(_published, TimeMark.Kind.Published);
        if (_published.Count > 0)
            return Exact(ShownInsteadOf(_published[0]) ?? _published[0], _published);
        Candidate? published = null, seen = null, changed = null;
        foreach (ShownDate date in Shown)
        {
            if (date.Meaning == DateMeaning.Published)
                published ??= date.Found;
            if (date.Meaning != DateMeaning.Updated)
                seen ??= date.Found;
            // A page with one date, marked as its last change, was published in this form on that day.
            else if (IsDateLine(date))
                changed ??= date.Found;
        }
        Candidate? inAddress = AddressDate.Find(address, texts);
        return published ?? (IsDay(seen) ? seen : null) ?? Unmarked() ?? (IsDay(inAddress) ? inAddress
            : null) ?? changed ?? inAddress ?? seen;
    }

    private static bool IsDay(Candidate? date) => date is { Value.Length: >= 10 };

    /// <summary>The date of the last change, or null.</summary>
    public Candidate? Modified()
    {
        if (ModifiedData.Count > 0)
            return Exact(ModifiedData[0], ModifiedData);
        foreach (ShownDate date in Shown)
        {
            if (date.Meaning == DateMeaning.Updated)
                return date.Found;
        }
        return null;
    }

    private List<Candidate> ModifiedData
    {
        get
        {
            if (!_hasModified)
            {
                AddData(_modified, JsonName.DateModified, MetaNames.Modified, ["datemodified", "modified"]);
                AddMarked(_modified, TimeMark.Kind.Modified);
                _hasModified = true;
            }
            return _modified;
        }
    }

    /// <summary>Whether a date is in a line of its own near the title.</summary>
    private static bool IsDateLine(ShownDate date) =>
        date.IsAlone && date.Place is LinePlace.BelowTitle or LinePlace.AboveTitle && date.Rank < MaxRank;

    private void AddData(List<Candidate> data, JsonName property, MetaName[] names, ReadOnlySpan<string> marked)
    {
        _candidates.Clear();
        AddJson(_main, property);
        for (int i = 0; i < _scan.Json.Count; i++)
        {
            if (_scan.Json.IsPage(i))
                AddJson(_scan.Json[i], property);
        }
        foreach (MetaName name in names)
            _scan.Meta.AddAll(name, _candidates);
        if (_scan.Marked.First(marked) is { } first)
            _candidates.Add(first);
        foreach (Candidate candidate in _candidates)
        {
            if (dates.Parse(candidate.Value.Span, _isMonthFirst) is { IsEmpty: false } date)
                data.Add(candidate with { Value = date });
        }
    }

    private void AddJson(int item, JsonName property)
    {
        if (_scan.Json.TextOf(item, property) is { IsEmpty: false } text)
            _candidates.Add(new(text, MetadataSource.JsonLd));
    }

    /// <summary>
    /// Adds the <c>time</c> element that is marked with a meaning: <c>pubdate</c>, <c>class="entry-date published"</c>,
    /// <c>class="updated"</c>.
    /// </summary>
    private void AddMarked(List<Candidate> data, TimeMark.Kind kind)
    {
        if (data.Count > 0)
            return;
        foreach (HtmlNode time in _scan.Times)
        {
            if (TimeMark.Of(time) == kind && Parsed(time) is { } found)
            {
                data.Add(found);
                return;
            }
        }
    }

    /// <summary>The first <c>time</c> element without a meaning that is outside teasers.</summary>
    private Candidate? Unmarked()
    {
        foreach (HtmlNode time in _scan.Times)
        {
            if (TimeMark.Of(time) == TimeMark.Kind.None && !TimeMark.IsBeside(time) && Parsed(time) is { Value.Length: >= 10 } found)
                return found;
        }
        return null;
    }

    private Candidate? Parsed(HtmlNode time)
    {
        ReadOnlySpan<byte> datetime = time.Utf8Attribute(HtmlNames.Datetime);
        ReadOnlyMemory<char> value = datetime.IsEmpty
            ? ElementText.Of(time, texts)
            : texts.Decode(datetime[..Math.Min(MaxBytes, datetime.Length)]);
        return dates.Parse(value.Span, _isMonthFirst) is { IsEmpty: false } date ? new(date, MetadataSource.Time, value) : null;
    }

    /// <summary>
    /// The date that the page shows, if the one in the data is that of the last save: it is not before the date of the last change, and the
    /// page shows an earlier day. Otherwise null.
    /// </summary>
    private Candidate? ShownInsteadOf(Candidate data)
    {
        if (data.Value.Length < 10 || ModifiedData.Count == 0 || Compare(ModifiedData[0], data) > 0)
            return null;
        foreach (ShownDate shown in Shown)
        {
            if (shown.Meaning != DateMeaning.Updated && IsDateLine(shown))
                return IsDay(shown.Found) && Days(data) - Days(shown.Found) > 1 ? shown.Found : null;
        }
        return null;
    }

    private static int Compare(Candidate one, Candidate other) =>
        one.Value.Span[..Math.Min(10, one.Value.Length)].SequenceCompareTo(other.Value.Span[..10]);

    private static int Days(Candidate date) =>
        DateOnly.ParseExact(date.Value.Span[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    /// <summary>
    /// The same moment as exact as the page gives it anywhere, in the publisher's own time: another date of the data that has a time or an
    /// offset which this lacks, or the time that the page shows.
    /// </summary>
    private Candidate Exact(Candidate chosen, List<Candidate> data)
    {
        foreach (Candidate other in data)
        {
            if (Moment.IsSharper(other.Value.Span, chosen.Value.Span))
                chosen = other;
        }
        // A moment with its own offset is as exact as can be.
        if (Moment.IsWhole(chosen.Value.Span))
            return chosen;
        foreach (ShownDate shown in BelowTitle)
        {
            if (Moment.IsSharper(shown.Found.Value.Span, chosen.Value.Span))
                chosen = shown.Found;
            else if (Moment.Local(chosen.Value, shown.Found.Value, MaxOffset, texts) is { IsEmpty: false } local)
                return chosen with { Value = local };
        }
        return chosen;
    }
}
