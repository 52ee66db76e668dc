using System.IO.Compression;
using System.Text.Json;

namespace Skiplink.Tests;

/// <summary>Labelled pages beside the repository: files, and what their labels say.</summary>
internal static class Labels
{
    /// <summary>The labels of a corpus: <c>ground-truth/KEY.json</c>, each with the page <c>html/KEY.html.gz</c>.</summary>
    public static IEnumerable<(string Page, JsonElement Label)> OfGroundTruth(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "ground-truth"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => (Path.Combine(folder, "html", Path.GetFileNameWithoutExtension(file) + ".html.gz"), Parse(file)));

    public static JsonElement Parse(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.Clone();
    }

    /// <summary>The string in a member, or null when the member is absent or no string.</summary>
    public static string? Text(this JsonElement label, string member) =>
        label.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>All strings in a value, in their order.</summary>
    public static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static member => Strings(member.Value)),
        _ => [],
    };

    public static byte[] Unpack(string file)
    {
        using GZipStream stream = new(File.OpenRead(file), CompressionMode.Decompress);
        using MemoryStream page = new();
        stream.CopyTo(page);
        return page.ToArray();
    }
}
