using System.Text.Json;
using Skiplink.Blocks;
using Skiplink.Content;
using Skiplink.Html;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Ranking;
using Skiplink.Metadata.Values;

namespace Skiplink.Metadata;

/// <summary>What a page says of itself: candidates from everything it offers, ranked for each field, and tidied.</summary>
internal static class MetadataReader
{
    private const int MostTags = 50;
    private const int MostTag = 100;

    /// <summary>Reads a page's metadata.</summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks, after selection.</param>
    /// <param name="title">The block of its title, or -1.</param>
    /// <param name="url">The address that it was read from, or null.</param>
    public static PageMetadata Read(HtmlDocument document, BlockTable blocks, int title, Uri? url)
    {
        using PageScan scan = PageScan.Read(document);
        UrlResolver urls = new(document, url);
        Finding? Address(Finding? found) => found is null ? null : found with { Value = urls.Resolve(found.Value) };
        Finding? Link(string relation) => scan.Meta.Link(relation) is { } link ? new(link, "link", link) : null;

        Finding? own = Address(Link("canonical") ?? scan.Meta.First(MetaNames.Url));
        string? host = url?.Host ?? HostOf(own?.Value), path = url?.AbsolutePath ?? own?.Value;
        string known = TitleText.Words($"{scan.Meta.First("og:title")?.Value} {scan.TitleElement}");
        JsonElement main = scan.Json.Main(headline => TitleText.Words(headline) is { Length: > 0 } words && known.Contains(words, StringComparison.Ordinal), out string type);
        Finding? Data(string property) => scan.Json.TextOf(main, property) is { } text ? new(Tidy.WithoutTags(text), "json-ld", text) : null;
        Finding? Meta(params ReadOnlySpan<string> names) => scan.Meta.First(names) is { } found ? found with { Value = Tidy.WithoutTags(found.Value) } : null;

        SiteChoice site = SiteChoice.Of(scan, main, host);
        Finding? language = LanguageChoice.Of(document, blocks, scan, Data("inLanguage"));
        NearbyLines lines = new(document, blocks, title);
        bool isMonthFirst = LanguageTag.PutsMonthFirst(language?.Value);
        DateChoice dates = new(scan, main, lines, isMonthFirst);
        (IReadOnlyList<Finding> authors, IReadOnlyList<Finding> agencies) = AuthorChoice.Of(scan, main, lines, site);
        return new()
        {
            Title = TitleChoice.Of(scan, Data("headline") ?? scan.Marked.All("headline").FirstOrDefault() ?? Data("name"), site, type.EndsWith("NewsArticle", StringComparison.Ordinal)),
            Authors = authors,
            Agencies = agencies,
            Place = PlaceOf(lines),
            Published = dates.Published(path) ?? StoryDay.Of(document, blocks, lines),
            Modified = dates.Modified(),
            Site = site.Site,
            Language = language,
            Description = Meta(MetaNames.Description) ?? Data("description"),
            Image = Address(Meta(MetaNames.Image) ?? Data("image") ?? Data("thumbnailUrl") ?? scan.Marked.All("image").FirstOrDefault() ?? Link("image_src")),
            Section = Meta(MetaNames.Section) ?? Data("articleSection") ?? scan.Marked.All("articlesection").FirstOrDefault(),
            Tags = Tags(scan, main),
            Url = own,
            License = Address(Link("license") ?? Data("license") ?? scan.Marked.All("license").FirstOrDefault() ?? Meta(MetaNames.License)),
        };
    }

    /// <summary>The host of an absolute address, or null.</summary>
    private static string? HostOf(string? address)
    {
        int scheme = address is null ? -1 : address.IndexOf("://", StringComparison.Ordinal);
        if (scheme is not (4 or 5) || !address!.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return null;
        ReadOnlySpan<char> rest = address.AsSpan(scheme + 3);
        int end = rest.IndexOfAny('/', '?', '#');
        rest = end < 0 ? rest : rest[..end];
        int port = rest.IndexOf(':');
        return rest.IsEmpty || rest.Contains('@') ? null : (port < 0 ? rest : rest[..port]).ToString().ToLowerInvariant();
    }

    /// <summary>The place of the dateline, or null.</summary>
    public static Finding? PlaceOf(NearbyLines lines) =>
        lines.Lead is { } first && Dateline.Read(first.Text) is { Place: { } place, Raw: { } raw } ? new(place, "text", raw) : null;

    private static List<Finding> Tags(PageScan scan, JsonElement main)
    {
        List<Finding> tags = [.. scan.Meta.All(MetaNames.Tag).Select(static t => new Finding(t, "open-graph", t))];
        if (tags.Count == 0)
            tags.AddRange(scan.Json.TextsOf(main, "keywords").SelectMany(static t => t.Split(',')).Select(static t => new Finding(t.Trim(), "json-ld", t)));
        if (tags.Count == 0 && scan.Meta.First(MetaNames.Keywords) is { } list)
            tags.AddRange(list.Value.Split(',', ';').Select(t => list with { Value = t.Trim() }));
        if (tags.Count == 0)
            tags.AddRange(scan.Marked.All("keywords").SelectMany(static k => k.Value.Split(',').Select(t => k with { Value = t.Trim() })));
        return [.. tags.Where(static t => t.Value.Length is > 0 and <= MostTag).DistinctBy(static t => t.Value, StringComparer.OrdinalIgnoreCase).Take(MostTags)];
    }
}
