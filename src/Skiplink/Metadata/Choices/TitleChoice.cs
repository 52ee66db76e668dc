using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Choices;

/// <summary>
/// Chooses the title: the heading that a reader sees, if the head of the page confirms it, without a kicker before it and without the name
/// of the site. If two titles in the data agree with each other and not with the heading, they are the title.
/// </summary>
internal static class TitleChoice
{
    /// <summary>A heading that is not the beginning of a known title must not be shorter than one part in so many of it.</summary>
    private const int MinPart = 4;

    /// <summary>The minimum share of the heading's words that must be in the known titles.</summary>
    private const double MinShared = 0.5;

    /// <summary>The only heading of an article with at least so many words is its title, whatever the head says.</summary>
    private const int MinWords = 4;

    /// <summary>The maximum length of a heading that is a title.</summary>
    private const int MaxLength = 300;

    /// <summary>The maximum length of a known title that is compared with headings, in characters.</summary>
    private const int MaxKnownLength = 1000;

    /// <summary>The title, or null.</summary>
    /// <param name="scan">The candidates of the page.</param>
    /// <param name="data">The headline of the JSON-LD or of microdata, or null.</param>
    /// <param name="site">The names of the site, which are removed.</param>
    /// <param name="kind">What kind of page it is.</param>
    /// <param name="isNews">Whether the page's data call it a news article.</param>
    /// <param name="texts">The memory for texts.</param>
    public static Candidate? Of(PageScan scan, Candidate? data, SiteNames site, PageKind kind, bool isNews, TextArena texts)
    {
        Candidate? graph = Without(scan.Meta.First(MetaNames.Title), site, texts);
        Candidate? element = Without(Candidate.Of(scan.TitleElement, MetadataSource.Html), site, texts);
        data = Without(data, site, texts);
        if (Heading(scan.Headings, site, [graph, element, data], kind, texts) is not { } heading)
            return data is not null && graph is not null && !Same(data, graph, texts) && (Same(data, element, texts) || IsCut(data, graph))
                ? data : graph ?? data ?? element ?? Only(scan.Headings, site);
        // The heading starts with a kicker or a date.
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

    /// <summary>The heading that shares most words with the known titles, and is not the name of the site.</summary>
    private static Candidate? Heading(List<ReadOnlyMemory<char>> headings, SiteNames site, ReadOnlySpan<Candidate?> known, PageKind kind,
        TextArena texts)
    {
        // Usually the heading equals a known title.
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
            if (text.IsEmpty || heading.Length > MaxLength || site.Contains(heading.Span))
                continue;
            double shared = Shared(text, words, wholes);
            if (shared >= MinShared && shared > most)
                (most, best) = (shared, heading);
        }
        if (best.IsEmpty && headings.Count == 1 && kind is PageKind.Article or PageKind.Forum && IsTitleLike(headings[0].Span, site))
            best = headings[0];
        return best.IsEmpty ? null : new(TitleText.Without(best, site), MetadataSource.Heading, best);
    }

    /// <summary>
    /// Whether the only heading of an article is its title although the head words it differently: as long as a sentence, and not the name
    /// of the site. (On the page of a firm it is a slogan.)
    /// </summary>
    private static bool IsTitleLike(ReadOnlySpan<char> heading, SiteNames site) =>
        heading.Length <= MaxLength && heading.Count(' ') + 1 >= MinWords && !site.Contains(heading);

    /// <summary>The words of all known titles, and the range of each; empty for absent ones.</summary>
    private static ReadOnlySpan<char> WordsOf(ReadOnlySpan<Candidate?> known, Span<Range> wholes, TextArena texts)
    {
        Span<char> words = texts.Reserve((MaxKnownLength + 1) * known.Length);
        int length = 0;
        for (int i = 0; i < known.Length; i++)
        {
            wholes[i] = ..0;
            if (known[i] is not { } finding)
                continue;
            ReadOnlySpan<char> value = finding.Value.Span;
            int own = TitleText.Words(value[..Math.Min(MaxKnownLength, value.Length)], words[length..]);
            wholes[i] = length..(length + own);
            words[length + own] = ' ';
            length += own + 1;
        }
        return texts.Keep(length).Span;
    }

    /// <summary>
    /// The share of the heading's words that are known, from 0 to 1; more if it is a whole title or the beginning of one.
    /// </summary>
    private static double Shared(ReadOnlySpan<char> heading, ReadOnlySpan<char> words, ReadOnlySpan<Range> wholes)
    {
        bool isPart = false, isBeginning = false;
        foreach (Range whole in wholes)
        {
            ReadOnlySpan<char> text = words[whole];
            if (text.SequenceEqual(heading))
                return 2;
            isBeginning |= text.StartsWith(heading);
            // Scripts without spaces have one word per title, so a part of it counts as well.
            isPart |= heading.Length >= 4 && text.IndexOf(heading) >= 0;
        }
        if (isBeginning)
            return 1.5;
        // A word or two from the middle of the title name a section of the site.
        if (heading.Length * MinPart < Shortest(wholes))
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
            if (heading.Length <= MaxLength && !site.Contains(heading.Span))
                return new(heading, MetadataSource.Heading);
        }
        return null;
    }

    private static bool EndsWith(ReadOnlyMemory<char> heading, ReadOnlyMemory<char> title, TextArena texts)
    {
        if (heading.Span.SequenceEqual(title.Span))
            return false;
        ReadOnlySpan<char> whole = TitleText.Words(heading, texts).Span, end = TitleText.Words(title, texts).Span;
        return end.Length >= 8 && whole.Length > end.Length && whole.EndsWith(end)
            && !char.IsLetterOrDigit(whole[whole.Length - end.Length - 1]);
    }

    /// <summary>Whether another title has a section or a site after it that this one lacks.</summary>
    private static bool IsCut(Candidate? title, Candidate? longer) =>
        title is { } a && longer is { } b && b.Value.Length > a.Value.Length + 1 && b.Value.Span.StartsWith(a.Value.Span)
            && b.Value.Span[a.Value.Length..].TrimStart() is ['|' or '-' or '–' or '—' or '·', ..];

    private static bool Same(Candidate? one, Candidate? other, TextArena texts) =>
        one is { } a && other is { } b && (a.Value.Span.SequenceEqual(b.Value.Span)
            || TitleText.Words(a.Value, texts).Span.SequenceEqual(TitleText.Words(b.Value, texts).Span));
}
