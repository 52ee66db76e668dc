using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

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
            String(json, "url", url?.AbsoluteUri ?? article.Metadata.Url?.Value);
            String(json, "title", article.Title);
            json.WriteStartArray("authors"u8);
            foreach (string author in article.Authors)
                json.WriteStringValue(author);
            json.WriteEndArray();
            String(json, "published", article.Published);
            String(json, "modified", article.Modified);
            String(json, "site", article.Site);
            String(json, "language", article.Language);
            String(json, "description", article.Metadata.Description?.Value);
            String(json, "image", article.Metadata.Image?.Value);
            String(json, "section", article.Metadata.Section?.Value);
            if (article.Metadata.Tags.Count > 0)
            {
                json.WriteStartArray("tags"u8);
                foreach (Metadata.Finding tag in article.Metadata.Tags)
                    json.WriteStringValue(tag.Value);
                json.WriteEndArray();
            }
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
            String(json, "alternative", picture.Alternative);
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
