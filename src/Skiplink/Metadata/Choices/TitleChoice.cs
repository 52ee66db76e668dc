using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Choices;

/// <summary>
/// Chooses the title: the heading that a reader sees, where the page's head knows it; without the kicker before it and without the site's name. Where two of the page's
/// data agree with each other and not with the heading, they are the title of the newsroom and the heading is not.
/// </summary>
internal static class TitleChoice
{
    /// <summary>A heading that is not the beginning of what the head says of the title is no shorter than this part of it.</summary>
    private const int LeastPart = 4;

    /// <summary>So much of a heading's words must stand in what the head of the page says of its title.</summary>
    private const double LeastShared = 0.5;

    /// <summary>The only heading of an article is its title whatever its head says when it has so many words.</summary>
    private const int LeastWords = 4;

    /// <summary>A heading of the text is the title only when it is no longer than this.</summary>
    private const int MostCharacters = 300;

    /// <summary>No more than this of what the head says of the title is compared with headings, in characters.</summary>
    private const int MostKnown = 1000;

    /// <summary>The title, or null.</summary>
    /// <param name="scan">What the page names.</param>
    /// <param name="data">The headline of the JSON-LD or of microdata, or null.</param>
    /// <param name="site">The names of the site, which are left out.</param>
    /// <param name="kind">What kind of page it is.</param>
    /// <param name="isNews">Whether the page's data call it a news article.</param>
    /// <param name="texts">Where texts are put.</param>
    public static Candidate? Of(PageScan scan, Candidate? data, SiteNames site, PageKind kind, bool isNews, TextArena texts)
    {
        Candidate? graph = Without(scan.Meta.First(MetaNames.Title), site, texts);
        Candidate? element = Without(Candidate.Of(scan.TitleElement, MetadataSource.Html), site, texts);
        data = Without(data, site, texts);
        if (Heading(scan.Headings, site, [graph, element, data], kind, texts) is not { } heading)
            return data is not null && graph is not null && !Same(data, graph, texts) && (Same(data, element, texts) || IsCut(data, graph)) ? data : graph ?? data ?? element ?? Only(scan.Headings, site);
        // A kicker or a date stands before the title in the heading.
        if (graph is { } title && EndsWith(heading.Value, title.Value, texts))
            return graph;
        return isNews && Same(data, graph, texts) && !Same(data, heading, texts) ? graph : heading;
    }

    private static Candidate? Without(Candidate? found, SiteNames site, TextArena texts)
    {
        if (found is not { } title)
            return null;
        ReadOnlyMemory<char> value = TitleText.Without(Tidy.WithoutTags(title.Value, texts), site);
        return value.IsEmpty ? null : title with { Value = value };
    }

    /// <summary>The heading that shares most of its words with what the head says of the title; none that is the site's name.</summary>
    private static Candidate? Heading(List<ReadOnlyMemory<char>> headings, SiteNames site, ReadOnlySpan<Candidate?> known, PageKind kind, TextArena texts)
    {
        // Mostly the heading is what the head of the page says, letter by letter.
        foreach (ReadOnlyMemory<char> heading in headings)
        {
            foreach (Candidate? finding in known)
            {
                if (finding is { } one && one.Value.Span.SequenceEqual(heading.Span) && !site.Contains(heading.Span))
                    return new(heading, MetadataSource.Heading);
            }
        }
        if (headings.Count == 0)
            return null;
        Span<Range> wholes = stackalloc Range[known.Length];
        ReadOnlySpan<char> words = WordsOf(known, wholes, texts);
        ReadOnlyMemory<char> best = default;
        double most = 0;
        foreach (ReadOnlyMemory<char> heading in headings)
        {
            ReadOnlySpan<char> text = TitleText.Words(heading, texts).Span;
            if (text.IsEmpty || heading.Length > MostCharacters || site.Contains(heading.Span))
                continue;
            double shared = Shared(text, words, wholes);
            if (shared >= LeastShared && shared > most)
                (most, best) = (shared, heading);
        }
        if (best.IsEmpty && headings.Count == 1 && kind is PageKind.Article or PageKind.Forum && IsTelling(headings[0].Span, site))
            best = headings[0];
        return best.IsEmpty ? null : new(TitleText.Without(best, site), MetadataSource.Heading, best);
    }

