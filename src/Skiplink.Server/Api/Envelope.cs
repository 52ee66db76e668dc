using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Skiplink.Server.Negotiation;

namespace Skiplink.Server.Api;

/// <summary>The JSON that clients of Jina Reader expect: <c>code</c>, <c>status</c> and <c>data</c> with the text in it.</summary>
internal static class Envelope
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Article article, Uri? url, ReadRequest request, out int tokens)
    {
        string text = ArticleText.Write(article, request.ContentFormat, request with { HasLinksSummary = false });
        tokens = TokenEstimate.Of(text);
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("code"u8, 200);
            json.WriteNumber("status"u8, 20000);
            json.WriteStartObject("data"u8);
            json.WriteString("title"u8, article.Title ?? "");
            json.WriteString("description"u8, article.Metadata.Description?.Value ?? "");
            json.WriteString("url"u8, url?.ToString() ?? article.Metadata.Url?.Value ?? "");
            if (article.Published is { } published)
                json.WriteString("publishedTime"u8, published);
            string member = request.ContentFormat switch { OutputFormat.Html => "html", OutputFormat.Text => "text", _ => "content" };
            json.WriteString(member, text);
            if (request.HasLinksSummary)
                WriteLinks(json, article);
            if (VerdictWords.Of(article) is { Length: > 0 } verdict)
                json.WriteString("warning"u8, verdict);
            json.WriteStartObject("usage"u8);
            json.WriteNumber("tokens"u8, tokens);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return body.ToArray();
    }

    /// <summary>One server-sent event with the envelope's data; JSON stands on one line.</summary>
    public static byte[] Event(byte[] envelope)
    {
        using JsonDocument json = JsonDocument.Parse(envelope);
        return Encoding.UTF8.GetBytes($"event: data\ndata: {json.RootElement.GetProperty("data").GetRawText()}\n\n");
    }

    private static void WriteLinks(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("links"u8);
        HashSet<string> labels = new(StringComparer.Ordinal);
        foreach ((string target, string label) in LinksSummary.Of(article))
        {
            // The object is keyed by the links' texts; of two alike the first is taken.
            if (labels.Add(label))
                json.WriteString(label, target);
        }
        json.WriteEndObject();
    }
}
