using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Skiplink.Stories;

namespace Skiplink.Cli.Bulk.Rows;

/// <summary>Writes a story's quotations as rows, of CSV or as objects of JSON.</summary>
internal static class QuoteRows
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The columns of the CSV, in their order.</summary>
    public static readonly string[] Columns =
        ["source", "url", "date", "speaker", "gender", "kind", "quote", "cue", "span_start", "span_end"];

    /// <param name="story">The story.</param>
    /// <param name="article">The article that it was read from.</param>
    /// <param name="source">The row's source.</param>
    /// <param name="url">The page's address; null when it is not known.</param>
    /// <param name="isCsv">Whether rows are CSV.</param>
    public static byte[][] Write(Story story, Article article, string source, string? url, bool isCsv)
    {
        Dictionary<int, string> names = story.Entities.ToDictionary(static e => e.Id, static e => e.Name);
        return [.. story.Quotes.Select(quote =>
        {
            string? speaker = quote.Speaker is not { } party ? null
                : party.Entity is { } entity && names.TryGetValue(entity, out string? name) ? name : party.Text;
            string?[] values =
            [
                source, url ?? article.Metadata.Url?.Value, article.Published, speaker, null,
                quote.Kind switch { QuoteKind.Direct => "direct", QuoteKind.Mixed => "mixed", _ => "indirect" },
                string.Join(' ', quote.Content.Select(static part => part.Text)), quote.Cue?.Text,
            ];
            int start = quote.Content.Count > 0 ? quote.Content[0].Span.Start : 0;
            int end = quote.Content.Count > 0 ? quote.Content[^1].Span.End : 0;
            return isCsv ? Csv(values, start, end) : Json(values, start, end);
        })];
    }

    /// <summary>A line of CSV (RFC 4180), without its end.</summary>
    private static byte[] Csv(string?[] values, int start, int end)
    {
        StringBuilder line = new();
        foreach (string? value in values)
            line.Append(Quoted(value ?? "")).Append(',');
        line.Append(CultureInfo.InvariantCulture, $"{start},{end}");
        return Encoding.UTF8.GetBytes(line.ToString());
    }

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] Json(string?[] values, int start, int end)
    {
        ArrayBufferWriter<byte> row = new();
        using (Utf8JsonWriter json = new(row, Options))
        {
            json.WriteStartObject();
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                    json.WriteString(Columns[i], value);
            }
            json.WriteNumber("span_start"u8, start);
            json.WriteNumber("span_end"u8, end);
            json.WriteEndObject();
        }
        return row.WrittenSpan.ToArray();
    }
}
