using System.Buffers;
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
    /// <param name="url">The page's address where the caller knows it; otherwise the one that the page names stands in its place.</param>
    public static byte[] Write(Article article, string source, Uri? url)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("source"u8, source);
            String(json, "url", PageAddress.Of(url, article.Metadata));
            String(json, "title", article.Title);
            json.WriteStartArray("authors"u8);
            foreach (MetadataValue author in article.Metadata.Authors)
                json.WriteStringValue(author.Value);
            json.WriteEndArray();
            Strings(json, "agencies", article.Metadata.Agencies);
            String(json, "place", article.Metadata.Place?.Value);
            String(json, "published", article.Published);
            String(json, "modified", article.Modified);
            String(json, "site", article.Site);
            String(json, "language", article.Language);
            String(json, "description", article.Metadata.Description?.Value);
            String(json, "image", article.Metadata.Image?.Value);
            String(json, "section", article.Metadata.Section?.Value);
            Strings(json, "tags", article.Metadata.Tags);
            String(json, "license", article.Metadata.License?.Value);
            Sources(json, article.Metadata);
            Pictures(json, article.Pictures);
            json.WriteString("kind"u8, KindNames[(int)article.Kind]);
            json.WriteNumber("confidence"u8, Math.Round(article.Confidence, 3));
            json.WriteString("text"u8, article.Utf8Text.Span);
            String(json, "markdown", article.Markdown);
            String(json, "html", article.Html);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
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

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<MetadataValue> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (MetadataValue value in values)
            json.WriteStringValue(value.Value);
        json.WriteEndArray();
    }

    /// <summary>Where each value stood on the page, and as what when it was tidied; of lists where the first did.</summary>
    private static void Sources(Utf8JsonWriter json, PageMetadata metadata)
    {
        json.WriteStartObject("sources"u8);
        foreach ((string name, MetadataValue? found) in (ReadOnlySpan<(string, MetadataValue?)>)
        [
            ("url", metadata.Url), ("title", metadata.Title), ("authors", First(metadata.Authors)), ("agencies", First(metadata.Agencies)), ("place", metadata.Place), ("published", metadata.Published), ("modified", metadata.Modified),
            ("site", metadata.Site), ("language", metadata.Language), ("description", metadata.Description), ("image", metadata.Image), ("section", metadata.Section), ("tags", First(metadata.Tags)), ("license", metadata.License),
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

    private static void String(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
