using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>The names of <c>meta</c> elements that say something of the page, in the order in which they are believed.</summary>
internal static class MetaNames
{
    private const int MaxLength = 64;

    /// <summary>The table has this many buckets, of which a tenth is taken.</summary>
    private const int BucketBits = 10;

    private static readonly Dictionary<string, MetaName> Names = new(StringComparer.Ordinal);

    public static readonly MetaName[] Title = Named(
        ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title"]);

    public static readonly MetaName[] Authors =
        Named(["author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author", "byl",
            "byline", "twitter:creator:name", "cre.author", "article.author"]);

    public static readonly MetaName[] Published = Named(
    [
        "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued",
            "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created",
        "publishdate", "publish-date", "publish_date", "published", "pubdate", "publication_date", "publication-date",
            "citation_publication_date", "citation_online_date", "citation_date", "article.published", "article:published",
        "og:article:published_time", "bt:pubdate", "ptime", "originalpublicationdate", "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime", "iso-8601-publish-date", "datecreated", "date", "created", "release_date", OtherPublished,
    ]);

    public static readonly MetaName[] Modified = Named(
    [
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
            "modified", "article.updated", "article:updated", "revised", "og:article:modified_time", "bt:moddate", "lastupdated",
    ]);

    public static readonly MetaName[] Site = Named(
        ["og:site_name", "application-name", "al:android:app_name", "apple-mobile-web-app-title"]);

    public static readonly MetaName[] Language = Named(["content-language", "og:locale", "language", "dc.language", "dcterms.language"]);

    public static readonly MetaName[] Description = Named(
        ["og:description", "description", "twitter:description", "dc.description", "dcterms.description"]);

    public static readonly MetaName[] Image = Named(
        ["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"]);

    public static readonly MetaName[] Section = Named(["article:section", "parsely-section", "section"]);

    public static readonly MetaName[] Keywords = Named(["news_keywords", "keywords", "parsely-tags", "sailthru.tags"]);

    public static readonly MetaName[] License = Named(["dcterms.license", "dc.rights.license"]);

    /// <summary>Cards have two rows of a label and a text: <c>Written by</c>, <c>Jane Doe</c>.</summary>
    public static readonly MetaName[] CardLabels = Named(["twitter:label1", "twitter:label2"]);

    /// <inheritdoc cref="CardLabels"/>
    public static readonly MetaName[] CardTexts = Named(["twitter:data1", "twitter:data2"]);

    /// <summary>What stands for names that say so in words of their own.</summary>
    private const string OtherPublished = "*published";

    /// <summary>Each article's tag has an element of its own.</summary>
    public static readonly MetaName[] Tag = Named(["article:tag"]);

    /// <summary>The address that the page gives itself.</summary>
    public static readonly MetaName GraphUrl = Named("og:url");

    /// <summary>The title for networks that share the page.</summary>
    public static readonly MetaName GraphTitle = Named("og:title");

    /// <summary>The sort of thing that the page is about.</summary>
    public static readonly MetaName GraphType = Named("og:type");

    /// <summary>The description for networks that share the page.</summary>
    public static readonly MetaName GraphDescription = Named("og:description");

    /// <summary>The description for search engines.</summary>
    public static readonly MetaName PlainDescription = Named("description");

    /// <summary>What names a title for the networks that share it: the title as such, mostly.</summary>
    public static readonly MetaName[] SharedTitle = Named(["og:title", "twitter:title"]);

    private static readonly MetaName Other = Names[OtherPublished];

    private static readonly MetaName?[] Buckets = MakeBuckets();

    /// <summary>How many names there are.</summary>
    public static int Count => Names.Count;

    private static MetaName Named(string name) => Named([name])[0];

    private static MetaName[] Named(string[] names) => Array.ConvertAll(names, static name =>
    {
        if (!Names.TryGetValue(name, out MetaName? known))
            Names[name] = known = new(name, Names.Count);
        return known;
    });

    /// <summary>The name when it is one of these, in whatever case it is written, or null.</summary>
    public static MetaName? Find(ReadOnlySpan<byte> name)
    {
        name = name.TrimWhiteSpace();
        if (name.Length is 0 or > MaxLength)
            return null;
        return Buckets[BucketOf(Buckets, name)] ?? (name.Length >= 9 && name.IndexOfAny((byte)'b', (byte)'B') >= 0
            && IsPublishedInAnyCase(name) ? Other : null);
    }

    private static bool IsPublishedInAnyCase(ReadOnlySpan<byte> name)
    {
        Span<byte> lower = stackalloc byte[MaxLength];
        return Ascii.ToLower(name, lower, out int length) == OperationStatus.Done && IsPublished(lower[..length]);
    }

    // Every publishing system has a name of its own for it: pub_date, page.published, w-published-date.
    private static bool IsPublished(ReadOnlySpan<byte> name) =>
        name.Length >= 9 && name.IndexOf("publi"u8) >= 0 && (name.IndexOf("date"u8) >= 0 || name.IndexOf("time"u8) >= 0)
            && name.IndexOf("updat"u8) < 0 && name.IndexOf("modif"u8) < 0;

    /// <summary>The place of a name in whatever case, or the free one where it would stand.</summary>
    private static int BucketOf(MetaName?[] buckets, ReadOnlySpan<byte> name)
    {
        // The bit that tells the cases of a letter apart is set in all of them.
        const ulong Small = 0x2020202020202020;
        ulong hash = (uint)name.Length;
        if (name.Length >= 8)
            hash ^= (BinaryPrimitives.ReadUInt64LittleEndian(name) | Small) ^ (
                (BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]) | Small) * 3);
        else
            hash ^= (name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16)) | Small;
        int bucket = (int)((hash * 0x9E3779B97F4A7C15) >> (64 - BucketBits));
        while (buckets[bucket] is { } other && !Ascii.EqualsIgnoreCase(name, other.Utf8))
            bucket = (bucket + 1) & ((1 << BucketBits) - 1);
        return bucket;
    }

    private static MetaName?[] MakeBuckets()
    {
        var buckets = new MetaName?[1 << BucketBits];
        foreach (MetaName name in Names.Values)
            buckets[BucketOf(buckets, name.Utf8)] = name;
        return buckets;
    }
}
