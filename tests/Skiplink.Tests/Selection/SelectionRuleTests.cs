using Skiplink.Content;
using Skiplink.Features;
using Skiplink.PageModel;
using Skiplink.Selection;
using Xunit;

namespace Skiplink.Tests;

/// <summary>The rules that keep blocks below the cut and skip blocks above it, one by one.</summary>
public sealed class SelectionRuleTests
{
    private const string Long = "<p>The wheel turned in the stream for eleven years, and nobody in the valley could say whose it was.</p>";
    private const string Lead = "After eleven years the valley learns who owned its wheel.";

    [Fact]
    public void What_microdata_declare_to_be_comments_is_skipped_and_the_posts_of_a_thread_are_not()
    {
        const string Item = "<div itemscope itemtype=https://schema.org/Comment><p itemprop=text>I knew the miller very well.</p></div>";
        SelectionDraft draft = Draft($"{Long}{Item}", out PageDocument page);
        draft.Keep(1, BlockReason.Probability);
        CommentRule.Apply(draft, page, PageKind.Forum);
        Assert.Equal([true, true], draft.Kept);
        CommentRule.Apply(draft, page, PageKind.Article);
        Assert.Equal([true, false], draft.Kept);
        Assert.Equal((BlockReason.Comment, BlockRole.Comment), (draft.ReasonOf(1), draft.RoleOf(1)));
        draft = Draft($"<p>Thread</p>{Item}{Item}", out page);
        draft.Keep(1, BlockReason.Probability);
        draft.Keep(2, BlockReason.Probability);
        CommentRule.Apply(draft, page, PageKind.Article);
        Assert.True(draft.IsKept(1));
    }

    [Fact]
    public void A_standfirst_that_the_description_repeats_is_kept() =>
        Assert.Equal(BlockReason.Standfirst, StandfirstReason("description", Lead, $"<p>{Lead}</p>"));

    [Fact]
    public void The_name_of_a_description_may_be_in_any_case() =>
        Assert.Equal(BlockReason.Standfirst, StandfirstReason("Description", Lead, $"<p>{Lead}</p>"));

    [Theory]
    [InlineData("Something else is said of the page here.", "<p>After eleven years the valley learns who owned its wheel.</p>")]
    [InlineData(Lead, "<figure><img src=a.png><figcaption>After eleven years the valley learns who owned its wheel.</figcaption></figure>")]
    [InlineData(Lead, "<p><a href=/wheel>After eleven years the valley learns who owned its wheel.</a></p>")]
    public void Captions_links_and_what_the_description_does_not_say_are_no_standfirst(string description, string markup) =>
        Assert.Equal(BlockReason.Probability, StandfirstReason("description", description, markup));

    [Fact]
    public void A_heading_between_two_paragraphs_that_are_kept_is_kept()
    {
        SelectionDraft draft = Draft($"<h1>On mills</h1>{Long}<h2>The deed</h2>{Long}<h2>Related</h2><p>More</p>", out PageDocument page);
        HeadingRule.Apply(draft);
        Assert.Equal([1, 2, 3], Enumerable.Range(0, page.Blocks.Count).Where(draft.IsKept));
        Assert.Equal(BlockReason.Heading, draft.ReasonOf(2));
    }

    [Fact]
    public void A_list_of_which_most_is_kept_is_kept_whole()
    {
        SelectionDraft draft = Draft(
            "<ul><li>The wheel turned in the stream for eleven years, and nobody could say whose it was.<li>Mill</ul><ul><li>"
                + "Menu<li>Shop</ul>", out _);
        new ListCompletion().Apply(draft);
        Assert.Equal([true, true, false, false], draft.Kept);
        Assert.Equal(BlockReason.ListCompletion, draft.ReasonOf(1));
    }

