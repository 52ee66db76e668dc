using System.Buffers;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.PageModel.Json;
using Skiplink.Text;

namespace Skiplink.Metadata.Choices;

/// <summary>Chooses the name of the site, and gathers all its names.</summary>
internal sealed class SiteChoice(TextArena texts)
{
    private const int MaxWords = 6;
    private const int MinTitleLength = 9;
    private static readonly SearchValues<char> Signs = SearchValues.Create("|–—·•»");

    /// <summary>All names of the site: its own, its publisher's, its host as a name.</summary>
    public SiteNames Names { get; } = new(texts);

    /// <summary>Chooses the name of the site, or null.</summary>
    /// <param name="scan">The candidates of the page.</param>
    /// <param name="main">The object of the JSON-LD that is about the page.</param>
    /// <param name="host">The host of the page's address, or empty.</param>
    /// <param name="stated">The name that the text states, or null.</param>
    public Candidate? Choose(PageScan scan, int main, ReadOnlyMemory<char> host, Candidate? stated = null)
    {
        Candidate? named = scan.Meta.First(MetaNames.Site) ?? stated;
        Candidate? data = Named(scan.Json.TextOf(scan.Json.OfType("WebSite"u8), JsonName.Name));
        Candidate? publisher = scan.Json.TextOf(main, JsonName.Publisher) is { IsEmpty: false } text && text.Span.IndexOf("://") < 0
            ? Named(text) : scan.Marked.First("publisher");
        Candidate? suffix = Suffix(scan);
        Names.Clear();
        if (!host.IsEmpty)
            Names.AddHost(host.Span);
        foreach (Candidate? own in (ReadOnlySpan<Candidate?>)[named, data, publisher, suffix])
        {
            if (own is { } name)
                Names.Add(name.Value.Span);
        }
        return named ?? data ?? publisher ?? suffix
            ?? (host.IsEmpty ? null : new(host[(host.Length - SiteNames.WithoutWww(host.Span).Length)..], MetadataSource.Url, host));
    }

    private Candidate? Named(ReadOnlyMemory<char> name) =>
        name.IsEmpty ? null : new(Tidy.WithoutTags(name, texts), MetadataSource.JsonLd, name);

    /// <summary>The part of the title element after the title of Open Graph: <c>A thing happened – The Paper</c>.</summary>
    private static Candidate? Suffix(PageScan scan)
    {
        ReadOnlyMemory<char> element = scan.TitleElement;
        if (element.IsEmpty || scan.Meta.First(MetaNames.SharedTitle) is not { Value: { Length: >= MinTitleLength } graph }
            || element.Length <= graph.Length + 3 || !element.Span.StartsWith(graph.Span))
            return null;
        ReadOnlyMemory<char> rest = element[graph.Length..].TrimStart();
        if (rest.IsEmpty || rest.Span[0] is not ('|' or '-' or '–' or '—' or '·' or '•' or '»'))
            return null;
        int last = rest.Span.LastIndexOfAny(Signs);
        ReadOnlyMemory<char> name = rest[(Math.Max(0, last) + 1)..].TrimAny(" -");
        return name.Length < 2 || name.Span.Count(' ') >= MaxWords ? null : new(name, MetadataSource.Html, element);
    }
}
