using CsCheck;
using Skiplink.PageModel;
using Skiplink.Selection;
using Xunit;

namespace Skiplink.Tests;

public sealed class SelectionTests
{
    // Blocks less probable than that are not considered.
    private static readonly Gen<(float Probability, int Words)[]> Pages = Gen.Select(Gen.Float[0.02f, 0.99f], Gen.Int[1, 60]).Array[1, 30];

    [Fact]
    public void The_cut_has_the_highest_expected_f1_of_all_cuts() => Pages.Sample(page =>
    {
        BlockTable blocks = TableOf(page);
        double told = new BlockSelector().Select(blocks, 1);
        double best = page.Max(cut => Expected(page, p => p.Probability >= cut.Probability));
        Assert.Equal(best, told, 1e-6);
        int kept = Enumerable.Range(0, blocks.Count).Count(i => blocks[i].Kept);
        if (kept > 0)
            Assert.Equal(told, Expected([.. page.Select((p, i) => (blocks[i].Kept ? p.Probability : -p.Probability, p.Words))], static p => p.Probability > 0, static p => Math.Abs(p.Probability)), 1e-6);
    });

    [Fact]
    public void Precision_keeps_no_more_than_recall_does() => Pages.Sample(page =>
    {
        BlockTable precise = TableOf(page), balanced = TableOf(page), complete = TableOf(page);
        new BlockSelector().Select(precise, 0.5);
        new BlockSelector().Select(balanced, 1);
        new BlockSelector().Select(complete, 2);
        for (int i = 0; i < precise.Count; i++)
        {
            Assert.True(!precise[i].Kept || balanced[i].Kept || Kept(balanced) == 0);
            Assert.True(!balanced[i].Kept || complete[i].Kept || Kept(complete) == 0);
        }
    });

    [Fact]
    public void Choosing_again_is_selecting_with_the_other_beta() => Pages.Sample(page =>
    {
        BlockTable once = TableOf(page), twice = TableOf(page);
        BlockSelector selection = new();
        new BlockSelector().Select(once, 0.6);
        selection.Choose(twice, 2);
        selection.ChooseAgain(twice, 0.6);
        selection.Finish(twice);
        Assert.Equal(once.Rows.ToArray().Select(static b => (b.Kept, b.Verdict)), twice.Rows.ToArray().Select(static b => (b.Kept, b.Verdict)));
    });

    [Fact]
    public void A_page_that_promises_nothing_gives_nothing()
    {
        BlockTable blocks = TableOf([(0.05f, 10), (0.02f, 8), (0.01f, 30)]);
        new BlockSelector().Select(blocks, 1);
        Assert.Equal(0, Kept(blocks));
    }

    [Fact]
    public void The_second_copy_of_a_paragraph_is_left_out()
    {
        Article article = Page.Read($"<main><h1>T</h1><p>{Sentence}</p><p>{Other}</p><div class=mobile><p>{Sentence}</p></div></main>");
        Assert.Equal(article.Text.IndexOf(Sentence, StringComparison.Ordinal), article.Text.LastIndexOf(Sentence, StringComparison.Ordinal));
        Assert.Contains(Sentence, article.Text, StringComparison.Ordinal);
    }

    private const string Sentence = "The mill stood empty for eleven years, and nobody in the valley could say who owned the wheel that still turned in the stream.";
    private const string Other = "Then a clerk found a deed in the parish chest, and with it a list of debts that nobody had ever thought of paying back to the miller.";

    private static int Kept(BlockTable blocks) => Enumerable.Range(0, blocks.Count).Count(i => blocks[i].Kept);

    private static double Expected((float Probability, int Words)[] page, Func<(float Probability, int Words), bool> isKept, Func<(float Probability, int Words), double>? probability = null)
    {
        probability ??= static p => p.Probability;
        double right = page.Where(isKept).Sum(p => probability(p) * p.Words);
        return 2 * right / (page.Where(isKept).Sum(static p => p.Words) + page.Sum(p => probability(p) * p.Words));
    }

    /// <summary>Blocks with these probabilities and numbers of words, each with a text of its own.</summary>
    private static BlockTable TableOf((float Probability, int Words)[] page)
    {
        BlockTable blocks = new();
        blocks.Clear(0);
        blocks.Elements.Add();
        for (int i = 0; i < page.Length; i++)
        {
            blocks.Add(0, 0);
            blocks[i].Words = page[i].Words;
            blocks[i].Probability = page[i].Probability;
            blocks[i].TextHash = (uint)i;
        }
        return blocks;
    }
}