    [Theory]
    [InlineData(0.45f, false)]
    [InlineData(0.55f, true)]
    public void A_table_of_data_of_which_some_is_kept_is_kept_or_skipped_whole(float probability, bool isKept)
    {
        PageDocument page = TestPage.Of("<table><tr><th>Power<td>2.2 kW<tr><th>Weight<td>21 kg</table>");
        SelectionDraft draft = TestPage.Draft(page, static i => i == 1);
        TableRule.Apply(draft, page, Enumerable.Repeat(probability, page.Blocks.Count).ToArray());
        Assert.Equal(Enumerable.Repeat(isKept, 4), draft.Kept.ToArray());
        Assert.Equal(isKept ? BlockReason.ListCompletion : BlockReason.Table, draft.ReasonOf(isKept ? 0 : 1));
    }

    [Fact]
    public void A_table_for_layout_is_no_table_of_data()
    {
        PageDocument page = TestPage.Of(
            $"<table><tr><td><div>{Long}</div><div><p>Menu</p></div><td><div><p>Shop</p></div><div><p>Cart</p></div></table>");
        SelectionDraft draft = TestPage.KeepLong(page, MaxShort);
        TableRule.Apply(draft, page, new float[page.Blocks.Count]);
        Assert.Equal([true, false, false, false], draft.Kept);
    }

    [Theory]
    [InlineData(
        "<div><h3>The tide</h3><p>What matters, in your mailbox at six.</p><form><input type=email><button>Sign up</button></form></div>",
        false)]
    [InlineData("<div><h3>The tide</h3> What matters, in your mailbox at six.<form><p><input type=Email></form></div>", false)]
    [InlineData("<div><h3>The tide</h3><p>What matters, in your mailbox at six.</p><form><input type=search></form></div>", true)]
    public void A_box_with_a_field_for_an_email_address_is_skipped(string box, bool isKept)
    {
        string around = string.Concat(Enumerable.Repeat(Long, 4));
        PageDocument page = TestPage.Of($"<article>{around}{box}{around}</article>");
        SelectionDraft draft = TestPage.Draft(page, static _ => true);
        SubscriptionRule.Apply(draft, page);
        int heading = Enumerable.Range(0, page.Blocks.Count).Single(i => BlockText.Of(page, i) == "The tide");
        Assert.Equal([isKept, isKept], [draft.IsKept(heading), draft.IsKept(heading + 1)]);
        Assert.Equal(8, Enumerable.Range(0, page.Blocks.Count).Count(i => page.Blocks[i].IsLong && draft.IsKept(i)));
    }

    [Fact]
    public void A_symbol_between_two_blocks_that_are_kept_is_kept()
    {
        SelectionDraft draft = Draft($"{Long}<p>* * *</p>{Long}<p>—</p><p>More</p>", out PageDocument page);
        draft.SetCut(1, 0.5);
        SymbolRule.Apply(draft, Enumerable.Repeat(0.5f, page.Blocks.Count).ToArray());
        Assert.Equal([true, true, true, false, false], draft.Kept);
        Assert.Equal(BlockReason.Symbol, draft.ReasonOf(1));
    }

    [Fact]
    public void A_small_page_is_read_more_on_the_side_of_recall_than_a_large_one_unless_it_is_a_shops()
    {
        Assert.True(FittedConstants.BalancedBetaFor(PageKind.Article, 10) > FittedConstants.BalancedBetaFor(PageKind.Article, 200));
        Assert.True(FittedConstants.BalancedBetaFor(PageKind.Product, 10) < 1);
        Assert.True(FittedConstants.BalancedBetaFor(PageKind.Article, 200) < FittedConstants.BalancedBetaFor(PageKind.Forum, 200));
    }

    [Fact]
    public void A_page_of_which_only_the_title_is_kept_has_the_title_as_its_text()
    {
        PageDocument page = TestPage.Of("<title>On mills and wheels</title><h1>On mills and wheels</h1><p>Sign in</p>");
        SelectionDraft title = TestPage.Draft(page, static i => i == 0), all = TestPage.Draft(page, static _ => true);
        new TitleBlockRule().Apply(title, page, 0, "On mills and wheels", []);
        Assert.True(title.IsKept(0));
        new TitleBlockRule().Apply(all, page, 0, "On mills and wheels", []);
        Assert.Equal((false, BlockReason.TitleBlock), (all.IsKept(0), all.ReasonOf(0)));
    }

