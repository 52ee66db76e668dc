using System.Text;
using System.Text.Json;
using Xunit;

namespace Skiplink.Stories.Tests;

public sealed class StoryJsonTests
{
    private static JsonElement Json(Story story) => JsonDocument.Parse(StoryJson.Write(story)).RootElement;

    [Fact]
    public void The_object_has_the_fields_of_the_contract_in_their_shapes()
    {
        JsonElement story = Json(Told.Read("""
            Envoys meet in Geneva. (AP Photo/Jon Berg, Pool)

            OSLO, April 24 (Reuters) - Envoy Ana Ruiz arrived with her brother, Luis Ruiz.

            Ruiz told Pavel Orlov on Tuesday that the corridor would be "open before winter," Orlov's office said.
            """));
        Assert.Equal(["dateline", "agencies", "captions", "times", "quotes", "entities"], story.EnumerateObject().Select(static p => p.Name)
            .Except(["timeline"]));
        Assert.Equal(["place", "date", "agencies", "span", "rule", "confidence"], Names(story.GetProperty("dateline")));
        Assert.Equal(["text", "credit", "span", "rule", "confidence"], Names(story.GetProperty("captions")[0]));
        Assert.Equal(["photographers", "agencies", "role", "raw"], Names(story.GetProperty("captions")[0].GetProperty("credit")));
        JsonElement time = story.GetProperty("times").EnumerateArray().Single(static t => t.GetProperty("text").GetString() == "Tuesday");
        Assert.Equal(["text", "type", "value", "start", "end", "anchor", "span", "rule", "confidence"], Names(time));
        Assert.Equal("DATE", time.GetProperty("type").GetString());
        JsonElement quote = story.GetProperty("quotes").EnumerateArray().Single(static q => q.GetProperty("kind").GetString() == "mixed");
        Assert.Equal(["kind", "content", "speaker", "cue", "addressee", "when", "within", "rule", "confidence"], Names(quote));
        Assert.Equal(["text", "span"], Names(quote.GetProperty("content")[0]));
        Assert.Equal(["text", "entity", "span"], Names(quote.GetProperty("speaker")));
        Assert.Equal(["text", "span"], Names(quote.GetProperty("cue")));
        JsonElement person = story.GetProperty("entities").EnumerateArray()
            .First(static e => e.GetProperty("name").GetString() == "Ana Ruiz");
        Assert.Equal(["id", "kind", "name", "roles", "relations", "mentions"], Names(person).Take(6));
        Assert.Equal(JsonValueKind.Number, person.GetProperty("mentions")[0][0].ValueKind);
    }

    [Fact]
    public void Absent_parts_are_left_out()
    {
        Assert.Equal("{}", Encoding.UTF8.GetString(StoryJson.Write(Told.Read("Nothing happened."))));
        JsonElement time = Json(Told.Read("It rained in May 2011.")).GetProperty("times")[0];
        Assert.False(time.TryGetProperty("mod", out _));
        Assert.False(time.TryGetProperty("anchor", out _));
    }

    [Fact]
    public void Every_item_names_its_rule_and_its_confidence()
    {
        JsonElement story = Json(Told.Read("OSLO (Reuters) - Ana Ruiz said on Monday that \"all is well.\" She left on Tuesday."));
        foreach (string part in (string[])["times", "quotes", "entities", "timeline"])
        {
            foreach (JsonElement item in story.GetProperty(part).EnumerateArray())
            {
                Assert.Matches("^[a-z-]+$", item.GetProperty("rule").GetString());
                Assert.InRange(item.GetProperty("confidence").GetDouble(), 0.01, 0.999);
            }
        }
    }

    private static IEnumerable<string> Names(JsonElement item) => item.EnumerateObject().Select(static p => p.Name);
}
