using System.Globalization;
using System.IO.Compression;
using System.Text;

// Makes WARC files of folders of pages, to measure and to try bulk with:
//   MakeArchive FOLDER… --out DIR [--records N] [--files N] [--large-page MB] [--plain]
// Pages are taken in the order of their names, again and again until there are so many; each has a request and an address of its own.
List<string> folders = [];
string? output = null;
int records = 20_000, files = 1, largePage = 0;
bool isPlain = false;
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--out": output = args[++i]; break;
        case "--records": records = Number(args[++i]); break;
        case "--files": files = Number(args[++i]); break;
        case "--large-page": largePage = Number(args[++i]); break;
        case "--plain": isPlain = true; break;
        default: folders.Add(args[i]); break;
    }
}
string[] pages = [.. folders.SelectMany(static f => Directory.EnumerateFiles(f, "*.html*",
    SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];
if (output is null || pages.Length == 0)
{
    Console.Error.WriteLine("MakeArchive "
        + "FOLDER… --out DIR [--records N] [--files N] [--large-page MB] [--plain]: FOLDER has .html or .html.gz files.");
    return 2;
}
Directory.CreateDirectory(output);
for (int file = 0, record = 0; file < files; file++)
{
    string name = string.Create(CultureInfo.InvariantCulture, $"made-{file:D5}.warc{(isPlain ? "" : ".gz")}");
    using FileStream archive = File.Create(Path.Combine(output, name));
    Write(archive, "warcinfo", null, -1, "application/warc-fields",
        "software: MakeArchive\r\nformat: WARC File Format 1.0\r\n"u8.ToArray());
    for (int end = (int)((long)records * (file + 1) / files); record < end; record++)
    {
        byte[] page = record == records / 2 && largePage > 0 ? LargePage(largePage << 20) : Read(pages[record % pages.Length]);
        string url = string.Create(CultureInfo.InvariantCulture,
            $"https://site{record % pages.Length}.example/{record / pages.Length}/page.html");
        string host = new Uri(url).Host;
        Write(archive, "request", url, record, "application/http; msgtype=request",
            Encoding.ASCII.GetBytes($"GET /page.html HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        byte[] head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {page.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n");
        Write(archive, "response", url, record, "application/http; msgtype=response", [.. head, .. page]);
    }
    Console.Error.WriteLine($"{archive.Name}: {archive.Length / 1e6:F1} MB");
}
return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static byte[] Read(string path)
{
    using FileStream file = File.OpenRead(path);
    using MemoryStream page = new();
    if (path.EndsWith(".gz", StringComparison.Ordinal))
    {
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        unpacked.CopyTo(page);
    }
    else
    {
        file.CopyTo(page);
    }
    return page.ToArray();
}

// A page of the given size with paragraphs of prose, as a long document is.
static byte[] LargePage(int bytes)
{
    StringBuilder page = new("<!doctype html><html><head><title>A long page</title></head><body><article><h1>A long page</h1>", bytes
        + 1000);
    for (int i = 0; page.Length < bytes; i++)
    {
        page.Append(CultureInfo.InvariantCulture,
            $"<p>Paragraph {i} of the report "
                + $"says that in the year "
                + $"{1900 + (i % 120)} the harbour saw {i * 7 % 1000} ships, and that each of them brought goods.</p>\n");
    }
    return Encoding.ASCII.GetBytes(page.Append("</article></body></html>").ToString());
}

void Write(Stream archive, string type, string? url, int record, string contentType, byte[] block)
{
    // The same archive every time: identifiers are counted, the date is fixed.
    string id = string.Create(CultureInfo.InvariantCulture,
        $"{(type == "request" ? 1 : type == "response" ? 2 : 0):x8}-0000-4000-8000-{record + 1:x12}");
    byte[] head = Encoding.UTF8.GetBytes(
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Date: 2025-01-02T03:04:05Z\r\n"
        + (url is null ? "" : $"WARC-Target-URI: {url}\r\n")
        + $"Content-Type: {contentType}\r\nContent-Length: {block.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n");
    if (isPlain)
    {
        archive.Write([.. head, .. block, .. "\r\n\r\n"u8]);
        return;
    }
    using GZipStream member = new(archive, CompressionLevel.Optimal, leaveOpen: true);
    member.Write([.. head, .. block, .. "\r\n\r\n"u8]);
}
