using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;
using Skiplink.Text;
using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Choices;

/// <summary>Chooses the authors, those of the first source that names a person, and gathers the agencies of all sources.</summary>
/// <param name="scan">The candidates of the page.</param>
/// <param name="lines">The lines near title and text.</param>
/// <param name="site">The names of the site, which are never authors.</param>
/// <param name="texts">The memory for texts.</param>
internal sealed class AuthorChoice(PageScan scan, NearbyLines lines, SiteNames site, TextArena texts)
{
    private const int MaxCount = 20;
    private const int MaxMarked = 12;
    private const int MaxLinks = 3;

    private List<Candidate> _bylines = [];
    private List<Candidate> _named = [];
    private bool _isForum;
    private readonly List<string> _known = [];
    private readonly DatelineParser _dateline = new(new TownsInCapitals());
    private readonly PersonNames _names = new(site, texts);

    /// <summary>The authors of the page.</summary>
    public List<Candidate> People { get; } = [];

    /// <summary>The agencies that any source names.</summary>
    public List<Candidate> Agencies { get; } = [];

    /// <summary>The place that the dateline names, or null.</summary>
    public Candidate? Place { get; private set; }

    /// <summary>Chooses.</summary>
    /// <param name="main">The object of the JSON-LD that is about the page.</param>
    /// <param name="kind">What kind of page it is.</param>
    public void Choose(int main, PageKind kind)
    {
        _isForum = kind == PageKind.Forum;
        People.Clear();
        Agencies.Clear();
        ReadData(main);
        // Single words are accounts of whoever entered the page into the system; a byline that the page shows is better.
        int known = People.Count;
        if (People.TrueForAll(static p => p.Value.Length > 0 && char.IsAsciiLetter(p.Value.Span[0]) && !p.Value.Span.Contains(' '))
            && ReadText(known, withLinks: known == 0))
            People.RemoveRange(0, known);
        if (People.Count == 0)
        {
            for (int i = 0; i < Math.Min(MaxLinks, scan.AuthorLinks.Count); i++)
                _bylines.Add(new(scan.AuthorLinks[i], MetadataSource.Link));
            Read(0, isStrict: false);
        }
        if (People.Count > MaxCount)
            People.RemoveRange(MaxCount, People.Count - MaxCount);
        AddAgencies();
        Names.Distinct(Agencies);
    }

    private void ReadData(int main)
    {
        foreach (JsonName property in (ReadOnlySpan<JsonName>)[JsonName.Author, JsonName.Creator])
        {
            scan.Json.AddAuthors(main, property, _bylines);
            if (Read(0, isStrict: false))
                return;
        }
        foreach (MetaName name in MetaNames.Authors)
        {
            scan.Meta.AddAll(name, _bylines);
            if (Read(0, isStrict: false))
                return;
        }
        for (int i = 0; i < MetaNames.CardLabels.Length; i++)
        {
            if (scan.Meta.First(MetaNames.CardLabels.AsSpan(i, 1)) is { } label && CreditWords.IsBy(label.Value.Span))
                scan.Meta.AddAll(MetaNames.CardTexts[i], _bylines);
        }
        if (Read(0, isStrict: false))
            return;
        scan.Marked.AddAll(_bylines, MaxMarked, "author", "creator");
        Read(0, isStrict: false);
    }

    /// <summary>
    /// Adds the people of the bylines that the page shows: below the title, above it, after the text. Returns whether there are any.
    /// </summary>
    private bool ReadText(int known, bool withLinks)
    {
        for (int group = 0; group < 3; group++)
        {
            if (ReadLines(group switch { 0 => lines.Under, 1 => lines.Over, _ => lines.Ending }, known, withLinks))
                return true;
        }
        if (ReadLast(known))
            return true;
        foreach (Line line in lines.Ending)
        {
            if (Bylines.AtEnd(line) is not { } signature)
                continue;
            _bylines.Add(signature);
            if (Read(known, isStrict: true))
                return true;
        }
        return false;
    }

