using System.Text;
using System.Text.Json;

namespace Skiplink.Cli.Output;

/// <summary>One property of an article's JSON object for scripts: a string as it is, a list an item a line, all else as JSON.</summary>
internal static class PropertyText
{
    /// <summary>The property's text, or null when the article does not have it.</summary>
    /// <param name="json">The article's object.</param>
    /// <param name="name">The property.</param>
    public static string? Of(byte[] json, string name)
    {
        using JsonDocument article = JsonDocument.Parse(json);
        if (!article.RootElement.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            return Line(value);
        StringBuilder lines = new();
        foreach (JsonElement item in value.EnumerateArray())
            lines.Append(lines.Length > 0 ? "\n" : "").Append(Line(item));
        return lines.ToString();
    }

    private static string Line(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
