using System.Text;
using Skiplink.Stories;

namespace Skiplink.Cli;

/// <summary>Adds an article's story to what is written of it.</summary>
internal static class StoryOutput
{
    /// <summary>The article's JSON object with the story as its last field.</summary>
    public static byte[] AddTo(byte[] json, Article article)
    {
        byte[] story = StoryJson.Write(Story.Read(article));
        // The object's last byte is its brace.
        return [.. json.AsSpan(0, json.Length - 1), .. ",\"story\":"u8, .. story, (byte)'}'];
    }

    /// <summary>The article as text or Markdown, and the story behind it; as it is when there is nothing to tell.</summary>
    public static string AddTo(string text, Article article, bool isMarkdown)
    {
        string story = StorySummary.Write(Story.Read(article), isMarkdown);
        if (story.Length == 0)
            return text;
        StringBuilder whole = new(text);
        if (text.Length > 0)
            whole.Append(text.EndsWith('\n') ? "\n" : "\n\n");
        return whole.Append(isMarkdown ? "---\n\n" : "").Append(story).ToString();
    }
}
