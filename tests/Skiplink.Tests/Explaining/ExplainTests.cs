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
        BlockExplanation title = Assert.Single(explanation.Blocks, static b => b.DecidedBy == BlockReason.TitleBlock && b.Text.StartsWith("Harbour talks", StringComparison.Ordinal));
        Assert.False(title.Kept);
        BlockExplanation paragraph = Assert.Single(explanation.Blocks, static b => b.Text.StartsWith("Under the agreement", StringComparison.Ordinal));
        Assert.True(paragraph.Kept);
        Assert.True(paragraph.Probability >= explanation.Cut);
        Assert.Contains(paragraph.Reasons, static r => r.Weight > 0);
        Assert.Contains("article", paragraph.Path, StringComparison.Ordinal);
        BlockExplanation menu = Assert.Single(explanation.Blocks, static b => b.Text == "Islands" && b.Path.Contains("main-menu", StringComparison.Ordinal));
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
    public void What_is_kept_is_the_text_of_the_article()
    {
        Explanation explanation = Page.Explain(File.ReadAllBytes(Repository.Sample("queue-guide.html")));
        foreach (BlockExplanation block in explanation.Blocks.Where(static b => b.Kept && !b.Text.Contains('¶', StringComparison.Ordinal)))
            Assert.Contains(block.Text[..Math.Min(20, block.Text.Length)], explanation.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_shows_markup_as_text_and_loads_nothing()
    {
        string html = ExplanationPage.Write(Page.Explain("<main><h1>T</h1><p>Use &lt;script&gt;alert(1)&lt;/script&gt; never, said the keeper of the pages, and went on to sweep the floor of the hall.</p></main>"u8.ToArray()), "<b>.html");
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;.html", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }
}
