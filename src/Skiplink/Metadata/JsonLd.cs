using System.Text;
using System.Text.Json;
using Skiplink.Html;

namespace Skiplink.Metadata;

/// <summary>
/// The JSON-LD of a page as a flat list of objects that have a type, in document order. Forgives what pages get wrong: comments, trailing commas, line ends inside of
/// strings, HTML comments and CDATA around the whole.
/// </summary>
internal sealed class JsonLd
{
    private const int MostBytes = 4 << 20;
    private const int MostObjects = 2000;

    private readonly List<JsonElement> _objects = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    /// <summary>The objects with a type.</summary>
    public IReadOnlyList<JsonElement> Objects => _objects;

    /// <summary>Takes in a <c>script</c> element of type application/ld+json.</summary>
    public void Read(HtmlNode script)
    {
        HtmlNode text = script.FirstChild;
        if (text.IsNone || !text.IsText || text.Utf8Text.Length > MostBytes)
            return;
        byte[] json = Repair(text.Utf8Text);
        try
        {
            JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            Collect(document.RootElement);
        }
        catch (JsonException)
        {
            // What cannot be read says nothing; the page has other sources.
        }
    }

    /// <summary>Whether an object has one of these types.</summary>
    public static bool IsOf(JsonElement item, Func<string, bool> type)
    {
        if (!item.TryGetProperty("@type", out JsonElement value))
            return false;
        if (value.ValueKind == JsonValueKind.String)
            return type(Local(value.GetString()!));
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(v => v.ValueKind == JsonValueKind.String && type(Local(v.GetString()!)));
    }

    /// <summary>The text of a property: itself, its <c>@value</c>, its <c>name</c>, or the first of a list.</summary>
    public string? TextOf(JsonElement item, string property) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(property, out JsonElement value) ? TextOf(value, 0) : null;

    /// <summary>The texts of a property that may be a list.</summary>
    public IEnumerable<string> TextsOf(JsonElement item, string property)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(property, out JsonElement value))
            yield break;
        foreach (JsonElement one in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
        {
            if (TextOf(one, 0) is { Length: > 0 } text)
                yield return text;
        }
    }

    private string? TextOf(JsonElement value, int depth)
    {
        if (depth > 4)
            return null;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return Tidy.Text(value.GetString()!) is { Length: > 0 } text ? text : null;
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Array:
                foreach (JsonElement one in value.EnumerateArray())
                {
                    if (TextOf(one, depth + 1) is { } found)
                        return found;
                }
                return null;
            case JsonValueKind.Object:
                // An object that is only a reference stands somewhere else on the page.
                if (!value.TryGetProperty("name", out _) && value.TryGetProperty("@id", out JsonElement id) && id.ValueKind == JsonValueKind.String
                    && _byId.TryGetValue(id.GetString()!, out JsonElement whole) && whole.TryGetProperty("name", out JsonElement name))
                    return TextOf(name, depth + 1);
                foreach (string property in (ReadOnlySpan<string>)["@value", "name", "url", "contentUrl", "@id"])
                {
                    if (value.TryGetProperty(property, out JsonElement inner) && TextOf(inner, depth + 1) is { } found)
                        return found;
                }
                return null;
            default:
                return null;
        }
    }

    private void Collect(JsonElement root)
    {
        Stack<JsonElement> open = new();
        open.Push(root);
        while (open.Count > 0 && _objects.Count < MostObjects)
        {
            JsonElement item = open.Pop();
            if (item.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement one in item.EnumerateArray().Reverse())
                    open.Push(one);
            }
            else if (item.ValueKind == JsonValueKind.Object)
            {
                if (item.TryGetProperty("@type", out _))
                    _objects.Add(item);
                if (item.TryGetProperty("@id", out JsonElement id) && id.ValueKind == JsonValueKind.String && item.TryGetProperty("name", out _))
                    _byId.TryAdd(id.GetString()!, item);
                foreach (JsonProperty property in item.EnumerateObject().Reverse())
                {
                    if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                        open.Push(property.Value);
                }
            }
        }
    }

    private static string Local(string type) => type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..];

    /// <summary>Takes off what stands around the JSON, and makes white space of control characters inside of strings.</summary>
    private static byte[] Repair(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOfAny((byte)'{', (byte)'['), end = text.LastIndexOfAny((byte)'}', (byte)']');
        if (start < 0 || end < start)
            return [];
        byte[] json = text[start..(end + 1)].ToArray();
        bool inString = false;
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] == '\\' && inString)
                i++;
            else if (json[i] == '"')
                inString = !inString;
            else if (json[i] < ' ')
                json[i] = (byte)' ';
        }
        return json;
    }
}
