using CsCheck;
using Skiplink.PageModel;
using Skiplink.Selection;
using Xunit;

namespace Skiplink.Tests;

public sealed class ExpectedF1CutTests
{
    // Blocks less probable than that are not considered.
    private static readonly Gen<(float Probability, int Words)[]> Pages = Gen.Select(Gen.Float[0.02f, 0.99f], Gen.Int[1, 60]).Array[1, 30];

    [Fact]
    public void The_cut_has_the_highest_expected_f1_of_all_cuts() => Pages.Sample(page =>
    {
        SelectionDraft draft = Cut(page, 1);
        double best = page.Max(cut => Expected(page, p => p.Probability >= cut.Probability));
        Assert.Equal(best, draft.ExpectedF1, 1e-6);
        if (draft.Kept.Contains(true))
        {
            (float, int)[] kept = [.. page.Where((_, i) => draft.IsKept(i))];
            Assert.Equal(draft.ExpectedF1, Expected(page, p => kept.Contains(p)), 1e-6);
        }
    });

    [Fact]
    public void Precision_keeps_no_more_than_recall_does() => Pages.Sample(page =>
    {
        SelectionDraft precise = Cut(page, 0.5), balanced = Cut(page, 1), complete = Cut(page, 2);
        for (int i = 0; i < page.Length; i++)
        {
            Assert.True(!precise.IsKept(i) || balanced.IsKept(i) || !balanced.Kept.Contains(true));
            Assert.True(!balanced.IsKept(i) || complete.IsKept(i) || !complete.Kept.Contains(true));
        }
    });

    [Fact]
    public void A_second_cut_of_a_page_does_not_depend_on_the_first() => Pages.Sample(page =>
    {
        PageDocument model = PageOf(page);
        float[] probabilities = Array.ConvertAll(page, static p => p.Probability);
        ExpectedF1Cut cut = new();
        SelectionDraft draft = new();
        cut.Start(model, probabilities);
        cut.Cut(draft, probabilities, 2);
        cut.Cut(draft, probabilities, 0.6);
        Assert.Equal(Cut(page, 0.6).Kept, draft.Kept);
    });

    [Fact]
    public void A_page_with_nothing_to_expect_gives_nothing()
    {
        SelectionDraft draft = Cut([(0.05f, 10), (0.02f, 8), (0.01f, 30)], 1);
        Assert.False(draft.Kept.Contains(true));
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(BlockReason.NoMainText, draft.ReasonOf(i)));
    }

    private static SelectionDraft Cut((float Probability, int Words)[] page, double beta)
    {
        float[] probabilities = Array.ConvertAll(page, static p => p.Probability);
        ExpectedF1Cut cut = new();
        SelectionDraft draft = new();
        cut.Start(PageOf(page), probabilities);
        cut.Cut(draft, probabilities, beta);
        return draft;
    }

    /// <summary>A page of paragraphs of so many words, each with a text of its own.</summary>
    private static PageDocument PageOf((float Probability, int Words)[] page) =>
        TestPage.Of(
            string.Concat(
                page.Select(static (p, i) => $"<p>{string.Join(' ', Enumerable.Range(0, p.Words).Select(w => $"w{i}x{w}"))}</p>")));

    private static double Expected((float Probability, int Words)[] page, Func<(float Probability, int Words), bool> isKept)
    {
        double right = page.Where(isKept).Sum(static p => p.Probability * p.Words);
        return 2 * right / (page.Where(isKept).Sum(static p => p.Words) + page.Sum(static p => p.Probability * (double)p.Words));
    }
}
