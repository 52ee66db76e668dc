using System.Buffers;
using System.Text.Json;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Ranking;

/// <summary>Chooses the site's name, and knows what else the site is called.</summary>
internal sealed class SiteChoice
{
    private const int MostWords = 6;
    private static readonly SearchValues<char> Signs = SearchValues.Create("|–—·•»");

    private readonly SiteNames _names = new();

    private SiteChoice(Finding? site) => Site = site;

    /// <summary>The site's name, or null.</summary>
    public Finding? Site { get; }

    /// <summary>Chooses.</summary>
    /// <param name="scan">What the page names.</param>
    /// <param name="main">The object of the JSON-LD that is about the page.</param>
    /// <param name="host">The host of the page's address, or null.</param>
    /// <param name="said">The name that the page's text says, or null.</param>
    public static SiteChoice Of(PageScan scan, JsonElement main, string? host, Finding? said = null)
    {
        Finding? named = scan.Meta.First(MetaNames.Site) ?? said;
        Finding? data = null;
        if (scan.Json.OfType("WebSite") is { ValueKind: JsonValueKind.Object } website && scan.Json.TextOf(website, "name") is { } name)
            data = new(Tidy.WithoutTags(name), "json-ld", name);
        Finding? publisher = scan.Json.TextOf(main, "publisher") is { } text && !text.Contains("://", StringComparison.Ordinal) ? new(Tidy.WithoutTags(text), "json-ld", text) : scan.Marked.All("publisher").FirstOrDefault();
        Finding? suffix = Suffix(scan);
        Finding? site = named ?? data ?? publisher ?? suffix ?? (host is null ? null : new(TitleText.WithoutWww(host), "url", host));
        SiteChoice choice = new(site);
        if (host is not null)
            choice._names.AddHost(host);
        foreach (Finding? own in (ReadOnlySpan<Finding?>)[named, data, publisher, suffix])
        {
            if (own is not null)
                choice._names.Add(own.Value);
        }
        return choice;
    }

    /// <summary>Whether a text is the site's name, its publisher's, or its host written as a name.</summary>
    public bool IsOwn(string text) => _names.Contains(text);

    /// <summary>A title without the site's name before or behind it.</summary>
    public string Without(string title) => TitleText.Without(title, IsOwn);

    /// <summary>What the title element has behind the title that Open Graph names: <c>A thing happened – The Paper</c>.</summary>
    private static Finding? Suffix(PageScan scan)
    {
        if (scan.TitleElement is not { } element || scan.Meta.First("og:title", "twitter:title") is not { Value: { Length: > 8 } graph } || element.Length <= graph.Length + 3 || !element.StartsWith(graph, StringComparison.Ordinal))
            return null;
        ReadOnlySpan<char> rest = element.AsSpan(graph.Length).TrimStart();
        if (rest.IsEmpty || rest[0] is not ('|' or '-' or '–' or '—' or '·' or '•' or '»'))
            return null;
        int last = rest.LastIndexOfAny(Signs);
        string name = rest[(Math.Max(0, last) + 1)..].Trim(" -").ToString();
        return name.Length < 2 || name.Count(static c => c == ' ') >= MostWords ? null : new(name, "html", element);
    }
}
