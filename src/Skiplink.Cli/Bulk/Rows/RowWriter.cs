using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Skiplink.Metadata.Values;
using Skiplink.Stories;

namespace Skiplink.Cli.Bulk.Rows;

/// <summary>
/// Writes rows as objects of JSON: what is known of the record, then the article, then what the run found out about its text. One thread
/// at a time.
/// </summary>
internal sealed class RowWriter
{
    /// <summary>A buffer that a large page has made larger is not kept.</summary>
    private const int MaxKeptBytes = 4 << 20;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ArrayBufferWriter<byte> _row = new(1 << 16);

    /// <summary>The row of a page.</summary>
    /// <param name="article">What was read.</param>
    /// <param name="source">The row's source.</param>
    /// <param name="url">The page's address; null when it is not known.</param>
    /// <param name="record">What is known of the record.</param>
    /// <param name="words">How many words the text has.</param>
    /// <param name="story">The page's story, if it was asked for.</param>
    /// <param name="warnings">What of the page could not be read.</param>
    public byte[] Write(
        Article article, string source, Uri? url, RecordFields record, long words, Story? story, IReadOnlyList<string> warnings)
    {
        if (_row.Capacity > MaxKeptBytes)
            _row = new(1 << 16);
        _row.ResetWrittenCount();
        Write(json =>
        {
            json.WriteStartObject();
            record.Write(json);
            json.WriteEndObject();
        });
        int article0 = _row.WrittenCount;
        ArticleJson.Write(article, _row, source, url);
        int rest = _row.WrittenCount;
        Write(json =>
        {
            json.WriteStartObject();
            if (article.Language is { } language && LanguageScore.Of(article.Utf8Text.Span, language) is { } score)
                json.WriteNumber("language_score"u8, Math.Round(score, 3));
            json.WriteNumber("word_count"u8, words);
            if (story is not null)
            {
                json.WritePropertyName("story"u8);
                StoryJson.Write(story, json);
            }
            if (warnings.Count > 0)
            {
                json.WriteStartArray("warnings"u8);
                foreach (string warning in warnings)
                    json.WriteStringValue(warning);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        });
        byte[] row = _row.WrittenSpan.ToArray();
        Join(row, article0);
        Join(row, rest);
        return row;
    }

    /// <summary>The row of an input that could not be read.</summary>
    /// <param name="source">The row's source.</param>
    /// <param name="error">What went wrong, in a sentence.</param>
    /// <param name="record">What is known of the record.</param>
    public byte[] WriteError(string source, string error, RecordFields record)
    {
        _row.ResetWrittenCount();
        Write(json =>
        {
            json.WriteStartObject();
            record.Write(json);
            json.WriteString("source"u8, source);
            if (record.Url is not null)
                json.WriteString("url"u8, record.Url);
            json.WriteString("error"u8, error);
            json.WriteEndObject();
        });
        return _row.WrittenSpan.ToArray();
    }

    /// <summary>A row with one more field.</summary>
    public static byte[] Add(ReadOnlySpan<byte> row, string name, string value)
    {
        ArrayBufferWriter<byte> whole = new(row.Length + (2 * (value.Length + name.Length)) + 16);
        whole.Write(row);
        using (Utf8JsonWriter json = new(whole, Options))
        {
            json.WriteStartObject();
            json.WriteString(name, value);
            json.WriteEndObject();
        }
        byte[] joined = whole.WrittenSpan.ToArray();
        Join(joined, row.Length);
        return joined;
    }

    /// <summary>Makes one object of two that lie side by side: a comma and a space in place of the braces between them.</summary>
    private static void Join(byte[] row, int second) => (row[second - 1], row[second]) = ((byte)',', (byte)' ');

    private void Write(Action<Utf8JsonWriter> write)
    {
        using Utf8JsonWriter json = new(_row, Options);
        write(json);
    }
}
