using System.Text;
using System.Text.Json;
using Skiplink.Stories;

namespace Skiplink.Cli.Output;

/// <summary>Adds an article's story to what is written of it.</summary>
internal static class StoryOutput
{
    /// <summary>
    /// The article's JSON object with the story as a field, and with <c>warnings</c> where parts of the story could not be read.
    /// </summary>
    public static byte[] AddTo(byte[] json, Story story)
    {
        using MemoryStream whole = new();
        // The object's last byte is its brace.
        whole.Write(json.AsSpan(0, json.Length - 1));
        whole.Write(",\"story\":"u8);
        whole.Write(StoryJson.Write(story));
        if (story.Warnings.Count > 0)
        {
            whole.Write(",\"warnings\":"u8);
            using Utf8JsonWriter list = new(whole);
            list.WriteStartArray();
            foreach (string warning in story.Warnings)
                list.WriteStringValue($"story: {warning}");
            list.WriteEndArray();
        }
        whole.Write("}"u8);
        return whole.ToArray();
    }

    /// <summary>The article as text or Markdown, and the story below it; as it is when the story is empty.</summary>
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
