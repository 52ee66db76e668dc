using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Ranking;

/// <summary>
/// Chooses the title: the heading that a reader sees, where the page's head knows it; without the kicker before it and without the site's name. Where two of the page's
/// data agree with each other and not with the heading, they are the title of the newsroom and the heading is not.
/// </summary>
internal static class TitleChoice
{
    /// <summary>So much of a heading's words must stand in what the head of the page says of its title.</summary>
    private const double LeastShared = 0.5;

    /// <summary>A heading of the text is the title only when it is no longer than this.</summary>
    private const int MostCharacters = 300;

    /// <summary>The title, or null.</summary>
    /// <param name="scan">What the page names.</param>
    /// <param name="data">The headline of the JSON-LD or of microdata, or null.</param>
    /// <param name="site">The site, whose name is left out.</param>
    /// <param name="isNews">Whether the page's data call it a news article.</param>
    public static Finding? Of(PageScan scan, Finding? data, SiteChoice site, bool isNews)
    {
        Finding? graph = Without(scan.Meta.First(MetaNames.Title), site);
        Finding? element = Without(scan.TitleElement is { } title ? new(title, "html", title) : null, site);
        data = Without(data, site);
        Finding? heading = Heading(scan.Headings, site, [graph, element, data]);
        if (heading is null)
            return data is not null && graph is not null && !Same(data, graph) && Same(data, element) ? data : graph ?? data ?? element ?? Only(scan.Headings, site);
        // A kicker or a date stands before the title in the heading.
        if (graph is not null && EndsWith(heading, graph))
            return graph;
        if (isNews && data is not null && graph is not null && Same(data, graph) && !Same(data, heading))
            return graph;
        return heading;
    }

    private static Finding? Without(Finding? found, SiteChoice site)
    {
        if (found is null)
            return null;
        string value = site.Without(Tidy.WithoutTags(found.Value));
        return value.Length == 0 ? null : found with { Value = value };
    }

    /// <summary>The heading that shares most of its words with what the head says of the title; none that is the site's name.</summary>
    private static Finding? Heading(IReadOnlyList<string> headings, SiteChoice site, ReadOnlySpan<Finding?> known)
    {
        // Mostly the heading is what the head of the page says, letter by letter.
        foreach (string heading in headings)
        {
            foreach (Finding? finding in known)
            {
                if (finding is not null && finding.Value == heading && !site.IsOwn(heading))
                    return new(heading, "heading", heading);
            }
        }
        HashSet<string> words = new(StringComparer.Ordinal);
        List<string> wholes = [];
        foreach (Finding? finding in known)
        {
            if (finding is null)
                continue;
            string text = TitleText.Words(finding.Value);
            wholes.Add(text);
            foreach (string word in text.Split(' '))
                words.Add(word);
        }
        string? best = null;
        double most = 0;
        foreach (string heading in headings)
        {
            string text = TitleText.Words(heading);
            if (text.Length == 0 || heading.Length > MostCharacters || site.IsOwn(heading))
                continue;
            string[] own = text.Split(' ');
            // Scripts without spaces have one word a title: a part of it counts as well.
            double shared = own.Count(words.Contains) / (double)own.Length;
            if (wholes.Exists(w => w == text))
                shared = 2;
            else if (wholes.Exists(w => w.StartsWith(text, StringComparison.Ordinal)))
                shared = 1.5;
            else if (text.Length >= 4 && wholes.Exists(w => w.Contains(text, StringComparison.Ordinal)))
                shared = Math.Max(shared, 1);
            if (shared >= LeastShared && shared > most)
                (most, best) = (shared, heading);
        }
        return best is null ? null : new(site.Without(best), "heading", best);
    }

    private static Finding? Only(IReadOnlyList<string> headings, SiteChoice site) =>
        headings.FirstOrDefault(h => h.Length <= MostCharacters && !site.IsOwn(h)) is { } heading ? new(heading, "heading", heading) : null;

    private static bool EndsWith(Finding heading, Finding title)
    {
        if (heading.Value == title.Value)
            return false;
        string whole = TitleText.Words(heading.Value), end = TitleText.Words(title.Value);
        return end.Length >= 8 && whole.Length > end.Length && whole.EndsWith(end, StringComparison.Ordinal) && !char.IsLetterOrDigit(whole[whole.Length - end.Length - 1]);
    }

    private static bool Same(Finding one, Finding? other) => other is not null && (one.Value == other.Value || TitleText.Words(one.Value) == TitleText.Words(other.Value));
}
