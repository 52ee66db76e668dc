using System.Text.Json;
using System.Text.RegularExpressions;
using Skiplink.Cli.Bulk.Inputs;

namespace Skiplink.Cli.Bulk.Rows;

/// <summary>What a row says of where its page comes from, under the names that FineWeb and datatrove give it.</summary>
/// <param name="Id">The WARC-Record-ID in angle brackets, or the source where there is none.</param>
/// <param name="Dump">The crawl that the archive belongs to; null when its path does not tell.</param>
/// <param name="Date">When the page was captured or saved, in ISO 8601; null when that is not known.</param>
/// <param name="FilePath">The file that holds the page.</param>
internal sealed partial record RecordFields(string Id, string? Dump, string? Date, string FilePath)
{
    /// <summary>The page's address, as the archive has it.</summary>
    public string? Url { get; init; }

    /// <summary>Where the record begins in the archive.</summary>
    public long? Offset { get; init; }

    /// <summary>How many bytes it takes there.</summary>
    public long? Length { get; init; }

    /// <summary>The HTTP status.</summary>
    public int? Status { get; set; }

    /// <summary>The media type, as the server told it.</summary>
    public string? ContentType { get; set; }

    /// <summary>The character encoding, as the server told it.</summary>
    public string? Charset { get; set; }

    /// <summary>The fields of an item.</summary>
    public static RecordFields Of(BulkItem item) => item.Record is { } record
        ? new(record.Id is { } id ? $"<{id}>" : item.Source, DumpOf(item.Path), record.Date, item.Path)
        {
            Url = record.Url,
            Offset = record.Offset,
            Length = record.Length,
        }
        : new(item.Source, DumpOf(item.Path), null, item.Path);

    /// <summary>Writes the fields into an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("id"u8, Id);
        if (Dump is not null)
            json.WriteString("dump"u8, Dump);
        if (Date is not null)
            json.WriteString("date"u8, Date);
        json.WriteString("file_path"u8, FilePath);
        if (Offset is { } offset)
            json.WriteNumber("warc_record_offset"u8, offset);
        if (Length is { } length)
            json.WriteNumber("warc_record_length"u8, length);
        if (Status is { } status)
            json.WriteNumber("status"u8, status);
        if (ContentType is not null)
            json.WriteString("content_type"u8, ContentType);
        if (Charset is not null)
            json.WriteString("charset"u8, Charset);
    }

    private static string? DumpOf(string path) => CommonCrawl().Match(path) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("CC-(MAIN|NEWS)-[0-9]{4}(-[0-9]{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex CommonCrawl();
}
