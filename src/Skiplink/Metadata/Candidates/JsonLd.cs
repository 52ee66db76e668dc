using System.Text.Json;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Metadata.Candidates;

/// <summary>The JSON-LD of a page as a flat list of objects that have a type, in document order. Forgives what pages get wrong: see <see cref="JsonRepair"/>.</summary>
internal sealed class JsonLd : IDisposable
{
    private const int MostBytes = 4 << 20;
    private const int MostObjects = 2000;
    private const int MostDepth = 4;

    private readonly List<JsonDocument> _documents = [];
    private readonly List<TypedObject> _objects = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    /// <summary>An object with a type.</summary>
    /// <param name="Item">The object.</param>
    /// <param name="Type">The most telling of its types, without the vocabulary's address.</param>
    /// <param name="IsAbout">Whether it stands where a page describes itself, and not in a list or a property of something else.</param>
    private readonly record struct TypedObject(JsonElement Item, string Type, bool IsAbout);

    /// <summary>All objects with a type, in the order of the page.</summary>
    public IEnumerable<JsonElement> Objects => _objects.Select(static typed => typed.Item);

    /// <summary>The articles and pages among the objects, wherever they stand.</summary>
    public IEnumerable<JsonElement> Pages
    {
        get
        {
            foreach (TypedObject typed in _objects)
            {
                if (typed.Type.EndsWith("Page", StringComparison.Ordinal) || typed.Type.EndsWith("Article", StringComparison.Ordinal))
                    yield return typed.Item;
            }
        }
    }

    /// <summary>The first object of a type; undefined without one.</summary>
    public JsonElement OfType(string type)
    {
        foreach (TypedObject typed in _objects)
        {
            if (typed.Type == type)
                return typed.Item;
        }
        return default;
    }

    /// <summary>Takes in a <c>script</c> element of type application/ld+json.</summary>
    public void Read(HtmlNode script)
    {
        HtmlNode text = script.FirstChild;
        if (text.IsNone || !text.IsText || text.Utf8Text.Length > MostBytes)
            return;
        ReadOnlySpan<byte> json = text.Utf8Text;
        if (!MayTell(json))
            return;
        // A half surrogate cannot be made a string of.
        bool isSound = json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0;
        NodeRow row = text.Document.Nodes[text.Index];
        // Mostly the script is a piece of the page as it came, and need not be copied.
        if (isSound && TryParse(row.DataStart >= 0 ? text.Document.Source.Slice(row.DataStart, row.DataLength) : json.ToArray()))
            return;
        TryParse(JsonRepair.Repair(json));
    }

    /// <summary>Whether any property is named that is looked up: paths of crumbs, questions with answers and logos are not even parsed.</summary>
    private static bool MayTell(ReadOnlySpan<byte> json) =>
        json.IndexOf("uthor"u8) >= 0 || json.IndexOf("headline"u8) >= 0 || json.IndexOf("date"u8) >= 0 || json.IndexOf("ebSite"u8) >= 0 || json.IndexOf("ublisher"u8) >= 0 || json.IndexOf("escription"u8) >= 0
        || json.IndexOf("eywords"u8) >= 0 || json.IndexOf("ection"u8) >= 0 || json.IndexOf("icense"u8) >= 0 || json.IndexOf("anguage"u8) >= 0 || json.IndexOf("creator"u8) >= 0 || json.IndexOf("Product"u8) >= 0 || json.IndexOf("Body"u8) >= 0;

