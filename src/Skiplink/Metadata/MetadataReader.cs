using System.Text;
using System.Text.Json;
using Skiplink.Content;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Metadata;

/// <summary>Gathers what a page says of itself and chooses, for each field, the candidate that pages get right most often.</summary>
internal sealed class MetadataReader
{
    private readonly HtmlDocument _document;
    private readonly UrlResolver _urls;
    private readonly Uri? _url;
    private readonly MetaTags _meta = new();
    private readonly JsonLd _json = new();
    private readonly List<HtmlNode> _times = [];
    private readonly List<HtmlNode> _headings = [];
    private readonly List<HtmlNode> _authorLinks = [];
    private string? _titleElement;

    private MetadataReader(HtmlDocument document, Uri? url)
    {
        _document = document;
        _url = url;
        _urls = new(document, url);
    }

    /// <summary>Reads a page's metadata.</summary>
    /// <param name="document">The page.</param>
    /// <param name="url">The address that it was read from, or null.</param>
    public static PageMetadata Read(HtmlDocument document, Uri? url)
    {
        MetadataReader reader = new(document, url);
        reader.Scan();
        return reader.Choose();
    }

    private void Scan()
    {
        ReadOnlySpan<NodeRow> rows = _document.Nodes.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Kind != HtmlNodeKind.Element || rows[i].Namespace != HtmlNamespace.Html)
                continue;
            HtmlNode node = new(_document, i);
            switch (rows[i].Name)
            {
                case HtmlNames.Meta or HtmlNames.Link:
                    _meta.Read(node);
                    break;
                case HtmlNames.Title:
                    _titleElement ??= Tidy.Text(node.TextContent) is { Length: > 0 } title ? title : null;
                    break;
                case HtmlNames.Script when Ascii.EqualsIgnoreCase(node.Utf8Attribute(HtmlNames.Type).Trim(" \t\n"u8), "application/ld+json"u8):
                    _json.Read(node);
                    break;
                case HtmlNames.Time when _times.Count < 64:
                    _times.Add(node);
                    break;
                case HtmlNames.H1 when _headings.Count < 16:
                    _headings.Add(node);
                    break;
                case HtmlNames.A when _authorLinks.Count < 16 && node.Utf8Attribute(HtmlNames.Rel).IndexOf("author"u8) >= 0:
                    _authorLinks.Add(node);
                    break;
                default:
                    break;
            }
        }
    }

    private PageMetadata Choose()
    {
        JsonElement main = MainObject();
        Finding? site = Site(main);
        Finding? title = Title(main, site);
        return new()
        {
            Title = title,
            Authors = AuthorNames.Choose(AuthorCandidates(main), site?.Value),
            Published = Date(main, "datePublished", PublishedNames, isPublished: true),
            Modified = Date(main, "dateModified", ModifiedNames, isPublished: false),
            Site = site,
            Language = Language(main),
            Description = FromMeta("og:description", "description", "twitter:description", "dc.description") ?? FromJson(main, "description"),
            Image = Address(FromMeta("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src") ?? FromJson(main, "image") ?? FromJson(main, "thumbnailUrl")),
            Section = FromMeta("article:section", "parsely-section", "section") ?? FromJson(main, "articleSection"),
            Tags = Tags(main),
            Url = Address(_meta.Link("canonical") is { } canonical ? new(canonical, "link", canonical) : FromMeta("og:url")),
            License = Address(_meta.Link("license") is { } license ? new(license, "link", license) : FromJson(main, "license")),
        };
    }

    /// <summary>The object of the JSON-LD that is about the page: an article before a product, a product before the page as such.</summary>
    private JsonElement MainObject()
    {
        foreach (Func<string, bool> type in MainTypes)
        {
            foreach (JsonElement item in _json.Objects)
            {
                if (JsonLd.IsOf(item, type))
                    return item;
            }
        }
        return default;
    }

    private static readonly Func<string, bool>[] MainTypes =
    [
        static t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review" or "DiscussionForumPosting" or "QAPage",
        static t => t is "Product" or "Recipe" or "Event" or "JobPosting" or "Book" or "Movie" or "VideoObject" or "Course" or "SoftwareApplication",
        static t => t.EndsWith("Page", StringComparison.Ordinal),
    ];

    private Finding? FromMeta(params ReadOnlySpan<string> names) =>
        _meta.First(names) is var (name, value) ? new(Tidy.WithoutTags(value), SourceOf(name), value) : null;

    private static string SourceOf(string name) => name.StartsWith("og:", StringComparison.Ordinal) || name.StartsWith("article:", StringComparison.Ordinal) ? "open-graph" : "meta";

    private Finding? FromJson(JsonElement item, string property) =>
        _json.TextOf(item, property) is { } text ? new(Tidy.WithoutTags(text), "json-ld", text) : null;

    private Finding? Address(Finding? found) => found is null ? null : found with { Value = _urls.Resolve(found.Value) };

    private Finding? Site(JsonElement main)
    {
        if (FromMeta("og:site_name", "application-name", "al:android:app_name") is { } named)
            return named;
        foreach (JsonElement item in _json.Objects)
        {
            if (JsonLd.IsOf(item, static t => t == "WebSite") && FromJson(item, "name") is { } name)
                return name;
        }
        return FromJson(main, "publisher") ?? (_url is null ? null : new(TitleText.WithoutWww(_url.Host), "url", _url.Host));
    }

    private Finding? Title(JsonElement main, Finding? site)
    {
        Finding? heading = null;
        Finding? graph = FromMeta("og:title", "twitter:title", "dc.title", "parsely-title");
        Finding? element = _titleElement is null ? null : new(_titleElement, "html", _titleElement);
        string known = $"{graph?.Value} {element?.Value}";
        foreach (HtmlNode node in _headings)
        {
            string text = Tidy.Text(node.TextContent).TrimEnd('¶', '#', '§', ' ');
            // The heading is the title where the head of the page repeats it.
            if (text.Length > 0 && TitleText.Contains(known, text))
            {
                heading = new(text, "heading", text);
                break;
            }
        }
        if (heading is null && _headings.Count == 1 && Tidy.Text(_headings[0].TextContent) is { Length: > 0 and < 300 } only && graph is null && element is null)
            heading = new(only, "heading", only);
        Finding? found = heading ?? FromJson(main, "headline") ?? graph ?? element ?? FromJson(main, "name");
        return found is null ? null : found with { Value = TitleText.WithoutSite(found.Value, site?.Value, _url?.Host) };
    }

    private IEnumerable<Finding> AuthorCandidates(JsonElement main)
    {
        foreach (string name in _json.TextsOf(main, "author").Concat(_json.TextsOf(main, "creator")))
            yield return new(name, "json-ld", name);
        foreach (string key in (string[])["author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl", "byline", "twitter:creator:name"])
        {
            foreach (string value in _meta.All(key))
                yield return new(value, SourceOf(key), value);
        }
        foreach (HtmlNode link in _authorLinks)
        {
            string text = Tidy.Text(link.TextContent);
            yield return new(text, "link", text);
        }
        foreach (Finding byline in Bylines.Find(_document))
            yield return byline;
    }

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc.date.created",
        "publishdate", "publish-date", "publish_date", "published", "pubdate", "publication_date", "citation_publication_date", "citation_date", "date", "article.published", "og:article:published_time", "created",
    ];

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "modified", "article.updated", "revised",
    ];

    private Finding? Date(JsonElement main, string property, string[] names, bool isPublished)
    {
        List<Finding> candidates = [];
        if (_json.TextOf(main, property) is { } json)
            candidates.Add(new(json, "json-ld", json));
        foreach (JsonElement item in _json.Objects)
        {
            if (_json.TextOf(item, property) is { } other && JsonLd.IsOf(item, static t => t.EndsWith("Page", StringComparison.Ordinal) || t.EndsWith("Article", StringComparison.Ordinal)))
                candidates.Add(new(other, "json-ld", other));
        }
        foreach (string name in names)
        {
            foreach (string value in _meta.All(name))
                candidates.Add(new(value, SourceOf(name), value));
        }
        candidates.AddRange(PageDates.FromTimes(_times, isPublished));
        if (isPublished && _url is not null && PageDates.FromUrl(_url.AbsolutePath) is { } inUrl)
            candidates.Add(inUrl);
        foreach (Finding candidate in candidates)
        {
            if (IsoDate.Parse(candidate.Value) is { } date)
                return candidate with { Value = date };
        }
        return null;
    }

    private Finding? Language(JsonElement main)
    {
        HtmlNode root = _document.DocumentElement;
        string declared = root.IsElement ? Encoding.UTF8.GetString(root.Utf8Attribute(HtmlNames.Lang)).Trim() : "";
        Finding? found = declared.Length > 0 ? new(declared, "html", declared) : FromMeta("content-language", "og:locale", "language", "dc.language") ?? FromJson(main, "inLanguage");
        return found is null || LanguageTag.Tidy(found.Value) is not { } tag ? null : found with { Value = tag };
    }

    private List<Finding> Tags(JsonElement main)
    {
        List<Finding> tags = [.. _meta.All("article:tag").Select(static t => new Finding(t, "open-graph", t))];
        if (tags.Count == 0)
            tags.AddRange(_json.TextsOf(main, "keywords").SelectMany(static t => t.Split(',')).Select(static t => new Finding(t.Trim(), "json-ld", t)));
        if (tags.Count == 0 && FromMeta("news_keywords", "keywords", "parsely-tags") is { } list)
            tags.AddRange(list.Value.Split(',', ';').Select(t => new Finding(t.Trim(), "meta", list.Raw)));
        return [.. tags.Where(static t => t.Value.Length is > 0 and <= 100).DistinctBy(static t => t.Value, StringComparer.OrdinalIgnoreCase).Take(50)];
    }
}
