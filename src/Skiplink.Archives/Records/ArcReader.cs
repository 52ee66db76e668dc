using System.Buffers;
using System.Globalization;
using System.Text;
using Skiplink.Archives.Streams;

namespace Skiplink.Archives.Records;

/// <summary>Reads records of ARC 1 and 2, the format of the Internet Archive before WARC.</summary>
internal sealed class ArcReader(RecordCursor cursor, ArchiveOptions options) : RecordReader(cursor, options)
{
    private const int MaxLineLength = 1 << 14;

    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF.:-");

    /// <summary>
    /// Fields after the address: IP address, date, type, length; version 2 has result, checksum, location, offset, name as well.
    /// </summary>
    private const int ShortFields = 4;
    private const int LongFields = 9;

    /// <summary>Whether bytes begin as a file does.</summary>
    public static bool IsFileStart(ReadOnlySpan<byte> bytes) => bytes.StartsWith("filedesc://"u8);

    protected override bool BeginsRecord(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)'\n');
        return end > 0 && Parse(bytes[..end]) is not null;
    }

    protected override int FindStart(ReadOnlySpan<byte> bytes)
    {
        for (int from = 0; ;)
        {
            int found = bytes[from..].IndexOf((byte)'\n');
            if (found < 0)
                return -1;
            from += found + 1;
            if (BeginsRecord(bytes[from..]))
                return from;
        }
    }

    protected override ArchiveRecord? ReadHeader(Place start, out long length)
    {
        length = -1;
        if (Cursor.ReadLine(MaxLineLength) is not { } line || Parse(line) is not { } header)
            return null;
        length = header.Length;
        bool isFile = header.Url.StartsWith("filedesc:", StringComparison.Ordinal);
        return new()
        {
            Type = isFile ? "filedesc" : header.Url.StartsWith("dns:", StringComparison.OrdinalIgnoreCase) ? "dns" : "response",
            Url = header.Url,
            Date = IsoDate(header.Date),
            ContentType = header.ContentType,
            Offset = start.Offset,
            IsHttpResponse = !isFile && Cursor.Peek(5).StartsWith("HTTP/"u8),
        };
    }

    /// <summary>
    /// Reads a record's line from its end: addresses may have spaces. A length that is no number, or negative, is -1: the record is one all
    /// the same, and ends where the next begins.
    /// </summary>
    private static Header? Parse(ReadOnlySpan<byte> line)
    {
        if (line.Length > MaxLineLength || line.IndexOf("://"u8) is var scheme && (scheme is < 0 or > 20) && !line.StartsWith("dns:"u8))
            return null;
        string text = Encoding.UTF8.GetString(line).TrimEnd('\r');
        string[] words = text.Split(' ');
        foreach (int count in (ReadOnlySpan<int>)[ShortFields, LongFields])
        {
            if (words.Length <= count)
                continue;
            ReadOnlySpan<string> fields = words.AsSpan(words.Length - count);
            if (!IsAddress(fields[0]) || !IsDate(fields[1]))
                continue;
            bool isNumber = long.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out long length);
            string url = string.Join(' ', words.AsSpan(0, words.Length - count));
            return new(url, fields[1], fields[2], isNumber ? length : -1);
        }
        return null;
    }

    private static bool IsAddress(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept(AddressCharacters) < 0;

    private static bool IsDate(string text) => text.Length is >= 8 and <= 20 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A date of fourteen digits in ISO 8601; null when it is no date.</summary>
    private static string? IsoDate(string digits) =>
        digits.Length >= 14 && DateTime.TryParseExact(
            digits[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTime date)
            ? date.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : null;

    private sealed record Header(string Url, string Date, string ContentType, long Length);
}
