using System.Text.Json;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class ReadCommandTests
{
    [Fact]
    public async Task A_page_is_printed_as_markdown_under_its_title()
    {
        Command run = await Command.RunAsync("read", Command.Sample("queue-guide.html"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("# Acknowledging messages\n\nA message stays in its queue", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_printed_as_json_with_the_fields_of_the_contract()
    {
        Command run = await Command.RunAsync(
            "read", Command.Sample("harbour-talks.html"), "--as", "json", "--url", "https://herald.example/islands/x");
        Assert.Equal(0, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement root = json.RootElement;
        Assert.Equal("https://herald.example/islands/x", root.GetProperty("url").GetString());
        Assert.Equal("Harbour talks end with a promise of cleaner ferries", root.GetProperty("title").GetString());
        Assert.Equal("https://herald.example/pictures/marrow-bay-1200.jpg", root.GetProperty("image").GetString());
        foreach (string name in "source authors published modified site language description section kind confidence text".Split(' '))
            Assert.True(root.TryGetProperty(name, out _), name);
        Assert.False(root.TryGetProperty("markdown", out _));
    }

    [Fact]
    public async Task A_page_is_printed_as_html_and_as_tei()
    {
        Command html = await Command.RunAsync("read", Command.Sample("queue-guide.html"), "--as", "html");
        Command xml = await Command.RunAsync("read", Command.Sample("queue-guide.html"), "--as", "xml");
        Assert.Equal((0, 0), (html.ExitCode, xml.ExitCode));
        Assert.Contains(
            "<pre><code class=\"language-csharp\">await foreach (Message message in queue.Receive())",
            html.Output, StringComparison.Ordinal);
        Assert.Contains("<td><code>lease</code></td>", html.Output, StringComparison.Ordinal);
        System.Xml.Linq.XDocument tei = System.Xml.Linq.XDocument.Parse(xml.Output);
        Assert.Equal("http://www.tei-c.org/ns/1.0", tei.Root!.Name.NamespaceName);
        Assert.Equal("Acknowledging messages", tei.Descendants().First(static e => e.Name.LocalName == "title").Value);
    }

    [Fact]
    public async Task Front_matter_stands_before_the_title()
    {
        Command run = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--front-matter");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(
            "---\ntitle: \"Harbour talks end with a promise of cleaner ferries\"\nauthors:\n  - \"Ines Carraway\"\n",
            run.Output, StringComparison.Ordinal);
        Assert.Contains("\n---\n\n# Harbour talks end with a promise of cleaner ferries\n\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "Harbour talks end with a promise of cleaner ferries\n")]
    [InlineData("authors", "Ines Carraway\nTomas Hjelm\n")]
    [InlineData("published", "2025-03-07T18:40:00+01:00\n")]
    public async Task One_property_is_printed_alone(string name, string expected)
    {
        Command run = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--property", name);
        Assert.Equal((0, expected), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_property_that_the_page_does_not_have_is_exit_1()
    {
        Command run = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--property", "weather");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("has no weather", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tables_a_row_is_a_paragraph_and_no_word_is_lost()
    {
        Command run = await Command.RunAsync("read", Command.Sample("queue-guide.html"), "--no-tables");
        Assert.Contains(
            "\n\n`retries` | 5 | How often a message comes back before it is a dead letter\n\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_told_apart_into_html_and_saved_text()
    {
        Command html = await Command.RunAsync(File.ReadAllBytes(Command.Sample("harbour-talks.html")), "read", "-", "--as", "text");
        Command text = await Command.RunAsync(File.ReadAllBytes(Command.Sample("saved-news-page.txt")), "read", "--as", "text");
        Assert.Contains("MARROW BAY, Skerry Islands, March 7", html.Output, StringComparison.Ordinal);
        Assert.StartsWith("MARROW BAY, Skerry Islands (Northwire) --", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_goes_to_a_file_that_appears_whole()
    {
        string folder = Directory.CreateTempSubdirectory("skiplink").FullName;
        string file = Path.Combine(folder, "out.md");
        Command run = await Command.RunAsync("read", Command.Sample("bread-oven.html"), "-o", file);
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("# Ember 40 bread oven", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_page_is_explained_in_a_page()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("skiplink").FullName, "why.html");
        Command run = await Command.RunAsync("explain", Command.Sample("harbour-talks.html"), "-o", file);
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Contains("<li class=\"kept\">", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("<li class=\"skipped\">", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_gets_one_clear_line() =>
        (await Command.RunAsync("read", "no-such-page.html")).AssertFails("no-such-page.html: there is no such file.");

    [Fact]
    public async Task A_folder_is_for_bulk() =>
        (await Command.RunAsync("read", Path.GetTempPath())).AssertFails("is a folder; use skiplink bulk.");

    [Fact]
    public async Task A_page_without_main_text_is_said_to_have_none() =>
        (await Command.RunAsync("<html><body><script>1</script>"u8.ToArray(), "read", "-")).AssertFails("-: no main text was found.");

    [Theory]
    [InlineData("--help", "skiplink [command] [options]")]
    [InlineData("read --help", "skiplink read [<SOURCE>] [options]")]
    [InlineData("bulk --help", "skiplink bulk [<INPUT>...] [options]")]
    public async Task Help_calls_the_command_by_its_name(string arguments, string usage)
    {
        Command run = await Command.RunAsync(arguments.Split(' '));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(usage, run.Output);
        Assert.DoesNotContain("Skiplink.Cli", run.Output);
        Assert.DoesNotContain("2147483647", run.Output);
    }

    [Fact]
    public async Task A_source_without_a_name_gets_one_clear_line() => (await Command.RunAsync("read", "")).AssertFails("without a name");

    [Fact]
    public async Task An_output_without_a_name_gets_one_clear_line() =>
        (await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "-o", "")).AssertFails("without a name");

    [Theory]
    [InlineData("markdown", "\n\n## Comments\n\n**gullwatcher**\n\nAbout time.")]
    [InlineData("text", "\n\ngullwatcher\nAbout time.")]
    [InlineData("html", "<h2>Comments</h2>\n<article>\n<p><strong>gullwatcher</strong></p>\n<p>About time.")]
    public async Task Comments_follow_the_text_where_they_are_asked_for(string format, string expected)
    {
        string page = Command.Sample("harbour-talks.html");
        foreach (string[] asked in (string[][])[["--comments"], ["--with", "comments"]])
        {
            Command with = await Command.RunAsync(["read", page, "--as", format, .. asked]);
            Assert.Contains(expected, with.Output, StringComparison.Ordinal);
        }
        Command without = await Command.RunAsync("read", page, "--as", format);
        Assert.DoesNotContain("gullwatcher", without.Output, StringComparison.Ordinal);
    }
}
