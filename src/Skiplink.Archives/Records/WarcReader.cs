using System.Globalization;
using System.Text;
using Skiplink.Archives.Http;
using Skiplink.Archives.Streams;

namespace Skiplink.Archives.Records;

/// <summary>Reads records of WARC 1.0 and 1.1 (ISO 28500).</summary>
internal sealed class WarcReader(RecordCursor cursor, ArchiveOptions options) : RecordReader(cursor, options)
{
    private const int MaxLineLength = 1 << 16;
    private const int MaxHeaderLines = 1000;

    /// <summary>Whether bytes begin as a record does: <c>WARC/1.0</c>, <c>WARC/0.18</c>.</summary>
    public static bool IsStart(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 7 && bytes.StartsWith("WARC/"u8) && char.IsAsciiDigit((char)bytes[5]) && bytes[6] == (byte)'.';

    protected override bool BeginsRecord(ReadOnlySpan<byte> bytes) => IsStart(bytes);

    protected override int FindStart(ReadOnlySpan<byte> bytes)
    {
        for (int from = 0; ;)
        {
            int found = bytes[from..].IndexOf("\nWARC/"u8);
            if (found < 0)
                return -1;
            from += found + 1;
            // Pages may speak of records: one has a named field in the line below.
            ReadOnlySpan<byte> rest = bytes[from..];
            int line = rest.IndexOf((byte)'\n');
            if (IsStart(rest) && line is > 7 and < 12 && rest[(line + 1)..] is { Length: > 4 } fields
                && (fields.StartsWith("WARC-"u8) || fields.StartsWith("Content-"u8) || fields.StartsWith("Warc-"u8)))
                return from;
        }
    }

    protected override ArchiveRecord? ReadHeader(Place start, out long length)
    {
        length = -1;
        if (!IsStart(Cursor.Peek(16)) || Cursor.ReadLine(MaxLineLength) is null)
            return null;
        HeaderFields fields = new();
        bool isWhole = false;
        for (int i = 0; i < MaxHeaderLines && Cursor.ReadLine(MaxLineLength) is { } line; i++)
        {
            isWhole = line.Length == 0;
            if (isWhole)
                break;
            fields.Add(Encoding.UTF8.GetString(line));
        }
        if (!isWhole || fields["WARC-Type"] is not { Length: > 0 } type)
            return null;
        if (!long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out length))
            length = -1;
        string? contentType = fields["Content-Type"];
        type = type.ToLowerInvariant();
        return new()
        {
            Type = type,
            Url = WithoutBrackets(fields["WARC-Target-URI"]),
            Date = fields["WARC-Date"],
            Id = WithoutBrackets(fields["WARC-Record-ID"]),
            ContentType = contentType,
            Offset = start.Offset,
            IsTruncated = fields["WARC-Truncated"] is not null,
            IsHttpResponse = type == "response"
                && (contentType is null || contentType.StartsWith("application/http", StringComparison.OrdinalIgnoreCase)),
        };
    }

    /// <summary>Identifiers stand in angle brackets; some writers put addresses into them too.</summary>
    private static string? WithoutBrackets(string? value) =>
        value is ['<', .., '>'] ? value[1..^1] : value;
}
