using System.Text.Json;

namespace Skiplink.Native;

/// <summary>The options of a call; <c>skiplink.h</c> tells what they are.</summary>
/// <param name="Read">How the page is read.</param>
/// <param name="IsSavedText">Whether it is saved text; HTML otherwise.</param>
/// <param name="Source">What to call the page, or null.</param>
internal sealed record CallOptions(ReadOptions Read, bool IsSavedText, string? Source)
{
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormatException">It is no object, or a member is unknown or has a value that it cannot have.</exception>
    public static CallOptions Parse(ReadOnlySpan<byte> json)
    {
        CallOptions options = new(new(), false, null);
        if (json.IsEmpty)
            return options;
        Utf8JsonReader reader = new(json);
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object || reader.BytesConsumed < json.TrimEnd(" \t\r\n"u8).Length)
            throw new FormatException("not one JSON object.");
        foreach (JsonProperty member in document.RootElement.EnumerateObject())
            options = options.With(member.Name, member.Value);
        return options;
    }

    private CallOptions With(string name, JsonElement value) => name switch
    {
        "url" => this with { Read = Read with { Url = Address(Text(name, value)) } },
        "encoding" => this with { Read = Read with { TransportEncoding = Text(name, value) } },
        "source" => this with { Source = Text(name, value) },
        "input" => this with
        {
            IsSavedText = Text(name, value) switch { "html" => false, "text" => true, _ => throw Wrong(name, "\"html\" or \"text\"") },
        },
        "mode" => this with { Read = Read with { Mode = Mode(Text(name, value)) } },
        "with" => this with { Read = Read with { Formats = Formats(value) } },
        "images" => this with { Read = Read with { Images = Flag(name, value) } },
        "links" => this with { Read = Read with { Links = Flag(name, value) } },
        "tables" => this with { Read = Read with { Tables = Flag(name, value) } },
        "comments" => this with { Read = Read with { Comments = Flag(name, value) } },
        _ => throw new FormatException($"there is no \"{name}\"."),
    };

    private static FormatException Wrong(string name, string expected) => new($"\"{name}\" must be {expected}.");

    private static string Text(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(name, "a string");

    private static bool Flag(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true or false"),
    };

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? url
            : throw Wrong("url", "an absolute http or https address");

    private static SelectionMode Mode(string text) => text switch
    {
        "balanced" => SelectionMode.Balanced,
        "precision" => SelectionMode.Precision,
        "recall" => SelectionMode.Recall,
        _ => throw Wrong("mode", "\"balanced\", \"precision\" or \"recall\""),
    };

    private static ArticleFormats Formats(JsonElement value)
    {
        const string Expected = "an array of \"markdown\" and \"html\"";
        ArticleFormats formats = ArticleFormats.Text;
        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong("with", Expected);
        foreach (JsonElement format in value.EnumerateArray())
        {
            formats |= Text("with", format) switch
            {
                "markdown" => ArticleFormats.Markdown,
                "html" => ArticleFormats.Html,
                _ => throw Wrong("with", Expected),
            };
        }
        return formats;
    }
}
