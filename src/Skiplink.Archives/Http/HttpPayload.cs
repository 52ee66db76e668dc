using System.Globalization;
using System.Text;

namespace Skiplink.Archives.Http;

/// <summary>An HTTP response as it came over the wire, taken apart: its status, what it says of its body, and the body decoded.</summary>
public sealed class HttpPayload
{
    private const int MaxHeaderBytes = 1 << 20;

    private HttpPayload(int status, HeaderFields fields, ReadOnlyMemory<byte> body)
    {
        Status = status;
        Body = body;
        ContentType = MediaType.Parse(fields["Content-Type"], out string? charset);
        Charset = charset;
        Encodings = [.. Words(fields["Transfer-Encoding"]), .. Words(fields["Content-Encoding"]).Reverse()];
    }

    /// <summary>The status code; 0 when the first line has none.</summary>
    public int Status { get; }

    /// <summary>The media type in lower case, without parameters; null when the response does not say.</summary>
    public string? ContentType { get; }

    /// <summary>The <c>charset</c> parameter of the content type; null when there is none.</summary>
    public string? Charset { get; }

    /// <summary>The body as it stands in the message, with its codings.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The codings to undo, in this order: <c>chunked</c>, <c>gzip</c>.</summary>
    private string[] Encodings { get; }

    /// <summary>Takes a message apart; null when it does not begin as an HTTP response.</summary>
    /// <param name="message">The status line, the header fields and the body.</param>
    public static HttpPayload? Parse(ReadOnlyMemory<byte> message)
    {
        ReadOnlySpan<byte> rest = message.Span;
        if (!rest.StartsWith("HTTP/"u8))
            return null;
        int at = 0;
        string? first = null;
        HeaderFields fields = new();
        while (at < Math.Min(rest.Length, MaxHeaderBytes))
        {
            int end = rest[at..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest[at..] : rest.Slice(at, end);
            at = end < 0 ? rest.Length : at + end + 1;
            if (line.EndsWith("\r"u8))
                line = line[..^1];
            if (line.IsEmpty)
                break;
            string text = Encoding.Latin1.GetString(line);
            if (first is null)
                first = text;
            else
                fields.Add(text);
        }
        string[] words = (first ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int status = words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : 0;
        return new(status, fields, message[at..]);
    }

    /// <summary>The body without its transfer and content codings (chunked, gzip, deflate, br, zstd).</summary>
    /// <param name="maxBytes">How large it may become.</param>
    /// <remarks>
    /// Archives hold bodies that were decoded already while the header still names the coding: what is plainly not so coded is left as it
    /// is. What a body that is cut short holds up to there is given.
    /// </remarks>
    /// <exception cref="InvalidDataException">
    /// It is damaged before any of it could be decoded, coded in an unknown way, or larger than allowed. The message is a predicate.
    /// </exception>
    public DecodedBody Decode(int maxBytes)
    {
        DecodedBody body = new(Body, IsCutShort: false);
        foreach (string encoding in Encodings)
        {
            DecodedBody next = encoding == "chunked" ? ChunkedBody.Decode(body.Bytes) : ContentCoding.Decode(body.Bytes, encoding,
                maxBytes);
            body = next with { IsCutShort = next.IsCutShort || body.IsCutShort };
        }
        if (body.Bytes.Length > maxBytes)
            throw new InvalidDataException($"is larger than {maxBytes >> 20} MB, the most that a page may have");
        return body;
    }

    private static IEnumerable<string> Words(string? list) =>
        (list ?? "").ToLowerInvariant().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Where(static w => w != "identity");
}
