using Skiplink;
using Skiplink.Features;
using Skiplink.Learning;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Train;

/// <summary>The kinds that labels name, in the order in which the model has them.</summary>
internal enum PageKindLabel
{
    Article,
    Forum,
    Product,
    Collection,
    Listing,
    Documentation,
    Service,
}

/// <summary>What a model made of a page.</summary>
/// <param name="Promised">The F1 that its probabilities promise.</param>
/// <param name="Score">The score of what was kept.</param>
/// <param name="AtHalf">The score of the blocks of probability 0.5 and more.</param>
/// <param name="BestCut">The score at the page's best cut.</param>
/// <param name="Precise">The score in precision mode.</param>
/// <param name="Complete">The score in recall mode.</param>
/// <param name="Kind">The true kind, or null.</param>
/// <param name="Told">The kind that the model tells, or other when it was not asked.</param>
/// <param name="KindFeatures">The page as the model of kinds sees it.</param>
internal sealed record PageReading(double Promised, PageScore Score, PageScore AtHalf, PageScore BestCut, PageScore Precise, PageScore Complete, PageKindLabel? Kind, PageKind Told, float[] KindFeatures)
{
    private const int MostCuts = 40;

    /// <summary>Reads a page.</summary>
    public static PageReading Of(PreparedPage page, Lexicon lexicon, ScoringModel.Part model, KindModel? kinds = null)
    {
        FeatureBuilder builder = new();
        BlockTable blocks = page.Blocks;
        Span<float> features = builder.Build(page.Document, blocks, lexicon);
        new BlockScorer().Score(model, builder, blocks);
        BlockSelector selection = new();
        selection.Select(blocks, BlockSelector.Precise);
        PageScore precise = Kept(page);
        selection.Select(blocks, BlockSelector.Complete);
        PageScore complete = Kept(page);
        double promised = selection.Choose(blocks, BlockSelector.Balanced);
        float[] kindFeatures = new float[KindModel.FeatureCount];
        KindModel.Fill(builder.Page, blocks, features, promised, kindFeatures);
        PageKind told = kinds?.Tell(kindFeatures) ?? PageKind.Other;
        if (kinds is not null)
            selection.ChooseAgain(blocks, BlockSelector.BalancedFor(told, blocks.Count));
        selection.Finish(blocks);
        return new(promised, Kept(page), PageScore.OfBlocks(blocks, i => blocks[i].Probability >= 0.5f, page.TruthWords), AtBestCut(page), precise, complete,
            Enum.TryParse(page.Page.Kind, true, out PageKindLabel kind) ? kind : null, told, kindFeatures);
    }

    private static PageScore Kept(PreparedPage page) => PageScore.OfBlocks(page.Blocks, i => page.Blocks[i].Kept, page.TruthWords);

    private static PageScore AtBestCut(PreparedPage page)
    {
        float[] cuts = [.. Enumerable.Range(0, page.Blocks.Count).Select(b => page.Blocks[b].Probability).Distinct().Order()];
        PageScore best = default;
        for (int i = 0; i < MostCuts && cuts.Length > 0; i++)
        {
            float cut = cuts[i * cuts.Length / MostCuts];
            PageScore score = PageScore.OfBlocks(page.Blocks, b => page.Blocks[b].Probability >= cut, page.TruthWords);
            best = score.F1 > best.F1 ? score : best;
        }
        return best;
    }
}