    /// <summary>
    /// Whether the only heading of an article is its title even when the head of the page words it differently: as long as a sentence, and not the site's name. (That of a
    /// firm's page is a slogan.)
    /// </summary>
    private static bool IsTelling(ReadOnlySpan<char> heading, SiteNames site) =>
        heading.Length <= MostCharacters && heading.Count(' ') + 1 >= LeastWords && !site.Contains(heading);

    /// <summary>The words of everything that the head says of the title, and where each begins and ends. What is not there has no place.</summary>
    private static ReadOnlySpan<char> WordsOf(ReadOnlySpan<Candidate?> known, Span<Range> wholes, TextArena texts)
    {
        Span<char> words = texts.Reserve((MostKnown + 1) * known.Length);
        int length = 0;
        for (int i = 0; i < known.Length; i++)
        {
            wholes[i] = ..0;
            if (known[i] is not { } finding)
                continue;
            ReadOnlySpan<char> value = finding.Value.Span;
            int own = TitleText.Words(value[..Math.Min(MostKnown, value.Length)], words[length..]);
            wholes[i] = length..(length + own);
            words[length + own] = ' ';
            length += own + 1;
        }
        return texts.Keep(length).Span;
    }

    /// <summary>How many of a heading's words are known, from 0 to 1; more when it is the whole, or the beginning of it.</summary>
    private static double Shared(ReadOnlySpan<char> heading, ReadOnlySpan<char> words, ReadOnlySpan<Range> wholes)
    {
        bool isPart = false, isBeginning = false;
        foreach (Range whole in wholes)
        {
            ReadOnlySpan<char> text = words[whole];
            if (text.SequenceEqual(heading))
                return 2;
            isBeginning |= text.StartsWith(heading);
            // Scripts without spaces have one word a title: a part of it counts as well.
            isPart |= heading.Length >= 4 && text.IndexOf(heading) >= 0;
        }
        if (isBeginning)
            return 1.5;
        // A word or two from the middle of the title are the name of a part of the site.
        if (heading.Length * LeastPart < Shortest(wholes))
            return 0;
        if (isPart)
            return 1;
        int count = 0, shared = 0;
        foreach (Range word in heading.Split(' '))
        {
            count++;
            shared += Contains(words, heading[word]) ? 1 : 0;
        }
        return shared / (double)count;
    }

    private static int Shortest(ReadOnlySpan<Range> wholes)
    {
        int shortest = int.MaxValue;
        foreach (Range whole in wholes)
        {
            int length = whole.End.Value - whole.Start.Value;
            shortest = length > 0 ? Math.Min(shortest, length) : shortest;
        }
        return shortest == int.MaxValue ? 0 : shortest;
    }

    private static bool Contains(ReadOnlySpan<char> words, ReadOnlySpan<char> word)
    {
        for (int from = 0; words[from..].IndexOf(word) is >= 0 and int at; from += at + 1)
        {
            int start = from + at, end = start + word.Length;
            if ((start == 0 || words[start - 1] == ' ') && (end == words.Length || words[end] == ' '))
                return true;
        }
        return false;
    }

    private static Candidate? Only(List<ReadOnlyMemory<char>> headings, SiteNames site)
    {
        foreach (ReadOnlyMemory<char> heading in headings)
        {
            if (heading.Length <= MostCharacters && !site.Contains(heading.Span))
                return new(heading, MetadataSource.Heading);
        }
        return null;
    }

    private static bool EndsWith(ReadOnlyMemory<char> heading, ReadOnlyMemory<char> title, TextArena texts)
    {
        if (heading.Span.SequenceEqual(title.Span))
            return false;
        ReadOnlySpan<char> whole = TitleText.Words(heading, texts).Span, end = TitleText.Words(title, texts).Span;
        return end.Length >= 8 && whole.Length > end.Length && whole.EndsWith(end) && !char.IsLetterOrDigit(whole[whole.Length - end.Length - 1]);
    }

    /// <summary>Whether a title has a section or a site behind it that another leaves out.</summary>
    private static bool IsCut(Candidate? title, Candidate? longer) =>
        title is { } a && longer is { } b && b.Value.Length > a.Value.Length + 1 && b.Value.Span.StartsWith(a.Value.Span) && b.Value.Span[a.Value.Length..].TrimStart() is ['|' or '-' or '–' or '—' or '·', ..];

    private static bool Same(Candidate? one, Candidate? other, TextArena texts) =>
        one is { } a && other is { } b && (a.Value.Span.SequenceEqual(b.Value.Span) || TitleText.Words(a.Value, texts).Span.SequenceEqual(TitleText.Words(b.Value, texts).Span));
}
