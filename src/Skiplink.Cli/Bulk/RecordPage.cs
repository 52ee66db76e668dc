using Skiplink.Archives;
using Skiplink.Archives.Http;
using Skiplink.Cli.Bulk.Rows;
using Skiplink.Fetching.Sniffing;

namespace Skiplink.Cli.Bulk;

/// <summary>Finds the page in a record of an archive.</summary>
internal static class RecordPage
{
    /// <summary>Media types that pages have, and those that say nothing.</summary>
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "text/html", "application/xhtml+xml", "text/plain", "application/vnd.wap.xhtml+xml",
        "application/octet-stream", "unknown/unknown", "application/unknown", "unk", "no-type", "text",
    };

    private static readonly Dictionary<string, string> KnownTypes = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = "PDF document",
        ["application/x-pdf"] = "PDF document",
    };

    /// <param name="record">The record.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="fields">Where status, content type and charset go.</param>
    /// <param name="maxBytes">How large a page may be.</param>
    /// <returns>The page, or what the record is that holds none.</returns>
    /// <exception cref="InputException">It is damaged or too large.</exception>
    public static (PageInput? Page, string? LeftOut) Read(ArchiveRecord record, string source, RecordFields fields, int maxBytes)
    {
        HttpPayload? http = record.IsHttpResponse ? HttpPayload.Parse(record.Block) : null;
        string? type = http is null ? MediaType.Parse(record.ContentType, out string? charset) : http.ContentType;
        charset = http is null ? MediaCharset(record.ContentType) : http.Charset;
        fields.Status = http is null or { Status: 0 } ? null : http.Status;
        fields.ContentType = type;
        fields.Charset = charset;
        if (http is { Status: >= 300 and < 400 or 204 or 205 })
            return (null, http.Status is 204 or 205 ? "response without a page" : http.Status == 304 ? "not modified response"
                : "redirect");
        if (type is not null && !Types.Contains(type))
            return (null, KnownTypes.GetValueOrDefault(type, type));
        DecodedBody body = Decode(http, record, source, maxBytes);
        SniffedContent content = ContentSniffer.Sniff(body.Bytes.Span);
        if (content.Kind is ContentKind.Gzip or ContentKind.Zstd or ContentKind.Mhtml)
        {
            // Packed once more by whoever saved it: as a file that is packed.
            PageInput unpacked = PageBytes.Read(new MemoryStream(body.Bytes.ToArray()), source, maxBytes: maxBytes);
            return (unpacked with { Url = UrlOf(record) ?? unpacked.Url, Encoding = unpacked.Encoding ?? charset }, null);
        }
        bool isConversion = record.Type == "conversion";
        if (content.Kind is ContentKind.Other || (content.Kind == ContentKind.Xml && type != "application/xhtml+xml"))
            return (null, content.Noun);
        if (content.Kind == ContentKind.Empty)
            return (null, "empty page");
        if (type == "text/plain" && !isConversion && UrlOf(record) is { AbsolutePath: "/robots.txt" })
            return (null, "robots.txt");
        bool isText = isConversion || (type is "text/plain" && content.Kind != ContentKind.Html);
        return (new(body.Bytes, isText, content.Encoding ?? charset, UrlOf(record)) { IsCutShort = body.IsCutShort }, null);
    }

    private static DecodedBody Decode(HttpPayload? http, ArchiveRecord record, string source, int maxBytes)
    {
        try
        {
            return http?.Decode(maxBytes) ?? new(record.Block, false);
        }
        catch (InvalidDataException e)
        {
            throw new InputException(source, e.Message, e);
        }
    }

    private static string? MediaCharset(string? value)
    {
        MediaType.Parse(value, out string? charset);
        return charset;
    }

    /// <summary>The record's address; those with spaces or other stray characters too.</summary>
    private static Uri? UrlOf(ArchiveRecord record) =>
        Uri.TryCreate(record.Url, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" ? url : null;
}
