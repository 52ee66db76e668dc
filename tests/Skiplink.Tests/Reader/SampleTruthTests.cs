using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Skiplink.Html;
using Xunit;

namespace Skiplink.Tests;

/// <summary>The sample pages against their ground truth, in every format: all of its words in their order, and none besides.</summary>
public sealed partial class SampleTruthTests
{
    /// <summary>
    /// What is read of a page and is not in its truth: a heading over the description, and what a forum says of who writes.
    /// </summary>
    private static readonly Dictionary<string, string[]> Extras = new()
    {
        ["bread-oven"] = ["In stock leaves us within two days", "Description"],
        ["forum-thread"] =
        [
            "Wick Member Posts 61 Joined Mar 2019", "1986 LWB the green one Tea drinker", "Ottoline Moderator Posts 4120 Joined Jan 2008",
            "Rust is only iron that wants to go home", "Brambling New member Posts 3 Joined Feb 2025",
        ],
    };

    public static TheoryData<string, string> Samples =>
    [
        .. from file in Directory.GetFiles(Repository.Sample("ground-truth"), "*.json").Order(StringComparer.Ordinal)
           from format in (string[])["text", "markdown", "html", "tei"]
           select (Path.GetFileNameWithoutExtension(file), format),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_gives_its_truth_in_every_format(string sample, string format) =>
        Assert.Equal(WordsOf(Truth(sample)), Without(Extras.GetValueOrDefault(sample, []), WordsOf(Read(sample, new(), format))));

    [Fact]
    public void A_box_for_a_newsletter_is_left_out_in_all_modes()
    {
        foreach (SelectionMode mode in Enum.GetValues<SelectionMode>())
            Assert.DoesNotContain("mailbox", Read("harbour-talks", new() { Mode = mode }), StringComparison.Ordinal);
    }

    private static string Truth(string sample)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Repository.Sample($"ground-truth/{sample}.json")));
        return json.RootElement.GetProperty("ground_truth").GetProperty("main_content").GetString()!;
    }

    private static string Read(string sample, ReadOptions options, string format = "text")
    {
        Article article = Page.Read(File.ReadAllBytes(Repository.Sample(sample + ".html")), options with { Images = false });
        return format switch
        {
            "markdown" => MarkdownText(article.Markdown),
            "html" => HtmlText(article.Html),
            "tei" => string.Join(
                '\n',
                XDocument.Parse(article.Tei).Descendants()
                .Single(static e => e.Name.LocalName == "body").DescendantNodes().OfType<XText>()),
            _ => article.Text,
        };
    }

    private static string HtmlText(string html)
    {
        StringBuilder text = new();
        HtmlNode root = HtmlDocument.Parse(html).Root;
        for (HtmlNode node = root.FirstChild; !node.IsNone; node = node.NextInOrder(root))
            text.Append(node.IsText && !node.Parent.Is(HtmlNames.Title) ? Encoding.UTF8.GetString(node.Utf8Text) : "\n");
        return text.ToString();
    }

    /// <summary>Markdown without the targets of links, the languages of code and the numbers of items.</summary>
    private static string MarkdownText(string markdown) => Syntax().Replace(markdown, " ");

    [GeneratedRegex(@"\]\([^)]*\)|\[!\w+\]|^```.*$|^\s*\d+\.\s", RegexOptions.Multiline)]
    private static partial Regex Syntax();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    private static string[] WordsOf(string text) => [.. Word().Matches(text).Select(static m => m.Value.ToLowerInvariant())];

    private static string[] Without(string[] extras, string[] words)
    {
        string text = $" {string.Join(' ', words)} ";
        foreach (string extra in extras)
            text = text.Replace($" {extra.ToLowerInvariant()} ", " ", StringComparison.Ordinal);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