    /// <summary>The object that is about the page: an article before a product, a product before the page as such; of several, one that the page is titled by.</summary>
    /// <param name="isTitle">Whether a text is the page's title.</param>
    /// <param name="type">The object's type; empty without one.</param>
    public JsonElement Main(Func<string, bool> isTitle, out string type)
    {
        foreach (Func<string, bool> isOne in MainTypes)
        {
            TypedObject first = default;
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (TypedObject typed in _objects)
                {
                    if (typed.IsAbout == (pass == 1) || !isOne(typed.Type))
                        continue;
                    first = first.Type is null ? typed : first;
                    if ((TextOf(typed.Item, "headline") ?? TextOf(typed.Item, "name")) is { } headline && isTitle(headline))
                    {
                        type = typed.Type;
                        return typed.Item;
                    }
                }
            }
            if (first.Type is not null)
            {
                type = first.Type;
                return first.Item;
            }
        }
        type = "";
        return default;
    }

    private static readonly Func<string, bool>[] MainTypes =
    [
        static t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review" or "DiscussionForumPosting" or "SocialMediaPosting",
        static t => t is "Product" or "Recipe" or "Event" or "JobPosting" or "Book" or "Movie" or "VideoObject" or "Course" or "SoftwareApplication" or "HowTo" or "Question",
        static t => t.EndsWith("Page", StringComparison.Ordinal),
    ];

    /// <summary>The text of a property: itself, its <c>@value</c>, its <c>name</c>, or the first of a list.</summary>
    public string? TextOf(JsonElement item, string property) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(property, out JsonElement value) ? TextOf(value, 0) : null;

    /// <summary>The texts of a property that may be a list.</summary>
    public IEnumerable<string> TextsOf(JsonElement item, string property)
    {
        foreach (JsonElement one in ItemsOf(item, property))
        {
            if (TextOf(one, 0) is { Length: > 0 } text)
                yield return text;
        }
    }

    /// <summary>The names of the authors of an object.</summary>
    public IEnumerable<string> AuthorsOf(JsonElement item, string property)
    {
        foreach (JsonElement one in ItemsOf(item, property))
        {
            JsonElement author = Whole(one);
            if (author.ValueKind is not (JsonValueKind.Object or JsonValueKind.String))
                continue;
            string? name = author.ValueKind == JsonValueKind.String ? TextOf(author, 0) : TextOf(author, "name") ?? Joined(TextOf(author, "givenName"), TextOf(author, "familyName"));
            if (name is { Length: > 0 })
                yield return name;
        }
    }

    public void Dispose()
    {
        foreach (JsonDocument document in _documents)
            document.Dispose();
    }

    private static string? Joined(string? given, string? family) => given is null || family is null ? given ?? family : $"{given} {family}";

    private static IEnumerable<JsonElement> ItemsOf(JsonElement item, string property)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(property, out JsonElement value))
            return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(100) : [value];
    }

    /// <summary>What an object that is only a reference stands for.</summary>
    private JsonElement Whole(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("name"u8, out _) && value.TryGetProperty("@id"u8, out JsonElement id) && id.ValueKind == JsonValueKind.String
        && _byId.TryGetValue(id.GetString()!, out JsonElement whole) ? whole : value;

    private string? TextOf(JsonElement value, int depth)
    {
        if (depth > MostDepth)
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
                JsonElement whole = Whole(value);
                foreach (string property in (ReadOnlySpan<string>)["@value", "name", "url", "contentUrl", "@id"])
                {
                    if (whole.TryGetProperty(property, out JsonElement inner) && TextOf(inner, depth + 1) is { } found)
                        return found;
                }
                return null;
            default:
                return null;
        }
    }

    private bool TryParse(ReadOnlyMemory<byte> json)
    {
        if (json.Length == 0)
            return false;
        try
        {
            JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            _documents.Add(document);
            Collect(document.RootElement);
            return true;
        }
        catch (JsonException)
        {
            // What cannot be read says nothing; the page has other sources.
            return false;
        }
    }

    private void Collect(JsonElement root)
    {
        Stack<(JsonElement Item, bool IsAbout)> open = new();
        List<(JsonElement Item, bool IsAbout)> children = [];
        open.Push((root, true));
        while (open.Count > 0 && _objects.Count < MostObjects)
        {
            (JsonElement item, bool isAbout) = open.Pop();
            children.Clear();
            if (item.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement one in item.EnumerateArray())
                {
                    if (one.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                        children.Add((one, isAbout));
                }
            }
            else if (item.ValueKind == JsonValueKind.Object)
            {
                CollectObject(item, isAbout, children);
            }
            // The last is pushed first, so that objects come in the order of the page.
            for (int i = children.Count - 1; i >= 0; i--)
                open.Push(children[i]);
        }
    }

    private void CollectObject(JsonElement item, bool isAbout, List<(JsonElement Item, bool IsAbout)> children)
    {
        bool hasName = false;
        string? id = null, type = null;
        foreach (JsonProperty property in item.EnumerateObject())
        {
            if (property.NameEquals("@type"u8))
            {
                type = TypeOf(property.Value);
                continue;
            }
            hasName |= property.NameEquals("name"u8);
            if (property.Value.ValueKind == JsonValueKind.String && property.NameEquals("@id"u8))
                id = property.Value.GetString();
            // What other properties hold is named beside the page: its publisher, its comments, what is related.
            else if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                children.Add((property.Value, isAbout && (property.NameEquals("@graph"u8) || property.NameEquals("mainEntity"u8) || property.NameEquals("mainEntityOfPage"u8))));
        }
        if (type is not null)
            _objects.Add(new(item, type, isAbout));
        if (hasName && id is not null)
            _byId.TryAdd(id, item);
    }

    /// <summary>The type, or of several the one that says that it is a text or a page.</summary>
    private static string? TypeOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return Local(value.GetString()!);
        string? best = null;
        if (value.ValueKind != JsonValueKind.Array)
            return best;
        foreach (JsonElement one in value.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.String)
                continue;
            string type = Local(one.GetString()!);
            if (best is null || Array.FindIndex(MainTypes, isOne => isOne(type)) is >= 0 and int rank && (Array.FindIndex(MainTypes, isOne => isOne(best)) is var other && (other < 0 || rank < other)))
                best = type;
        }
        return best;
    }

    private static string Local(string type) => type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..];
}