    private bool ReadLines(List<Line> group, int known, bool withLinks)
    {
        int since = 0;
        bool isAnnounced = false;
        foreach (Line line in group)
        {
            if (line.Place == LinePlace.Text || line.IsHeading)
                continue;
            // A line that cannot name anybody is not read. It has words, so it is not empty.
            bool mayName = Bylines.MayName(line);
            if ((mayName || isAnnounced) && line.Text.IsEmpty)
                continue;
            // "Written by" may be a line of its own, followed by the name.
            if (isAnnounced && line.Words <= 8)
                _bylines.Add(new(line.Text, MetadataSource.Text));
            else
                Bylines.Read(line, withLinks, _isForum, _bylines, _named, texts);
            isAnnounced = mayName && CreditWords.IsBy(line.Text.Span);
            int before = People.Count;
            bool isNamed = Read(before, isStrict: true);
            (_bylines, _named) = (_named, _bylines);
            if (!(Read(before, isStrict: false) | isNamed) && before > known && ++since > 2)
                break;
        }
        Names.Distinct(People, known);
        return People.Count > known;
    }

    /// <summary>Adds the name that is the whole last line of the text.</summary>
    private bool ReadLast(int known)
    {
        if (lines.Ending.FindLast(static l => l.IsLast) is not { Words: 2 or 3 or 4, IsHeading: false } last)
            return false;
        _bylines.Add(new(last.Text, MetadataSource.Text));
        if (Read(known, isStrict: true) && People.Count == known + 1)
            return true;
        People.RemoveRange(known, People.Count - known);
        return false;
    }

    /// <summary>Turns the pending bylines into people after the first <c>known</c> ones; returns whether there are any.</summary>
    private bool Read(int known, bool isStrict)
    {
        foreach (Candidate byline in _bylines)
            _names.Read(byline, isStrict && byline.Source == MetadataSource.Text, People, Agencies);
        _bylines.Clear();
        Names.Distinct(People, known);
        return People.Count > known;
    }

    /// <summary>Adds the agencies of the dateline and of credits after the text.</summary>
    private void AddAgencies()
    {
        ReadOnlyMemory<char> lead = lines.Lead?.Text ?? default;
        Place = null;
        if (_dateline.TryRead(lead.Span))
        {
            ReadOnlyMemory<char> raw = lead[.._dateline.EndBeforeMark];
            if (_dateline.Parts.Count > 0)
                Place = new(lead[_dateline.Place], MetadataSource.Text, raw);
            foreach (string agency in _dateline.Agencies)
                Agencies.Add(new(agency.AsMemory(), MetadataSource.Text, raw));
        }
        AddAgencies(lines.Under);
        AddAgencies(lines.Ending);
    }

    private void AddAgencies(List<Line> group)
    {
        foreach (Line line in group)
        {
            if (line.Place == LinePlace.Text)
            {
                // 128 means any character that is not ASCII.
                if (line.Shape.Last is (byte)')' or 128 && line.Text.Span is [.., ')'] text && text.LastIndexOf('(') is > 0 and int open)
                    AddAgencies(line.Text[open..], line.Text[(open + 1)..^1]);
            }
            else if (line.Place is LinePlace.AfterText or LinePlace.BelowTitle && line.Words <= 8 && !line.IsHeading
                && MayBeginCredit(line))
            {
                AddAgencies(line.Text, line.Text);
            }
        }
    }

    /// <summary>Whether a line may name agencies, decided without its text.</summary>
    private static bool MayBeginCredit(Line line) =>
        AgencyNames.MayBegin(line.Shape.First) && (line.Shape.Wide > 0 || !line.IsOnePiece
            || CreditWords.MayBeginCredit(line.WordHashes[0]));

    private void AddAgencies(ReadOnlyMemory<char> raw, ReadOnlyMemory<char> credit)
    {
        _known.Clear();
        AgencyNames.AddAll(credit.Span, _known);
        foreach (string agency in _known)
            Agencies.Add(new(agency.AsMemory(), MetadataSource.Text, raw));
    }
}
