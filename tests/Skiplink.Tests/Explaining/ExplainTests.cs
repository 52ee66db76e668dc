using System.Text;
using Skiplink.Explaining;
using Skiplink.Features;
using Xunit;

namespace Skiplink.Tests;

public sealed class ExplainTests
{
    [Fact]
    public void Every_block_says_why()
    {
        Explanation explanation = Page.Explain(File.ReadAllBytes(Repository.Sample("harbour-talks.html")));
        BlockExplanation title = Assert.Single(
            explanation.Blocks, static b => b.DecidedBy == BlockReason.TitleBlock
            && b.Text.StartsWith("Harbour talks", StringComparison.Ordinal));
        Assert.False(title.Kept);
        BlockExplanation paragraph = Assert.Single(
            explanation.Blocks, static b => b.Text.StartsWith("Under the agreement", StringComparison.Ordinal));
        Assert.True(paragraph.Kept);
        Assert.True(paragraph.Probability >= explanation.Cut);
        Assert.Contains(paragraph.Reasons, static r => r.Weight > 0);
        Assert.Contains("article", paragraph.Path, StringComparison.Ordinal);
        BlockExplanation menu = Assert.Single(
            explanation.Blocks, static b => b.Text == "Islands" && b.Path.Contains("main-menu", StringComparison.Ordinal));
        Assert.False(menu.Kept);
        Assert.Contains(menu.Reasons, static r => r.Weight < 0);
    }

    [Theory]
    [InlineData((int)Feature.PageWords, "what kind of page this is")]
    [InlineData((int)Feature.LogBytes, "its length")]
    [InlineData((int)Feature.PathDigits, "what kind of page this is")]
    [InlineData((int)Feature.NextTextSum, "words of the blocks beside it")]
    [InlineData((int)Feature.TwinTreeMean, "what speaks for the blocks around it")]
    public void A_feature_is_put_into_words(int feature, string phrase) => Assert.Equal(phrase, FeaturePhrases.Of((Feature)feature));

    [Fact]
    public void What_explains_a_page_gives_the_same_article_as_what_reads_it()
    {
        const string Story =
            "The ferry left at dawn with eleven people on board. Nobody had told the harbour office. By noon the wind had turned, and the "
            + "island could no longer be seen from the pier. The families waited in the fish hall until the radio spoke again.";
        string shell = "<title>Ferry</title><nav><a href=/>Home</a></nav><div id=root></div>"
            + $"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Story}\"}}</script>";
        Explanation explanation = Page.Explain(System.Text.Encoding.UTF8.GetBytes(shell));
        Assert.Equal(Page.Read(shell).Text, explanation.Article.Text);
        Assert.Contains(Story, explanation.Article.Text, StringComparison.Ordinal);
        Assert.All(explanation.Blocks, static b => Assert.Equal(b.DecidedBy == BlockReason.EmbeddedData, b.Kept));
        Assert.Contains(explanation.Blocks, static b => b is { Text: Story, DecidedBy: BlockReason.EmbeddedData });
    }

    [Fact]
    public void The_page_of_an_explanation_names_the_role_of_each_block_and_lists_the_roles()
    {
        Explanation explanation = Page.Explain(File.ReadAllBytes(Repository.Sample("harbour-talks.html")));
        string page = ExplanationPage.Write(explanation, "harbour-talks.html");
        string legend = page[page.IndexOf("Roles:", StringComparison.Ordinal)..page.IndexOf("<ol>", StringComparison.Ordinal)];
        foreach (IGrouping<BlockRole, BlockExplanation> role in explanation.Blocks.GroupBy(static b => b.Role))
        {
            string mark = $"<span class=\"role {role.Key.ToString().ToLowerInvariant()}\">";
            Assert.Contains($"{mark}{role.Key.ToString().ToLowerInvariant()}</span> {role.Count()}", legend, StringComparison.Ordinal);
            Assert.Equal(role.Count() + 1, page.Split(mark).Length - 1);
        }
    }

    [Fact]
    public void Footnotes_are_kept_for_a_reason_of_their_own()
    {
        const string Text = "The wheel turned in the stream for eleven years, and nobody in the valley could say whose it was.",
            Note = "The deed of sale is lost.";
        string page =
            $"<main><article><h1>On mills</h1><p>{Text}<sup><a href=#fn1>1</a></sup></p>"
            + $"<p>{Text.Replace("wheel", "stone", StringComparison.Ordinal)}</p>"
            + $"</article></main><footer><ol class=footnotes><li id=fn1>{Note}</ol></footer>";
        Explanation explanation = Page.Explain(System.Text.Encoding.UTF8.GetBytes(page));
        Assert.Equal((true, BlockReason.Footnote), Decision(explanation, Note));
    }

    private static (bool Kept, BlockReason DecidedBy) Decision(Explanation explanation, string text)
    {
        BlockExplanation block = Assert.Single(explanation.Blocks, b => b.Text == text);
        return (block.Kept, block.DecidedBy);
    }

    [Fact]
    public void A_copy_is_explained_as_one()
    {
        const string Text = "The wheel turned in the stream for eleven years, and nobody in the valley could say whose it was.";
        Explanation explanation = Page.Explain(
            System.Text.Encoding.UTF8.GetBytes(
                $"<main><article><p>{Text}</p></article></main><div class=mobile><div><p>{Text}</p></div></div>"));
        Assert.Equal([BlockReason.Probability, BlockReason.Copy], explanation.Blocks.Select(static b => b.DecidedBy));
    }

    [Fact]
    public void What_is_kept_is_the_text_of_the_article()
    {
        Explanation explanation = Page.Explain(File.ReadAllBytes(Repository.Sample("queue-guide.html")));
        foreach (BlockExplanation block in explanation.Blocks.Where(static b => b.Kept && !b.Text.Contains('¶', StringComparison.Ordinal)))
            Assert.Contains(block.Text[..Math.Min(20, block.Text.Length)], explanation.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_shows_markup_as_text_and_loads_nothing()
    {
        byte[] page = Encoding.UTF8.GetBytes("<main><h1>T</h1><p>Use &lt;script&gt;alert(1)&lt;/script&gt; never, said the keeper of the "
            + "pages, and went on to sweep the floor of the hall.</p></main>");
        string html = ExplanationPage.Write(Page.Explain(page), "<b>.html");
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;.html", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }
}
