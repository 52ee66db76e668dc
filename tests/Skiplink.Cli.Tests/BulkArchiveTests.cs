using System.Text;
using System.Text.Json;
using Skiplink.Archives.Tests;
using Xunit;

namespace Skiplink.Cli.Tests;

/// <summary>Archives as inputs of a bulk run.</summary>
public sealed class BulkArchiveTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skiplink").FullName;

    [Theory]
    [InlineData("gz")]
    [InlineData("zst")]
    [InlineData("plain")]
    public async Task Each_page_of_an_archive_is_a_row_and_what_is_none_is_counted(string packing)
    {
        byte[][] records =
        [
            Warc.Record("warcinfo", "", "x"u8.ToArray(), "application/warc-fields"),
            Warc.Record("request", "http://a.example/1", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            Warc.Record("response", "http://a.example/1", Warc.Http(TestPage.Bytes), id: 1),
            Warc.Record("response", "http://a.example/2", Warc.Http("%PDF-1.4 x", "Content-Type: application/pdf")),
            Warc.Record("response", "http://a.example/3", Warc.Http("moved", status: 301)),
            Warc.Record("response", "http://a.example/4", Warc.Http([0x89, 0x50, 0x4E, 0x47, 1, 2, 3])),
            Warc.Record("response", "http://a.example/5", Warc.Http("  \n")),
            Warc.Record("response", "http://a.example/6", Warc.Http(Encoding.Latin1.GetBytes(Page("Die Fähre")),
                "Content-Type: text/html; charset=ISO-8859-1", 404)),
            Warc.Record("response", "http://a.example/7", Warc.Http(TestPage.Brotli(TestPage.Bytes),
                "Content-Type: text/html\r\nContent-Encoding: br")),
            Warc.Record("response", "http://a.example/8", Warc.Http(TestPage.Random(3000),
                "Content-Type: text/html\r\nContent-Encoding: compress")),
            Warc.Record("conversion", "http://a.example/9", Encoding.UTF8.GetBytes(TestPage.Text), "text/plain"),
        ];
        string archive = At(packing == "plain" ? "a.warc" : "a.warc." + packing);
        File.WriteAllBytes(archive, [.. records.SelectMany(r => packing switch { "gz" => Warc.Gzip(r), "zst" => Warc.Zstd(r), _ => r })]);
        Command run = await Command.RunAsync("bulk", archive, "--out", "-");
        JsonElement[] rows = Rows(run.Output);
        Assert.Equal(["1", "6", "7", "8", "9"], rows.Select(static r => r.GetProperty("url").GetString()![^1..]));
        Assert.Contains("is packed by compress", rows[3].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.All(rows.Where(static (_, i) => i is 0 or 2 or 4), static r =>
            Assert.StartsWith(TestPage.Start, r.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.Contains("Die Fähre", rows[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal((404, "ISO-8859-1", "text/html"), (rows[1].GetProperty("status").GetInt32(), Text(rows[1], "charset"), Text(rows[1],
            "content_type")));
        Assert.Equal(
            ("<urn:uuid:00000000-0000-4000-8000-000000000001>", "2024-05-06T07:08:09Z", archive),
            (Text(rows[0], "id"), Text(rows[0], "date"), Text(rows[0], "file_path")));
        long offset = rows[0].GetProperty("warc_record_offset").GetInt64();
        Assert.Equal($"{archive}:{offset}", Text(rows[0], "source"));
        Assert.InRange(rows[0].GetProperty("language_score").GetDouble(), 0.8, 1);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "left out: PDF document (1); PNG image (1); empty page (1); redirect (1); request record (1); warcinfo record (1)\n",
            run.Errors, StringComparison.Ordinal);
        // The record can be cut out of the file and read alone.
        byte[] alone = File.ReadAllBytes(archive).AsSpan((int)offset, (int)rows[0].GetProperty("warc_record_length").GetInt64()).ToArray();
        Assert.Equal("http://a.example/1", Assert.Single(Warc.ReadAll(alone)).Url);
    }

    [Fact]
    public async Task An_archive_comes_by_a_pipe_too()
    {
        string archive = At("a.warc.gz");
        ArchiveOfPages.Write(archive, 20);
        Command run = await Command.RunAsync(File.ReadAllBytes(archive), "bulk", "-", "--out", "-");
        Assert.Equal((0, 20), (run.ExitCode, Rows(run.Output).Length));
    }

    [Fact]
    public async Task Broken_records_are_rows_and_those_after_them_are_read()
    {
        string archive = At("a.warc");
        byte[] wrong = Warc.Record("response", "http://a.example/1", Warc.Http(TestPage.Bytes), length: 100);
        File.WriteAllBytes(archive, [.. wrong, .. "junk\n"u8, .. Warc.Response("http://a.example/2", TestPage.Html)]);
        Command run = await Command.RunAsync("bulk", archive, "--out", "-");
        JsonElement[] rows = Rows(run.Output);
        Assert.Equal(2, rows.Length);
        Assert.StartsWith(TestPage.Start, Text(rows[0], "text"), StringComparison.Ordinal);
        Assert.StartsWith("record: is longer than its length", rows[0].GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.StartsWith(TestPage.Start, Text(rows[1], "text"), StringComparison.Ordinal);

        archive = At("b.warc.gz");
        byte[] cut = Warc.Gzip(Warc.Response("http://a.example/3", TestPage.Html))[..100];
        File.WriteAllBytes(archive, [.. cut, .. Warc.Gzip(Warc.Response("http://a.example/2", TestPage.Html))]);
        run = await Command.RunAsync("bulk", archive, "--out", "-");
        rows = Rows(run.Output);
        Assert.Equal((1, true), (run.ExitCode, rows[0].TryGetProperty("error", out _)));
        Assert.Equal("http://a.example/2", Text(rows[^1], "url"));
    }

    [Fact]
    public async Task An_index_names_the_records_that_are_read()
    {
        string archive = At("crawl/a.warc.gz");
        Directory.CreateDirectory(At("crawl"));
        ArchiveOfPages.Write(archive, 10);
        List<Skiplink.Archives.ArchiveRecord> records = Warc.ReadAll(File.ReadAllBytes(archive));
        string Line(int i) =>
            $"key{i} 2024 {{\"filename\": \"crawl/a.warc.gz\", \"offset\": \"{records[i].Offset}\", \"length\": \"{records[i].Length}\"}}";
        string other = "key 2024 {\"filename\": \"other.warc.gz\", \"offset\": \"3\"}",
            within = "key 2024 {\"filename\": \"a.warc.gz\", \"offset\": \"7\"}";
        File.WriteAllLines(At("list.cdxj"), [Line(7), Line(2), other, within]);
        foreach (string[] inputs in (string[][])[[At("crawl")], []])
        {
            Command run = await Command.RunAsync(["bulk", .. inputs, "--cdx", At("list.cdxj"), "--out", "-"]);
            JsonElement[] rows = Rows(run.Output);
            Assert.Equal(1, run.ExitCode);
            Assert.Equal(["https://site7.example/7", "https://site2.example/2"], rows.Take(2).Select(static r => Text(r, "url")));
            Assert.Equal(4, rows.Length);
            Assert.All(rows.Skip(2), static r => Assert.True(r.TryGetProperty("error", out _)));
        }
    }

    [Fact]
    public async Task Saved_pages_and_packed_pages_are_read_and_patterns_name_them()
    {
        const string Mhtml = "Snapshot-Content-Location: https://a.example/saved\r\nMIME-Version: 1.0\r\n"
            + "Date: Mon, 6 May 2024 07:08:07 +0000\r\n"
            + "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n";
        File.WriteAllText(At("a.mhtml"), Mhtml + TestPage.Html + "\r\n--b--\r\n");
        File.WriteAllBytes(At("b.html.zst"), Warc.Zstd(TestPage.Bytes));
        File.WriteAllBytes(At("c.mhtml"), [0x89, 0x50, 0x4E, 0x47]);
        foreach (string[] inputs in (string[][])[[_folder], [At("*.mhtml"), At("**/b.*")]])
        {
            Command run = await Command.RunAsync(["bulk", .. inputs, "--out", "-"]);
            JsonElement[] rows = [.. Rows(run.Output).OrderBy(static r => Text(r, "source"))];
            Assert.Equal(["a.mhtml", "b.html.zst", "c.mhtml"], rows.Select(static r => Path.GetFileName(Text(r, "source"))));
            Assert.Equal(("https://a.example/saved", "2024-05-06T07:08:07Z"), (Text(rows[0], "url"), Text(rows[0], "date")));
            Assert.All(rows.Take(2), static r => Assert.StartsWith(TestPage.Start, Text(r, "text"), StringComparison.Ordinal));
            Assert.Contains("PNG", Text(rows[2], "error"), StringComparison.Ordinal);
        }
        Command none = await Command.RunAsync("bulk", At("*.xyz"), "--out", "-");
        Assert.Contains("no file fits this pattern", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_leave_rows_out_and_shards_divide_the_inputs()
    {
        for (int i = 0; i < 12; i++)
            ArchiveOfPages.Write(At($"{i:D2}.warc.gz"), 3, 3 * i);
        Command all = await Command.RunAsync("bulk", _folder, "--out", "-");
        List<string> union = [];
        for (int i = 0; i < 5; i++)
        {
            Command part = await Command.RunAsync("bulk", _folder, "--out", "-", "--shard", $"{i}/5");
            Assert.Equal(0, part.ExitCode);
            union.AddRange(part.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        Assert.Equal(all.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            union.Order(StringComparer.Ordinal));

        Command products = await Command.RunAsync("bulk", _folder, "--out", "-", "--min-words", "100000");
        Assert.Equal((0, ""), (products.ExitCode, products.Output));
        Assert.Contains("page of fewer words (36)", products.Errors, StringComparison.Ordinal);
        Command english = await Command.RunAsync("bulk", _folder, "--out", "-", "--language", "de");
        Assert.Equal("", english.Output);
        Command errors = await Command.RunAsync("bulk", _folder, "--out", "-", "--verdict", "error-page");
        Assert.Equal("", errors.Output);
        Assert.Contains("page of another verdict (36)", errors.Errors, StringComparison.Ordinal);
        (await Command.RunAsync("bulk", _folder, "--out", "-", "--verdict", "bad")).AssertWrongUsage("--verdict bad: there are none, ");
        (await Command.RunAsync("bulk", _folder, "--out", "-", "--kind", "story")).AssertWrongUsage("--kind story: there are ");
        (await Command.RunAsync("bulk", _folder, "--out", "-", "--shard", "5/5")).AssertWrongUsage("--shard 5/5");
    }

    [Fact]
    public async Task Copies_are_marked_with_the_first_of_their_kind()
    {
        string close = TestPage.Html.Replace("So it is.", "So they are.", StringComparison.Ordinal);
        string long1 = Page(string.Join(" ", Enumerable.Range(0, 300).Select(static i => $"word{i * 7919 % 1000}")));
        File.WriteAllBytes(At("a.warc"),
        [
            .. Warc.Record("response", "http://a.example/1", Warc.Http(TestPage.Bytes), id: 1),
            .. Warc.Record("response", "http://a.example/2", Warc.Http(long1), id: 2),
            .. Warc.Record("response", "http://a.example/3", Warc.Http(TestPage.Bytes), id: 3),
            .. Warc.Record("response", "http://a.example/4", Warc.Http(long1.Replace("word7 ", "other ", StringComparison.Ordinal)), id: 4),
            .. Warc.Record("response", "http://a.example/5", Warc.Http(File.ReadAllText(Command.Sample("heron.html"))), id: 5),
        ]);
        _ = close;
        Command run = await Command.RunAsync("bulk", At("a.warc"), "--out", "-", "--duplicates");
        string?[] marks = [.. Rows(run.Output).Select(static r => r.TryGetProperty("duplicate_of", out JsonElement id) ? id.GetString()
            : null)];
        Assert.Equal([null, null, Id(1), Id(2), null], marks);
        Assert.Contains("copies of earlier pages: 2\n", run.Errors, StringComparison.Ordinal);

        static string Id(int i) => $"<urn:uuid:00000000-0000-4000-8000-{i:x12}>";
    }

    private static string Page(string start) =>
        $"<!doctype html><title>x</title><article><h1>Ferries</h1><p>{start} "
        + "soll nach den Worten des Hafenamtes noch in diesem Jahr ersetzt werden, und in neun Orten werden Ladestellen gebaut.</p>"
        + "<p>Das sagte der Leiter des Amtes am Freitag, als er die Pläne für den Hafen und die Inseln vorstellte.</p></article>";

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static JsonElement[] Rows(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    private string At(string name) => Path.Combine(_folder, name);
}
