using Skiplink.MarkdownCheck;
using Skiplink.NewPage;
using Xunit;

namespace Skiplink.Tests;

/// <summary>The golden pages of <c>tests/pages</c>: what is expected of each, and what holds for all of them.</summary>
public sealed class GoldenPageTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "pages");

    public static TheoryData<string> Slugs => [.. GoldenPage.SlugsIn(Folder)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_gives_what_is_expected_of_it(string slug)
    {
        GoldenPage page = new(Path.Combine(Folder, slug));
        Dictionary<string, string> outputs = page.Read();
        string[] kinds = [.. page.KindsPresent];
        Assert.NotEmpty(kinds);
        foreach (string kind in kinds)
            Assert.Equal(File.ReadAllText(page.Expected(kind)), outputs[kind]);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_markdown_of_a_page_reads_back_as_its_text(string slug)
    {
        Dictionary<string, string> outputs = new GoldenPage(Path.Combine(Folder, slug)).Read();
        Assert.Equal(
            MarkdownText.WithoutWhiteSpace(outputs["txt"]),
            MarkdownText.WithoutWhiteSpace(
                MarkdownText.Read(outputs["md"], hasFormulas: outputs["html"].Contains("class=\"math\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_markdown_of_the_samples_reads_back_as_their_text()
    {
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html", SearchOption.AllDirectories))
        {
            Article article = Page.Read(File.ReadAllBytes(file), new() { Formats = ArticleFormats.Markdown });
            Assert.Equal(
                MarkdownText.WithoutWhiteSpace(article.Text),
                MarkdownText.WithoutWhiteSpace(MarkdownText.Read(article.Markdown!, article.HasFormulas)));
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_xml_of_a_page_is_well_formed_and_holds_its_text(string slug)
    {
        Dictionary<string, string> outputs = new GoldenPage(Path.Combine(Folder, slug)).Read();
        System.Xml.Linq.XDocument document = System.Xml.Linq.XDocument.Parse(outputs["xml"]);
        string text = document.Root!.Elements().Single(static e => e.Name.LocalName == "text").Value;
        // The longest word of each line of the text, which no format writes in another way.
        foreach (string line in outputs["txt"].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(line.Split([' ', '\t', '[', ']', '(', ')']).MaxBy(static w => w.Length)!, text, StringComparison.Ordinal);
    }
}
