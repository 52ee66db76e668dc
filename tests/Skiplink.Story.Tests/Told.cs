namespace Skiplink.Stories.Tests;

/// <summary>Short ways to read a story and ask of it.</summary>
internal static class Told
{
    public static Story Read(string text, string? published = "2019-04-25", string? language = "en") =>
        Story.Read(new StoryInput { Text = text, Published = published, Language = language });

    public static Entity Named(this Story story, string name) => story.Entities.Single(e => e.Name == name);

    public static string? SpeakerName(this Story story, Quote quote) => quote.Speaker?.Entity is { } id ? story.Entities[id].Name : null;

    public static IEnumerable<string> Contents(this Quote quote) => quote.Content.Select(static c => c.Text);

    public static TimeMention Time(this Story story, string text) => story.Times.Single(t => t.Text == text);
}
