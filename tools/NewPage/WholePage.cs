using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Skiplink.NewPage;

/// <summary>
/// A whole page with its menus and promotions, and what a reader wants of it: <c>source.html</c>, <c>expected.txt</c> (the main text) and
/// <c>expected.json</c> (the metadata) in a folder of its own. What is expected is written by hand: it is what should come out, not what
/// does.
/// </summary>
internal sealed class WholePage(string folder)
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Slug { get; } = Path.GetFileName(folder);

    public string Source => Path.Combine(folder, "source.html");

    public string ExpectedText => Path.Combine(folder, "expected.txt");

    public string ExpectedMetadata => Path.Combine(folder, "expected.json");

    /// <summary>Every field that does not come out as expected, <c>text</c> among them, with what was expected and what came.</summary>
    public SortedDictionary<string, string> Failures()
    {
        Article article = Page.Read(File.ReadAllBytes(Source));
        SortedDictionary<string, string> failures = new(StringComparer.Ordinal);
        string[] expected = Lines(File.ReadAllText(ExpectedText)), actual = Lines(article.Text);
        if (!expected.SequenceEqual(actual))
            failures["text"] = Difference(expected, actual);
        foreach ((string field, JsonNode? wanted) in JsonNode.Parse(File.ReadAllText(ExpectedMetadata))!.AsObject())
        {
            JsonNode? value = Field(article, field);
            if (!JsonNode.DeepEquals(wanted, value))
                failures[field] = $"expected {Text(wanted)}, got {Text(value)}";
        }
        return failures;
    }

    /// <summary>Writes what comes out now as a draft of what is expected, to be corrected by hand.</summary>
    public void WriteDraft()
    {
        Article article = Page.Read(File.ReadAllBytes(Source));
        File.WriteAllText(ExpectedText, article.Text.TrimEnd('\n') + "\n");
        string[] fields = ["kind", "title", "authors", "published", "modified", "site", "language", "image", "section"];
        JsonObject metadata = new(fields.Select(field => KeyValuePair.Create(field, Field(article, field))));
        File.WriteAllText(ExpectedMetadata, metadata.ToJsonString(Indented) + "\n");
    }

    private static string Text(JsonNode? value) => value?.ToJsonString(Indented) ?? "nothing";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Difference(string[] expected, string[] actual) => string.Join('\n', [
        .. expected.Except(actual).Select(static line => $"missing: {line}"),
        .. actual.Except(expected).Select(static line => $"not wanted: {line}"),
        .. expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)) ? ["in another order"]
            : System.Array.Empty<string>(),
    ]);

    private static JsonNode? Field(Article article, string name) => name switch
    {
        "kind" => JsonNamingPolicy.CamelCase.ConvertName(article.Kind.ToString()),
        "title" => article.Title,
        "authors" => Array(article.Authors),
        "agencies" => Array(article.Agencies),
        "place" => article.Metadata.Place?.Value,
        "published" => article.Published,
        "modified" => article.Modified,
        "site" => article.Site,
        "language" => article.Language,
        "description" => article.Metadata.Description?.Value,
        "image" => article.Metadata.Image?.Value,
        "section" => article.Metadata.Section?.Value,
        "tags" => Array(article.Metadata.Tags.Select(static tag => tag.Value)),
        "url" => article.Metadata.Url?.Value,
        "license" => article.Metadata.License?.Value,
        _ => throw new InvalidDataException($"expected.json: there is no field \"{name}\"."),
    };

    private static JsonArray Array(IEnumerable<string> values) => [.. values.Select(static value => (JsonNode?)value)];
}
