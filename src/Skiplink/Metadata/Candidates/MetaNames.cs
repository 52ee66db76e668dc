using System.Collections.Frozen;
using System.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>The names of <c>meta</c> elements that say something of the page, in the order in which they are believed.</summary>
internal static class MetaNames
{
    private const int Longest = 64;

    public static readonly string[] Title = ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title"];

    public static readonly string[] Authors =
        ["author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author", "byl", "byline", "twitter:creator:name", "cre.author", "article.author"];

    public static readonly string[] Published =
    [
        "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created",
        "publishdate", "publish-date", "publish_date", "published", "pubdate", "publication_date", "publication-date", "citation_publication_date", "citation_online_date", "citation_date", "article.published", "article:published",
        "og:article:published_time", "bt:pubdate", "ptime", "originalpublicationdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "iso-8601-publish-date", "datecreated", "date", "created", "release_date", OtherPublished,
    ];

    public static readonly string[] Modified =
    [
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "modified", "article.updated", "article:updated", "revised", "og:article:modified_time", "bt:moddate", "lastupdated",
    ];

    public static readonly string[] Site = ["og:site_name", "application-name", "al:android:app_name", "apple-mobile-web-app-title"];

    public static readonly string[] Language = ["content-language", "og:locale", "language", "dc.language", "dcterms.language"];

    public static readonly string[] Description = ["og:description", "description", "twitter:description", "dc.description", "dcterms.description"];

    public static readonly string[] Image = ["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"];

    public static readonly string[] Section = ["article:section", "parsely-section", "section"];

    public static readonly string[] Keywords = ["news_keywords", "keywords", "parsely-tags", "sailthru.tags"];

    public static readonly string[] License = ["dcterms.license", "dc.rights.license"];

    /// <summary>What stands for names that say so in words of their own.</summary>
    private const string OtherPublished = "*published";

    /// <summary>Each article's tag has an element of its own.</summary>
    public const string Tag = "article:tag";

    public const string Url = "og:url";

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known =
        new[] { Title, Authors, Published, Modified, Site, Language, Description, Image, Section, Keywords, License, [Tag, Url] }
            .SelectMany(static names => names).Distinct().ToFrozenDictionary(static n => n, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name in lower case when it is one of these, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> name)
    {
        name = name.Trim(" \t\n\r"u8);
        if (name.Length is 0 or > Longest)
            return null;
        Span<char> lower = stackalloc char[Longest];
        if (Ascii.ToLower(name, lower, out int length) != System.Buffers.OperationStatus.Done)
            return null;
        ReadOnlySpan<char> text = lower[..length];
        if (Known.TryGetValue(text, out string? known))
            return known;
        // Every publishing system has a name of its own for it: pub_date, page.published, w-published-date.
        bool isDate = text.Contains("publi", StringComparison.Ordinal) && (text.Contains("date", StringComparison.Ordinal) || text.Contains("time", StringComparison.Ordinal));
        return isDate && !text.Contains("updat", StringComparison.Ordinal) && !text.Contains("modif", StringComparison.Ordinal) ? OtherPublished : null;
    }
}
