using System.IO.Compression;
using System.Text.Json;
using Skiplink.Cli.Commands;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class BulkCommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skiplink").FullName;

    private string Out => Path.Combine(_folder, "out.jsonl");

    [Fact]
    public async Task A_folder_becomes_a_row_for_each_page_in_the_order_of_names()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "in", "deeper"));
        File.Copy(Command.Sample("harbour-talks.html"), Path.Combine(_folder, "in", "b.html"));
        File.Copy(Command.Sample("saved-news-page.txt"), Path.Combine(_folder, "in", "c.txt"));
        using (FileStream file = File.Create(Path.Combine(_folder, "in", "a.html.gz")))
        using (GZipStream packed = new(file, CompressionLevel.Fastest))
            packed.Write(File.ReadAllBytes(Command.Sample("queue-guide.html")));
        File.Copy(Command.Sample("bread-oven.html"), Path.Combine(_folder, "in", "deeper", "d.htm"));
        File.WriteAllText(Path.Combine(_folder, "in", "notes.pdf"), "x");

        Command run = await Command.RunAsync("bulk", Path.Combine(_folder, "in"), "--out", Out, "--with", "markdown", "--workers", "2");
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        JsonElement[] rows = Rows();
        Assert.Equal(
            ["a.html.gz", "b.html", "c.txt", "d.htm"], rows.Select(static r => Path.GetFileName(r.GetProperty("source").GetString())));
        Assert.All(rows, static r => Assert.NotEqual("", r.GetProperty("text").GetString()));
        Assert.All(rows, static r => Assert.NotEqual("", r.GetProperty("markdown").GetString()));
        Assert.Single(rows[2].GetProperty("pictures").EnumerateArray());
    }

    [Theory]
    [InlineData("html", false, true)]
    [InlineData("markdown,html", true, true)]
    [InlineData("html, markdown", true, true)]
    public async Task Rows_have_the_forms_that_were_asked_for(string with, bool markdown, bool html)
    {
        Command run = await Command.RunAsync("bulk", Command.Sample("harbour-talks.html"), "--out", Out, "--with", with);
        Assert.Equal(0, run.ExitCode);
        JsonElement row = Assert.Single(Rows());
        Assert.Equal((markdown, html), (row.TryGetProperty("markdown", out _), row.TryGetProperty("html", out _)));
    }

    [Theory]
    [InlineData("--precision", SelectionMode.Precision, false)]
    [InlineData("--recall --comments", SelectionMode.Recall, true)]
    [InlineData("", SelectionMode.Balanced, false)]
    public async Task Options_of_reading_are_those_of_read(string line, SelectionMode mode, bool comments)
    {
        ReadingOptions reading = new();
        System.CommandLine.Command command = new("bulk");
        reading.AddTo(command);
        ReadOptions options = reading.Apply(command.Parse(line), new());
        Assert.Equal((mode, comments), (options.Mode, options.Comments));

        string[] given = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string page = Command.Sample("harbour-talks.html");
        Command read = await Command.RunAsync(["read", page, "--as", "json", .. given]);
        // What stands beside the text read has in any case, and bulk where it is asked for.
        Command bulk = await Command.RunAsync(["bulk", page, "--out", "-", "--with", "comments,related", .. given]);
        Assert.Equal(0, bulk.ExitCode);
        bulk.AssertRowHas(read.Output);
    }

    [Fact]
    public async Task Rows_are_the_same_bytes_with_any_number_of_workers_and_a_limit_cuts_them()
    {
        string folder = Path.GetDirectoryName(Command.Sample("x"))!;
        Command one = await Command.RunAsync("bulk", folder, "--out", "-", "--workers", "1");
        Command three = await Command.RunAsync("bulk", folder, "--out", Out, "--workers", "3");
        Command limited = await Command.RunAsync("bulk", folder, "--out", "-", "--limit", "3");
        Assert.Equal((0, 0, 0), (one.ExitCode, three.ExitCode, limited.ExitCode));
        Assert.Equal(one.Output, File.ReadAllText(Out));
        Assert.True(Rows().Length > 3);
        Assert.Equal(string.Concat(one.Output.Split('\n').Take(3).Select(static line => line + "\n")), limited.Output);
    }

    [Fact]
    public async Task A_form_that_there_is_not_is_wrong_usage()
    {
        Command run = await Command.RunAsync("bulk", Command.Sample("harbour-talks.html"), "--out", Out, "--with", "markdown,pdf");
        Assert.Equal(2, run.ExitCode);
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public async Task One_bad_page_is_an_error_row_and_the_rest_is_read()
    {
        string bad = Path.Combine(_folder, "bad.html");
        File.WriteAllBytes(bad, [0x89, 0x50, 0x4E, 0x47]);
        string missing = Path.Combine(_folder, "missing.html");
        Command run = await Command.RunAsync("bulk", bad, missing, Command.Sample("harbour-talks.html"), "--out", Out);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("3 pages, 2 failed", run.Errors, StringComparison.Ordinal);
        JsonElement[] rows = Rows();
        Assert.Contains("PNG", rows[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("no such file", rows[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.True(rows[2].TryGetProperty("text", out _));
    }

    [Fact]
    public async Task A_folder_without_pages_is_said_to_have_none()
    {
        Command run = await Command.RunAsync("bulk", _folder, "--out", Out);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("skiplink: there is no page in what was named.", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_named()
    {
        string output = Path.Combine(_folder, "no", "such", "folder", "x.jsonl");
        (await Command.RunAsync("bulk", Command.Sample("bread-oven.html"), "--out", output)).AssertFails(output);
    }

    private JsonElement[] Rows() => [.. File.ReadAllLines(Out).Select(static line => JsonDocument.Parse(line).RootElement)];
}
