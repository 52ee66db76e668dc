using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Skiplink.Tests;

/// <summary>
/// Floors under the accuracy, each one point below the figure that was measured. They need labelled pages beside the repository.
/// A floor rises with the figure; it falls only with a reason.
/// </summary>
public sealed partial class AccuracyTests
{
    [Fact]
    public void News_pages_that_the_model_has_not_seen_are_read_as_well_as_ever()
    {
        string folder = Repository.Shared("data/news-dev");
        var scores = Directory.GetFiles(folder, "*.html.gz").AsParallel().Select(static file =>
        {
            Article article = Page.Read(Labels.Unpack(file));
            var versions = Labels.Parse(file[..^".html.gz".Length] + ".json").GetProperty("versions").EnumerateObject()
                .Select(static version => version.Value)
                .Where(static label => label.TryGetProperty("body", out JsonElement body) && body.ValueKind == JsonValueKind.Object)
                .Select(static label => (Label: label, Body: string.Join('\n', Labels.Strings(label.GetProperty("body")))));
            // A page may have several labels of equal standing.
            var scored = versions.Select(version => (version.Label, F1: Score.Words(article.Text, version.Body))).ToArray();
            return (Article: article, Best: scored.Length == 0 ? default : scored.MaxBy(static version => version.F1));
        }).Where(static page => page.Best.Label.ValueKind == JsonValueKind.Object).ToArray();

        Assert.Equal(140, scores.Length);
        AssertFloor("F1", 0.937, scores.Select(static page => page.Best.F1));
        AssertFloor("title", 0.797, Fields("title", static (article, title) => Score.IsSameText(article.Title, title)));
        AssertFloor("date", 0.968, Fields("publishing_date", static (article, date) => Day(article.Published) == Day(date)));

        IEnumerable<double> Fields(string member, Func<Article, string, bool> isRight) =>
            scores.Where(page => page.Best.Label.Text(member) is { Length: > 0 })
                .Select(page => isRight(page.Article, page.Best.Label.Text(member)!) ? 1.0 : 0);
    }

    [Fact]
    public void Pages_of_seven_kinds_are_read_by_the_shipped_model_as_well_as_ever()
    {
        LongTests.SkipUnlessOn();
        var scores = Labels.OfGroundTruth(Repository.Shared("data/wcxb-dev")).AsParallel().Select(static page =>
        {
            Article article = Page.Read(Labels.Unpack(page.Page));
            JsonElement label = page.Label.GetProperty("ground_truth");
            return (Article: article, Label: label, F1: Score.Words(article.Text, label.Text("main_content") ?? ""));
        }).ToArray();

        Assert.Equal(1258, scores.Length);
        AssertFloor("F1", 0.901, scores.Select(static page => page.F1));
        AssertFloor("title", 0.784, Fields("title", static (article, title) => Score.IsSameText(article.Title, title)));
        AssertFloor("author", 0.683, Fields("author", static (article, author) => Score.AreSamePeople(article.Authors, [author])));
        AssertFloor("date", 0.850, Fields("publish_date", static (article, date) => Day(article.Published) == Day(date)));

        IEnumerable<double> Fields(string member, Func<Article, string, bool> isRight) =>
            scores.Where(page => page.Label.Text(member) is { Length: > 0 })
                .Select(page => isRight(page.Article, page.Label.Text(member)!) ? 1.0 : 0);
    }

    [Fact]
    public void Older_pages_are_read_as_well_as_ever()
    {
        LongTests.SkipUnlessOn();
        var corpora = Labels.OfGroundTruth(Repository.Shared("data/web-dev")).AsParallel().Select(static page =>
        {
            Article article = Page.Read(Labels.Unpack(page.Page));
            string corpus = page.Label.GetProperty("_internal").GetProperty("page_type").GetProperty("primary").GetString()!;
            string label = page.Label.GetProperty("ground_truth").GetProperty("main_content").GetString()!;
            // These labels hold the title.
            return (Corpus: corpus, F1: Score.WordsAndCharacters($"{article.Title}\n{article.Text}", label));
        }).ToArray();

        Assert.Equal(1978, corpora.Length);
        // The mean over corpora, those of one name before the dash taken as one.
        AssertFloor("F1", 0.837, corpora.GroupBy(static page => page.Corpus)
            .GroupBy(static corpus => corpus.Key.Split('-')[0])
            .Select(static group => group.Average(static corpus => corpus.Average(static page => page.F1))));
    }

    [Fact]
    public void Markdown_is_written_as_well_as_ever()
    {
        double[] scores = [.. Directory.GetFiles(Repository.Shared("data/markdown-dev"), "*.md").Select(static file =>
        {
            byte[] page = File.ReadAllBytes(Path.ChangeExtension(file, ".html"));
            string markdown = Page.Read(page, new() { Formats = ArticleFormats.Markdown }).Markdown!;
            return Score.Lines(markdown, JsonHead().Replace(File.ReadAllText(file), ""));
        })];
        Assert.Equal(122, scores.Length);
        AssertFloor("F1 of lines", 0.820, scores);
    }

    private static void AssertFloor(string what, double floor, IEnumerable<double> scores)
    {
        double figure = scores.Average();
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {figure:F4}, floor {floor}");
        Assert.True(figure >= floor, $"{what} is {figure:F4}, below its floor {floor}.");
    }

    private static string? Day(string? date) => date is { Length: >= 10 } ? date[..10] : date;

    [GeneratedRegex(@"\A```json\n.*?\n```\n", RegexOptions.Singleline)]
    private static partial Regex JsonHead();
}
