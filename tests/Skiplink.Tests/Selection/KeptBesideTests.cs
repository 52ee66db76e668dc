using Skiplink.Content;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;
using Xunit;

namespace Skiplink.Tests;

/// <summary>What is kept beside the blocks above the cut: standfirst and headings within the text.</summary>
public sealed class KeptBesideTests
{
    private const string Long = "<p>The wheel turned in the stream for eleven years, and nobody in the valley could say whose it was.</p>";
    private const string Lead = "After eleven years the valley learns who owned its wheel.";

    [Fact]
    public void A_standfirst_that_the_description_repeats_is_kept() =>
        Assert.Equal(Verdict.Standfirst, VerdictOf(Standfirst(Lead, $"<p>{Lead}</p>"), Lead));

    [Theory]
    [InlineData("Something else is said of the page here.", "<p>After eleven years the valley learns who owned its wheel.</p>")]
    [InlineData(Lead, "<figure><img src=a.png><figcaption>After eleven years the valley learns who owned its wheel.</figcaption></figure>")]
    [InlineData(Lead, "<p><a href=/wheel>After eleven years the valley learns who owned its wheel.</a></p>")]
    public void Captions_links_and_what_the_description_does_not_say_are_no_standfirst(string description, string markup) =>
        Assert.Equal(Verdict.Scored, VerdictOf(Standfirst(description, markup), Lead));

    [Fact]
    public void A_heading_between_two_paragraphs_that_are_kept_is_kept()
    {
        BlockTable blocks = Blocks($"<h1>On mills</h1>{Long}<h2>The deed</h2>{Long}<h2>Related</h2><p>More</p>", out _);
        WholeParts.KeepHeadings(blocks);
        Assert.Equal([Verdict.Scored, Verdict.Scored, Verdict.HeadingWithin, Verdict.Scored, Verdict.Scored, Verdict.Scored], Enumerable.Range(0, blocks.Count).Select(i => blocks[i].Verdict));
    }

    [Fact]
    public void A_small_page_is_read_on_the_side_of_recall_unless_it_is_a_shops()
    {
        Assert.True(BlockSelector.BalancedFor(PageKind.Article, 10) > 1);
        Assert.True(BlockSelector.BalancedFor(PageKind.Product, 10) < 1);
        Assert.True(BlockSelector.BalancedFor(PageKind.Article, 200) < BlockSelector.BalancedFor(PageKind.Forum, 200));
    }

    [Fact]
    public void A_page_of_which_only_the_title_is_kept_has_the_title_as_its_text()
    {
        BlockTable blocks = Blocks("<title>On mills and wheels</title><h1>On mills and wheels</h1><p>Sign in</p>", out HtmlDocument document);
        blocks[0].Kept = true;
        PageMetadata metadata = new() { Title = new("On mills and wheels", MetadataSource.Html, "On mills and wheels") };
        new TitleMatter().Skip(document, blocks, 0, metadata);
        Assert.True(blocks[0].Kept);
        blocks[1].Kept = true;
        new TitleMatter().Skip(document, blocks, 0, metadata);
        Assert.False(blocks[0].Kept);
    }

    [Theory]
    [InlineData("On mills", "On mills", false)]
    [InlineData("On mills", "On mills and wheels | The Valley Post", false)]
    [InlineData("The mills of the valley", "Mills, and the valley they stand in", false)]
    [InlineData("Who owned the wheel", "The Valley Post", true)]
    [InlineData("Who owned the wheel", null, true)]
    public void A_first_heading_is_kept_when_the_title_does_not_say_it(string heading, string? title, bool isKept)
    {
        BlockTable blocks = Blocks($"<h1>{heading}</h1>{Long}", out HtmlDocument document);
        new TitleMatter().Skip(document, blocks, 0, new() { Title = title is null ? null : new(title, MetadataSource.Html, title) });
        Assert.Equal(isKept, blocks[0].Kept);
    }

    [Theory]
    [InlineData($"{Long}<pre>turn(wheel)</pre>{Long}", true)]
    [InlineData($"{Long}<div class=code><button></button><pre>turn(wheel)</pre></div>", true)]
    [InlineData($"{Long}<figure><pre>turn(wheel)</pre></figure><figcaption>A wheel.</figcaption>{Long}", true)]
    [InlineData($"<pre>turn(wheel)</pre>{Long}", false)]
    [InlineData($"{Long}<pre>turn(wheel)</pre><p>Sign in</p>{Long}", false)]
    [InlineData($"<div>{Long}</div><div><pre>turn(wheel)</pre><p>Sign in</p></div>", false)]
    [InlineData($"{Long}<math><mi>w</mi></math>{Long}", true)]
    [InlineData($"{Long}<p>So it turned.</p>{Long}", true)]
    [InlineData($"{Long}<p>So <a href=/wheel>it</a> turned.</p>{Long}", false)]
    [InlineData($"{Long}<p>And so it turned.</p>", false)]
    [InlineData("<ul><li>The wheel turned in the stream for eleven years, and nobody in the valley could say.</ul><p>And so it turned.</p>", true)]
    public void Code_formulas_and_paragraphs_among_kept_text_are_kept(string markup, bool isKept)
    {
        BlockTable blocks = Blocks($"<article>{markup}</article>", out _);
        Islands.Keep(blocks);
        int[] skipped = [.. Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Words is > 0 and <= 12)];
        Assert.Equal(isKept, blocks[skipped[0]].Kept);
        Assert.Equal(isKept ? Verdict.AmongText : Verdict.Scored, blocks[skipped[0]].Verdict);
    }

    [Theory]
    [InlineData(4, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(4, 0, true)]
    [InlineData(0, 0, false)]
    public void Notes_are_kept_with_the_text_that_refers_to_them_when_they_are_short_beside_it(int paragraphs, int linked, bool isKept)
    {
        string sign = linked == 1 ? "<sup><a href=#fn1>1</a></sup>" : "<sup>1</sup>";
        BlockTable blocks = Blocks($"<p>The wheel turned in the stream for eleven years, and nobody could say whose it was.{sign}</p>{string.Concat(Enumerable.Repeat(Long, paragraphs))}<ol class=footnotes><li id=fn1>The deed of sale is lost.</ol>", out HtmlDocument document);
        ContentTape tape = new ContentWalk().Run(document, blocks, new UrlResolver(document, null));
        Assert.Equal(isKept ? 1 : 0, tape.Notes);
        Assert.Equal(isKept, blocks[blocks.Count - 1].Kept);
    }

    private static BlockTable Standfirst(string description, string markup)
    {
        BlockTable blocks = Blocks($"<meta name=description content='{description}'><title>On mills</title><h1>On mills</h1>{markup}{Long}{Long}", out HtmlDocument document);
        PageFacts page = new();
        page.Read(document, blocks);
        Selection.Standfirst.Keep(blocks, page);
        return blocks;
    }

    /// <summary>A page's blocks, of which the long ones are kept.</summary>
    private static BlockTable Blocks(string html, out HtmlDocument document)
    {
        document = HtmlDocument.Parse(html);
        BlockTable blocks = new();
        new BlockBuilder().Build(document, blocks);
        foreach (ref BlockRow block in blocks.Rows)
            block.Kept = block.Words > 12;
        return blocks;
    }

    private static Verdict VerdictOf(BlockTable blocks, string text)
    {
        int words = text.Split(' ').Length;
        return blocks[Enumerable.Range(0, blocks.Count).Single(i => blocks[i].Words == words)].Verdict;
    }
}
