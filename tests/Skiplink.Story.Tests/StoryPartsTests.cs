using System.Text.Json;
using Xunit;

namespace Skiplink.Stories.Tests;

/// <summary>A part of a story that cannot be read is left out with a warning; the other parts stand.</summary>
public sealed class StoryPartsTests
{
    private static readonly StoryInput Input = new()
    {
        Text = """
            Envoys meet in Geneva. (AP Photo/Jon Berg, Pool)

            OSLO, April 24 (Reuters) - Envoy Ana Ruiz arrived in May 2011 with her brother, Luis Ruiz.

            Ruiz told Pavel Orlov on Tuesday that the corridor would be "open before winter."
            """,
        Published = "2019-04-25",
        Language = "en",
        Pictures = [new("", "Getty Images", null)],
    };

    public static TheoryData<string> Parts => [.. StoryReader.Parts];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_that_fails_leaves_a_warning_and_the_parts_before_it(string part)
    {
        Story whole = StoryReader.Read(Input);
        Story story = StoryReader.Read(Input, before => { if (before == part) throw new InvalidOperationException("broken"); });
        Assert.Equal($"{part}: left out, reading failed with InvalidOperationException", story.Warnings.Distinct().Single());
        int failed = Array.IndexOf(StoryReader.Parts, part);
        Assert.Equal(failed > Array.IndexOf(StoryReader.Parts, "captions") ? whole.Captions.Count : 0, story.Captions.Count);
        Assert.Equal(failed is 0 or 2, story.Dateline is null);
        if (failed > 0)
            Assert.Equal(part != "entities", story.Entities.Any(static e => e.Name == "Ana Ruiz"));
        if (failed > 0 && part != "quotes")
            Assert.NotEmpty(story.Quotes);
        if (failed > 4)
            Assert.Equal(whole.Times.Count, story.Times.Count);
        StoryJson.Write(story);
        Assert.Contains(part, StorySummary.Write(story, isMarkdown: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_are_a_field_of_the_JSON_object_when_there_are_any()
    {
        Story story = StoryReader.Read(Input, static part => { if (part == "quotes") throw new InvalidOperationException("broken"); });
        JsonElement json = JsonDocument.Parse(StoryJson.Write(story)).RootElement;
        Assert.StartsWith("quotes: ", json.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse(StoryJson.Write(StoryReader.Read(Input))).RootElement.TryGetProperty("warnings", out _));
    }
}
