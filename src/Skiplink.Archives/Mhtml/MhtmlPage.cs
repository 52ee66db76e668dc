using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Skiplink.Archives.Http;

namespace Skiplink.Archives.Mhtml;

/// <summary>
/// The page in an MHTML file (RFC 2557), as browsers save it: the root part of a MIME message, decoded. Pictures and style sheets beside it
/// are left alone.
/// </summary>
public sealed class MhtmlPage
{
    /// <summary>Parts within parts are read so deep.</summary>
    private const int MaxDepth = 8;

    private MhtmlPage(ReadOnlyMemory<byte> body, string? contentType, string? charset, string? url, string? date) =>
        (Body, ContentType, Charset, Url, Date) = (body, contentType, charset, url, date);

    /// <summary>The page's bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Its media type in lower case; null when the file does not say.</summary>
    public string? ContentType { get; }

    /// <summary>Its character encoding; null when the file does not say.</summary>
    public string? Charset { get; }

    /// <summary>The address it was saved from; null when the file does not say.</summary>
    public string? Url { get; }

    /// <summary>When it was saved, in ISO 8601; null when the file does not say.</summary>
    public string? Date { get; }

    /// <summary>Finds the page in a file; null when it holds none.</summary>
    /// <param name="file">The file.</param>
    public static MhtmlPage? Parse(ReadOnlyMemory<byte> file)
    {
        if (file.Span.StartsWith("\uFEFF"u8))
            file = file[3..];
        while (!file.IsEmpty && file.Span[0] is (byte)'\r' or (byte)'\n')
            file = file[1..];
        HeaderFields fields = ReadFields(file, out ReadOnlyMemory<byte> body);
        if (fields["Content-Type"] is null)
            return null;
        string? url = Address(fields["Snapshot-Content-Location"]) ?? Address(fields["Content-Location"]);
        string? date = DateTimeOffset.TryParse(fields["Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out DateTimeOffset at)
            ? at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : null;
        return Find(fields, body, Parameter(fields["Content-Type"], "start"), 0) is { } part
            ? new(part.Body, part.ContentType, part.Charset, url ?? part.Url, date) : null;
    }

    /// <summary>The page of a part: the part itself, the one that is named as the start, or the first of HTML.</summary>
    private static MhtmlPage? Find(HeaderFields fields, ReadOnlyMemory<byte> body, string? start, int depth)
    {
        string type = MediaType.Parse(fields["Content-Type"], out string? charset) ?? "text/plain";
        if (!type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            return type is "text/html" or "application/xhtml+xml"
                ? new(Decode(body, fields["Content-Transfer-Encoding"]), type, charset, Address(fields["Content-Location"]), null) : null;
        }
        if (depth >= MaxDepth || Parameter(fields["Content-Type"], "boundary") is not { Length: > 0 } boundary)
            return null;
        MhtmlPage? first = null;
        foreach (ReadOnlyMemory<byte> part in Parts(body, boundary))
        {
            HeaderFields inner = ReadFields(part, out ReadOnlyMemory<byte> content);
            if (Find(inner, content, start, depth + 1) is not { } page)
                continue;
            if (start is null || inner["Content-ID"] == start)
                return page;
            first ??= page;
        }
        return first;
    }

    private static HeaderFields ReadFields(ReadOnlyMemory<byte> part, out ReadOnlyMemory<byte> body)
    {
        HeaderFields fields = new();
        while (!part.IsEmpty)
        {
            int end = part.Span.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? part.Span : part.Span[..end]).TrimEnd((byte)'\r');
            part = end < 0 ? default : part[(end + 1)..];
            if (line.IsEmpty)
                break;
            fields.Add(Encoding.UTF8.GetString(line));
        }
        body = part;
        return fields;
    }

    /// <summary>The parts between lines of two hyphens and the boundary. The last may lack its end.</summary>
    private static List<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> body, string boundary)
    {
        byte[] mark = Encoding.UTF8.GetBytes("--" + boundary);
        List<ReadOnlyMemory<byte>> parts = [];
        int start = -1;
        for (int at = 0; at < body.Length;)
        {
            int found = body.Span[at..].IndexOf(mark);
            if (found < 0)
                break;
            int line = at + found, after = line + mark.Length;
            at = after;
            if (line > 0 && body.Span[line - 1] != (byte)'\n')
                continue;
            if (start >= 0)
                parts.Add(body[start..line].TrimEnd("\r\n"u8));
            start = -1;
            if (body.Span[after..].StartsWith("--"u8))
                break;
            int end = body.Span[after..].IndexOf((byte)'\n');
            start = at = end < 0 ? body.Length : after + end + 1;
        }
        if (start >= 0 && start < body.Length)
            parts.Add(body[start..]);
        return parts;
    }

    private static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => FromBase64(body.Span),
        "quoted-printable" => QuotedPrintable.Decode(body.Span),
        _ => body,
    };

    private static ReadOnlyMemory<byte> FromBase64(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        Base64.DecodeFromUtf8(text, bytes, out _, out int written);
        return bytes.AsMemory(0, written);
    }

    /// <summary>A parameter of a field: <c>boundary="----x"</c>.</summary>
    private static string? Parameter(string? value, string name)
    {
        for (int at = 0; value is not null && (at = value.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            ReadOnlySpan<char> rest = value.AsSpan(at + name.Length).TrimStart();
            bool isWhole = at > 0 && value[at - 1] is ';' or ' ' or '\t';
            if (!isWhole || !rest.StartsWith('='))
                continue;
            rest = rest[1..].TrimStart();
            if (rest.StartsWith('"'))
            {
                int quote = rest[1..].IndexOf('"');
                return (quote < 0 ? rest[1..] : rest.Slice(1, quote)).ToString();
            }
            int end = rest.IndexOfAny(';', ' ', '\t');
            return (end < 0 ? rest : rest[..end]).ToString();
        }
        return null;
    }

    private static string? Address(string? value) =>
        value is not null && Uri.TryCreate(value, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" ? value : null;
}
