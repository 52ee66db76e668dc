using System.Globalization;
using System.Text;
using Skiplink.Archives.Http;
using Xunit;

namespace Skiplink.Archives.Tests;

/// <summary>Files of three projects, sound and broken, and what each of them holds.</summary>
public sealed class RealArchiveTests
{
    private static readonly string Folder = FindFolder();

    /// <summary>The file, how many records of each type it holds, and how many of all are broken.</summary>
    public static TheoryData<string, string, int> Files => new()
    {
        { "bad.arc", "filedesc 1, response 3", 3 },
        { "cc.warc.gz", "response 1", 0 },
        { "example-bad-non-chunked.warc.gz", "request 2, response 1, revisit 1, warcinfo 2", 0 },
        { "example-bad.warc.gz.bad", "request 2, response 2, revisit 1, warcinfo 1", 0 },
        { "example-digest.warc", "request 4", 0 },
        { "example-iana.org-chunked.warc", "request 1, response 1, warcinfo 1", 0 },
        { "example-resource.warc.gz", "resource 1, warcinfo 2", 0 },
        { "example-space-in-target-uri.warc.gz", "resource 1, warcinfo 1", 0 },
        { "example-space-in-url.arc", "filedesc 1, response 1", 1 },
        { "example-trunc.warc", "request 1, response 1, warcinfo 2", 1 },
        { "example-wget-bad-target-uri.warc.gz", "metadata 1, request 1, resource 2, response 1, warcinfo 1", 0 },
        { "example-wrong-chunks.warc.gz", "request 1, response 1", 0 },
        { "example.arc", "filedesc 1, response 1", 0 },
        { "example.arc.gz", "filedesc 1, response 1", 0 },
        { "example.warc", "request 2, response 1, revisit 1, warcinfo 2", 0 },
        { "example.warc.gz", "request 2, response 1, revisit 1, warcinfo 2", 0 },
        { "gzip_extra_sl.warc.gz", "warcinfo 1", 0 },
        { "post-test.warc.gz", "request 3, response 3", 0 },
        { "whirlwind.warc", "metadata 1, request 1, response 1, warcinfo 1", 0 },
        { "whirlwind.warc.gz", "metadata 1, request 1, response 1, warcinfo 1", 0 },
        { "whirlwind.warc.wat.gz", "metadata 1, warcinfo 1", 0 },
        { "whirlwind.warc.wet", "conversion 1, warcinfo 1", 0 },
        { "whirlwind.warc.wet.gz", "conversion 1, warcinfo 1", 0 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void All_records_of_a_real_file_are_read(string file, string types, int broken)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "Needs ../shared/data/warc.");
        List<ArchiveRecord> records = Warc.ReadAll(File.ReadAllBytes(Path.Combine(Folder, file)));
        string found = string.Join(", ", records.GroupBy(static r => r.Type).OrderBy(static g => g.Key, StringComparer.Ordinal)
            .Select(static g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Count()}")));
        string errors = string.Join("; ", records.Where(static r => r.Error is not null).Select(static r =>
            $"{r.Type} at {r.Offset}: {r.Error}"));
        Assert.Equal((types, broken, errors), (found, records.Count(static r => r.Error is not null), errors));
        Assert.All(records.Where(static r => r.IsHttpResponse && r.Error is null), static r => Assert.NotEqual(0,
            HttpPayload.Parse(r.Block)!.Status));
    }

    [Theory]
    [InlineData("cc.warc.gz", 0, "Common Crawl")]
    [InlineData("example.warc", 2, "illustrative examples")]
    [InlineData("example-bad-non-chunked.warc.gz", 2, "illustrative examples")]
    [InlineData("example-iana.org-chunked.warc", 1, "</html>")]
    [InlineData("example-wrong-chunks.warc.gz", 0, "illustrative examples")]
    [InlineData("whirlwind.warc", 2, "Escopete")]
    [InlineData("whirlwind.warc.gz", 2, "Escopete")]
    [InlineData("example-space-in-url.arc", 1, "illustrative examples")]
    public void The_page_of_a_real_record_is_decoded(string file, int index, string text)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "Needs ../shared/data/warc.");
        ArchiveRecord record = Warc.ReadAll(File.ReadAllBytes(Path.Combine(Folder, file)))[index];
        string page = Encoding.UTF8.GetString(HttpPayload.Parse(record.Block)!.Decode(1 << 24).Bytes.Span);
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("</html>", page, StringComparison.Ordinal);
    }

    private static string FindFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Skiplink.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared", "data", "warc");
    }
}
