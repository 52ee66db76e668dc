using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Skiplink.Tests;

/// <summary>A floor under the accuracy on news pages, none of which the model was trained on. The figures themselves are measured by the benchmarks.</summary>
public sealed partial class AccuracyTests
{
    private const double LeastF1 = 0.90;

    [Fact]
    public void News_pages_that_the_model_has_not_seen_are_read_as_well_as_ever()
    {
        string folder = Repository.Shared("data/news-dev");
        PageReader reader = new();
        List<double> scores = [];
        foreach (string file in Directory.GetFiles(folder, "*.html.gz").Order(StringComparer.Ordinal))
        {
            string[] truths = TruthsOf(file[..^".html.gz".Length] + ".json");
            if (truths.Length == 0)
                continue;
            using GZipStream stream = new(File.OpenRead(file), CompressionMode.Decompress);
            using MemoryStream page = new();
            stream.CopyTo(page);
            string text = reader.Read(page.ToArray()).Text;
            scores.Add(truths.Max(truth => F1(text, truth)));
        }
        Assert.True(scores.Count > 100, $"Only {scores.Count} pages have a truth.");
        Assert.InRange(scores.Average(), LeastF1, 1);
    }

    /// <summary>The bodies of a page's labels: summary, headlines and paragraphs. A page may have several labels of equal standing.</summary>
    private static string[] TruthsOf(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.GetProperty("versions").EnumerateObject()
            .Select(static version => version.Value.TryGetProperty("body", out JsonElement body) ? string.Join('\n', Strings(body)) : "")
            .Where(static truth => truth.Length > 0)];
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static p => Strings(p.Value)),
        _ => [],
    };

    private static double F1(string text, string truth)
    {
        Dictionary<string, int> left = [];
        string[] expected = Words(truth), found = Words(text);
        foreach (string word in expected)
            left[word] = left.GetValueOrDefault(word) + 1;
        int both = 0;
        foreach (string word in found)
        {
            if (left.GetValueOrDefault(word) > 0)
            {
                left[word]--;
                both++;
            }
        }
        return 2.0 * both / Math.Max(1, expected.Length + found.Length);
    }

    private static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(static m => m.Value)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
