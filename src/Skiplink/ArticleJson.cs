using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Skiplink.Writing;

namespace Skiplink;

/// <summary>Writes an article as one JSON object on one line. Its fields are a contract: absent values are left out.</summary>
public static class ArticleJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] KindNames = [.. Enum.GetNames<PageKind>().Select(static name => name.ToLowerInvariant())];

    /// <summary>The object in UTF-8, without a line end.</summary>
    /// <param name="article">The article.</param>
    /// <param name="source">Where the page came from: a path, an address, an archive's record.</param>
    /// <param name="url">
    /// The page's address where the caller knows it; otherwise that of <see cref="ReadOptions"/> or the one the page names.
    /// </param>
    public static byte[] Write(Article article, string source, Uri? url)
    {
        ArrayBufferWriter<byte> output = new();
        Write(article, output, source, url);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes the object in UTF-8, without a line end.</summary>
    internal static void Write(Article article, IBufferWriter<byte> output, string? source, Uri? url = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(output);
        using Utf8JsonWriter json = new(output, Options);
        Write(article, json, source, url);
    }

    internal static void Write(Article article, Utf8JsonWriter json, string? source, Uri? url)
    {
        PageMetadata metadata = article.Metadata;
        ReadOptions options = article.Content.Options;
        json.WriteStartObject();
        String(json, "source", source);
        String(json, "url", PageAddress.Of(url ?? options.Url, metadata));
        String(json, "title", article.Title);
        json.WriteStartArray("authors"u8);
        foreach (MetadataValue author in metadata.Authors)
            json.WriteStringValue(author.Value);
        json.WriteEndArray();
        Strings(json, "agencies", metadata.Agencies);
        String(json, "place", metadata.Place?.Value);
        String(json, "published", article.Published);
        String(json, "modified", article.Modified);
        String(json, "site", article.Site);
        String(json, "language", article.Language);
        String(json, "description", metadata.Description?.Value);
        String(json, "image", metadata.Image?.Value);
        String(json, "section", metadata.Section?.Value);
        Strings(json, "tags", metadata.Tags);
        String(json, "license", metadata.License?.Value);
        Sources(json, metadata);
        Pictures(json, article.Pictures);
        json.WriteString("kind"u8, KindNames[(int)article.Kind]);
        json.WriteNumber("confidence"u8, Math.Round(article.Confidence, 3));
        Verdict(json, article);
        String(json, "standfirst", article.Standfirst);
        LongString(json, "text"u8, article.Utf8Text.Span);
        if (options.Formats.HasFlag(ArticleFormats.Markdown))
            LongString(json, "markdown"u8, options.Comments ? Encoding.UTF8.GetBytes(article.Markdown) : article.Content.Markdown());
        if (options.Formats.HasFlag(ArticleFormats.Html))
            LongString(json, "html"u8, options.Comments ? Encoding.UTF8.GetBytes(article.Html) : article.Content.Html());
        if (options.Comments || options.Formats.HasFlag(ArticleFormats.Comments))
            Comments(json, article.Comments);
        if (options.Formats.HasFlag(ArticleFormats.Related))
            Related(json, article.Related);
        json.WriteEndObject();
    }

    /// <summary>The row of an input that could not be read.</summary>
    /// <param name="source">Where the page was to come from.</param>
    /// <param name="error">What went wrong, in a sentence.</param>
    public static byte[] WriteError(string source, string error)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("source"u8, source);
            json.WriteString("error"u8, error);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes a long text piece by piece: at once, the writer would set aside six times its length.</summary>
    private static void LongString(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        const int PieceLength = 1 << 14;
        if (text.Length <= PieceLength)
        {
            json.WriteString(name, text);
            return;
        }
        json.WritePropertyName(name);
        for (; text.Length > PieceLength; text = text[PieceLength..])
            json.WriteStringValueSegment(text[..PieceLength], isFinalSegment: false);
        json.WriteStringValueSegment(text, isFinalSegment: true);
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<MetadataValue> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (MetadataValue value in values)
            json.WriteStringValue(value.Value);
        json.WriteEndArray();
    }

    /// <summary>Where each value was found, and its raw form where that differs; of a list where its first value was.</summary>
    private static void Sources(Utf8JsonWriter json, PageMetadata metadata)
    {
        json.WriteStartObject("sources"u8);
        foreach ((string name, MetadataValue? found) in (ReadOnlySpan<(string, MetadataValue?)>)
        [
            ("url", metadata.Url), ("title", metadata.Title), ("authors", First(metadata.Authors)), ("agencies", First(metadata.Agencies)),
            ("place", metadata.Place), ("published", metadata.Published), ("modified", metadata.Modified), ("site", metadata.Site),
            ("language", metadata.Language), ("description", metadata.Description), ("image", metadata.Image),
            ("section", metadata.Section),
            ("tags", First(metadata.Tags)), ("license", metadata.License),
        ])
        {
            if (found is null)
                continue;
            json.WriteStartObject(name);
            json.WriteString("from"u8, NameOf(found.Source));
            if (found.Raw.Length > 0 && found.Raw != found.Value)
                json.WriteString("raw"u8, found.Raw);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> NameOf(MetadataSource source) => source switch
    {
        MetadataSource.JsonLd => "json-ld"u8,
        MetadataSource.OpenGraph => "open-graph"u8,
        MetadataSource.Meta => "meta"u8,
        MetadataSource.Microdata => "microdata"u8,
        MetadataSource.Rdfa => "rdfa"u8,
        MetadataSource.Link => "link"u8,
        MetadataSource.Html => "html"u8,
        MetadataSource.Time => "time"u8,
        MetadataSource.Heading => "heading"u8,
        MetadataSource.Text => "text"u8,
        MetadataSource.Url => "url"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "No such source."),
    };

    private static void Verdict(Utf8JsonWriter json, Article article)
    {
        if (article.Verdict == PageVerdict.None)
            return;
        json.WriteString("verdict"u8, VerdictName.Of(article.Verdict));
        json.WriteStartArray("evidence"u8);
        foreach (VerdictEvidence evidence in article.Evidence)
        {
            json.WriteStartObject();
            if (evidence.Block is { } block)
                json.WriteNumber("block"u8, block);
            String(json, "phrase", evidence.Phrase);
            String(json, "markup", evidence.Markup);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (article.Shown is not { } shown)
            return;
        json.WriteStartObject("shown"u8);
        json.WriteNumber("words"u8, shown.Words);
        if (shown.Of is { } all)
            json.WriteNumber("of"u8, all);
        json.WriteEndObject();
    }

    private static MetadataValue? First(IReadOnlyList<MetadataValue> list) => list.Count > 0 ? list[0] : null;

    private static void Pictures(Utf8JsonWriter json, IReadOnlyList<Picture> pictures)
    {
        if (pictures.Count == 0)
            return;
        json.WriteStartArray("pictures"u8);
        foreach (Picture picture in pictures)
        {
            json.WriteStartObject();
            String(json, "source", picture.Source);
            String(json, "caption", picture.Caption.Length == 0 ? null : picture.Caption);
            String(json, "credit", picture.Credit);
            String(json, "alternative", picture.AltText);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Comments(Utf8JsonWriter json, IReadOnlyList<ReaderComment> comments)
    {
        if (comments.Count == 0)
            return;
        json.WriteStartArray("comments"u8);
        foreach (ReaderComment comment in comments)
        {
            json.WriteStartObject();
            String(json, "author", comment.Author);
            String(json, "date", comment.Date);
            json.WriteString("text"u8, comment.Text);
            json.WriteNumber("depth"u8, comment.Depth);
            String(json, "address", comment.Address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Related(Utf8JsonWriter json, IReadOnlyList<RelatedLink> links)
    {
        if (links.Count == 0)
            return;
        json.WriteStartArray("related"u8);
        foreach (RelatedLink link in links)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, link.Title);
            json.WriteString("address"u8, link.Address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void String(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
