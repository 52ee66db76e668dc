using System.Text.Json;
using Skiplink.Cli.Output;
using Skiplink.Stories;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class StoryOutputTests
{
    [Fact]
    public async Task Json_gains_the_story_as_a_field()
    {
        Command run = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--as", "json", "--story");
        Assert.Equal(0, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement story = json.RootElement.GetProperty("story");
        Assert.Equal("MARROW BAY, Skerry Islands", story.GetProperty("dateline").GetProperty("place").GetString());
        string text = json.RootElement.GetProperty("text").GetString()!;
        IEnumerable<JsonElement> parts =
            story.GetProperty("quotes").EnumerateArray().SelectMany(static q => q.GetProperty("content").EnumerateArray());
        foreach (JsonElement part in parts)
        {
            JsonElement span = part.GetProperty("span");
            Assert.Equal(part.GetProperty("text").GetString(), text[span[0].GetInt32()..span[1].GetInt32()]);
        }
        Command plain = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--as", "json");
        Assert.False(JsonDocument.Parse(plain.Output).RootElement.TryGetProperty("story", out _));
    }

    [Fact]
    public void A_story_of_which_a_part_failed_leaves_the_article_standing_with_warnings()
    {
        byte[] json = ArticleJson.Write(Page.Read(TestPage.Html), "x.html", null);
        JsonElement whole = JsonDocument.Parse(StoryOutput.AddTo(json, new Story())).RootElement;
        Assert.False(whole.TryGetProperty("warnings", out _));
        Story story = new() { Warnings = ["quotes: left out \u001b"] };
        JsonElement row = JsonDocument.Parse(StoryOutput.AddTo(json, story)).RootElement;
        Assert.StartsWith(TestPage.Start, row.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["story: quotes: left out \u001b"], row.GetProperty("warnings").EnumerateArray().Select(static w => w.GetString()));
    }

    [Fact]
    public async Task Json_has_the_forms_that_with_names_as_rows_of_bulk_have()
    {
        string page = Command.Sample("harbour-talks.html");
        Command read = await Command.RunAsync("read", page, "--as", "json", "--with", "markdown, html,story");
        // What stands beside the text read has in any case, and bulk where it is asked for.
        Command bulk = await Command.RunAsync("bulk", page, "--out", "-", "--with", "story,html,markdown,comments,related");
        Assert.Equal(0, read.ExitCode);
        bulk.AssertRowHas(read.Output);
        JsonElement json = JsonDocument.Parse(read.Output).RootElement;
        Assert.All((string[])["markdown", "html", "story"], name => Assert.True(json.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Text_and_markdown_have_the_story_behind_them()
    {
        Command markdown = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--story");
        Assert.Contains("\n## Who said what\n\n- **Maren Oyelaran", markdown.Output, StringComparison.Ordinal);
        Command text = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--as", "text", "--story");
        Assert.Contains("\nWho said what:\n- ", text.Output, StringComparison.Ordinal);
        Command plain = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--as", "text");
        Assert.StartsWith(plain.Output.TrimEnd(), text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_story_is_a_property_and_goes_with_no_markup()
    {
        Command property = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--property", "story");
        Assert.StartsWith("{\"dateline\":", property.Output, StringComparison.Ordinal);
        Command html = await Command.RunAsync("read", Command.Sample("harbour-talks.html"), "--as", "html", "--story");
        Assert.Equal(2, html.ExitCode);
        Assert.Contains("--story goes with markdown, text and json.", html.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bulk_writes_stories_when_asked()
    {
        string output = Path.Combine(Directory.CreateTempSubdirectory("skiplink").FullName, "out.jsonl");
        Command run = await Command.RunAsync("bulk", Command.Sample("harbour-talks.html"), "--out", output, "--with", "markdown,story");
        Assert.Equal(0, run.ExitCode);
        using JsonDocument row = JsonDocument.Parse(File.ReadLines(output).Single());
        Assert.Equal("Northwire", row.RootElement.GetProperty("story").GetProperty("agencies")[0].GetString());
        Assert.True(row.RootElement.TryGetProperty("markdown", out _));
        Command wrong = await Command.RunAsync("bulk", Command.Sample("harbour-talks.html"), "--out", output, "--with", "stories");
        wrong.AssertWrongUsage("--with stories");
    }
}
