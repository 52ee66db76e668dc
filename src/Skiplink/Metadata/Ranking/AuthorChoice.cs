using System.Text.Json;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Ranking;

/// <summary>Chooses the authors: those of the first source that names a person at all; and gathers the agencies that any of them names.</summary>
internal sealed class AuthorChoice
{
    private const int Most = 20;

    private readonly SiteChoice _site;
    private readonly List<Finding> _agencies = [];

    private AuthorChoice(SiteChoice site) => _site = site;

    /// <summary>Chooses.</summary>
    /// <param name="scan">What the page names.</param>
    /// <param name="main">The object of the JSON-LD that is about the page.</param>
    /// <param name="lines">The lines around title and text.</param>
    /// <param name="site">The site, which is no author of its own pages.</param>
    public static (IReadOnlyList<Finding> Authors, IReadOnlyList<Finding> Agencies) Of(PageScan scan, JsonElement main, NearbyLines lines, SiteChoice site)
    {
        AuthorChoice choice = new(site);
        List<Finding> people = choice.FromData(scan, main);
        // A word without a family name is the account of whoever typed the page in: a byline that the page shows is better.
        if (people.Count == 0 || people.TrueForAll(static p => !p.Value.Contains(' ', StringComparison.Ordinal) && p.Value.Length > 0 && char.IsAsciiLetter(p.Value[0])))
        {
            List<Finding> shown = choice.FromText(lines, people.Count == 0);
            people = shown.Count > 0 ? shown : people;
        }
        if (people.Count == 0)
            people = choice.People(scan.AuthorLinks.Take(3).Select(static a => new Finding(a, "link", a)), isStrict: false);
        return ([.. people.Take(Most)], [.. choice._agencies.Concat(AgenciesOf(lines)).DistinctBy(static a => a.Value)]);
    }

    private List<Finding> FromData(PageScan scan, JsonElement main)
    {
        List<Finding> people = [];
        foreach (string property in (ReadOnlySpan<string>)["author", "creator"])
        {
            people = People(scan.Json.AuthorsOf(main, property).Select(static name => new Finding(name, "json-ld", name)), isStrict: false);
            if (people.Count > 0)
                return people;
        }
        foreach (string key in MetaNames.Authors)
        {
            if (People(scan.Meta.All(key).Select(value => new Finding(value, MetaTags.SourceOf(key), value)), isStrict: false) is { Count: > 0 } named)
                return named;
        }
        return People(scan.Marked.All("author", "creator").Take(12), isStrict: false);
    }

    /// <summary>The people of the bylines that the page shows: under the title, over it, behind the text.</summary>
    private List<Finding> FromText(NearbyLines lines, bool withLinks)
    {
        for (int group = 0; group < 3; group++)
        {
            List<Finding> people = [];
            int since = 0;
            bool isAnnounced = false;
            foreach (Line line in group switch { 0 => lines.Under, 1 => lines.Over, _ => lines.Ending })
            {
                if (line.Place == LinePlace.Text || line.IsHeading)
                    continue;
                // "Written by" may be a line of its own, and the name the next.
                List<Finding> own = People(isAnnounced && line.Words <= 8 ? [new(line.Text, "text", line.Text)] : Bylines.Of(line, withLinks), isStrict: true);
                isAnnounced = CreditWords.IsBy(line.Text);
                if (own.Count == 0 && people.Count > 0 && ++since > 2)
                    break;
                people.AddRange(own);
            }
            if (people.Count > 0)
                return Distinct(people);
        }
        if (lines.Ending.LastOrDefault(static l => l.IsLast) is { Words: 2 or 3 or 4, IsHeading: false } last && People([new(last.Text, "text", last.Text)], isStrict: true) is { Count: 1 } lone)
            return lone;
        foreach (Line line in lines.Ending)
        {
            if (Bylines.AtEnd(line) is { } signature && People([signature], isStrict: true) is { Count: > 0 } signed)
                return signed;
        }
        return [];
    }

    private List<Finding> People(IEnumerable<Finding> bylines, bool isStrict)
    {
        List<Finding> people = [];
        foreach (Finding byline in bylines)
        {
            (List<Finding> named, List<Finding> agencies) = PersonNames.Read(byline, _site.IsOwn, isStrict && byline.From == "text");
            people.AddRange(named);
            _agencies.AddRange(agencies);
        }
        return Distinct(people);
    }

    /// <summary>Each name once, and none that is another's short form for addresses.</summary>
    private static List<Finding> Distinct(List<Finding> people)
    {
        bool hasNames = people.Exists(static p => p.Value.Contains(' ', StringComparison.Ordinal));
        return [.. people.DistinctBy(static p => TitleText.Words(p.Value)).Where(p => !hasNames || p.Value.Contains(' ', StringComparison.Ordinal) || !p.Value.Any(static c => c is '-' or '.' or '_'))];
    }

    /// <summary>The agencies of the dateline and of credits behind the text.</summary>
    private static IEnumerable<Finding> AgenciesOf(NearbyLines lines)
    {
        if (lines.Lead is { } lead && Dateline.Read(lead.Text) is { } dateline)
        {
            foreach (string agency in dateline.Agencies)
                yield return new(agency, "text", dateline.Raw);
        }
        foreach (Line line in lines.Under.Concat(lines.Ending))
        {
            if (line.Place == LinePlace.Text)
            {
                if (line.Text.EndsWith(')') && line.Text.LastIndexOf('(') is > 0 and int open)
                {
                    foreach (string agency in AgencyNames.Of(line.Text[(open + 1)..^1]))
                        yield return new(agency, "text", line.Text[open..]);
                }
            }
            else if (line.Place is LinePlace.BehindText or LinePlace.UnderTitle && line.Words <= 8 && !line.IsHeading)
            {
                foreach (string agency in AgencyNames.Of(line.Text))
                    yield return new(agency, "text", line.Text);
            }
        }
    }
}