    [Theory]
    [InlineData("<p>By Ines Harrow</p>", false)]
    [InlineData("<p>By Ines Harrow, who was there when the wheel came down</p>", true)]
    [InlineData("<p><time>6 May 2024</time></p>", false)]
    public void A_byline_and_a_date_line_under_the_title_are_skipped(string line, bool isKept)
    {
        PageDocument page = TestPage.Of($"<h1>On mills</h1>{line}{Long}");
        SelectionDraft draft = TestPage.Draft(page, static _ => true);
        new TitleBlockRule().Apply(draft, page, 0, "On mills", ["Ines Harrow"]);
        Assert.Equal(isKept, draft.IsKept(1));
    }

    [Theory]
    [InlineData("On mills", "On mills", false)]
    [InlineData("On mills", "On mills and wheels | The Valley Post", false)]
    [InlineData("The mills of the valley", "Mills, and the valley they stand in", false)]
    [InlineData("Who owned the wheel", "The Valley Post", true)]
    [InlineData("Who owned the wheel", null, true)]
    public void A_first_heading_is_kept_when_the_title_does_not_say_it(string heading, string? title, bool isKept)
    {
        SelectionDraft draft = Draft($"<h1>{heading}</h1>{Long}", out PageDocument page);
        new TitleBlockRule().Apply(draft, page, 0, title, []);
        Assert.Equal(isKept, draft.IsKept(0));
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
    [InlineData(
        "<ul><li>The wheel turned in the stream for eleven years, and nobody in the valley could say.</ul><p>And so it turned.</p>", true)]
    public void Code_formulas_and_paragraphs_among_kept_text_are_kept(string markup, bool isKept)
    {
        SelectionDraft draft = Draft($"<article>{markup}</article>", out PageDocument page);
        GapFilling.Apply(draft);
        int skipped = Enumerable.Range(0, page.Blocks.Count).First(i => page.Blocks[i].Words is > 0 and <= MaxShort);
        Assert.Equal((isKept, isKept ? BlockReason.GapFilling : BlockReason.Probability), (draft.IsKept(skipped), draft.ReasonOf(skipped)));
    }

    [Theory]
    [InlineData(4, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(4, 0, true)]
    [InlineData(0, 0, false)]
    public void Notes_are_kept_with_the_text_that_refers_to_them_when_they_are_short_beside_it(int paragraphs, int linked, bool isKept)
    {
        string sign = linked == 1 ? "<sup><a href=#fn1>1</a></sup>" : "<sup>1</sup>";
        string text = $"<p>The wheel turned in the stream for eleven years, and nobody could say whose it was.{sign}</p>";
        string notes = "<ol class=footnotes><li id=fn1>The deed of sale is lost.</ol>";
        SelectionDraft draft = Draft(text + string.Concat(Enumerable.Repeat(Long, paragraphs)) + notes, out PageDocument page);
        ContentTape tape = TestPage.Walk(page, draft);
        Assert.Equal(isKept ? 1 : 0, tape.Notes);
        int note = page.Blocks.Count - 1;
        Assert.Equal((isKept, isKept ? BlockReason.Footnote : BlockReason.Probability), (draft.IsKept(note), draft.ReasonOf(note)));
    }

    private static BlockReason StandfirstReason(string name, string description, string markup)
    {
        SelectionDraft draft = Draft(
            $"<meta name={name} content='{description}'><title>On mills</title><h1>On mills</h1>{markup}{Long}{Long}",
            out PageDocument page);
        PageFacts facts = new();
        facts.Read(page);
        StandfirstRule.Apply(draft, facts);
        return draft.ReasonOf(Enumerable.Range(0, page.Blocks.Count).Single(i => BlockText.Of(page, i) == Lead));
    }

    /// <summary>The blocks of more words are kept by <see cref="Draft"/>.</summary>
    private const int MaxShort = 12;

    /// <summary>A draft that keeps the long blocks of a page.</summary>
    private static SelectionDraft Draft(string html, out PageDocument page)
    {
        page = TestPage.Of(html);
        return TestPage.KeepLong(page, MaxShort);
    }
}
