using Skiplink;
using Skiplink.Features;
using Skiplink.Learning;
using Skiplink.Selection;

namespace Train;

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
/// <param name="Kept">For each block whether it was kept.</param>
/// <param name="KindWeight">How much the page counts when kinds are learned.</param>
internal sealed record PageReading(
    double Promised,
    PageScore Score,
    PageScore AtHalf,
    PageScore BestCut,
    PageScore Precise,
    PageScore Complete,
    PageKind? Kind,
    PageKind Told,
    float[] KindFeatures,
    bool[] Kept,
    float KindWeight)
{
    private const int MaxCuts = 40;
    private const float OtherCorpusKindWeight = 0.1f;

    /// <summary>Reads a page.</summary>
    public static PageReading Of(PreparedPage page, Lexicon lexicon, ScoringModel.Part model, KindModel? kinds = null)
    {
        FeatureBuilder builder = new();
        Span<float> features = builder.Build(page.Model, lexicon);
        ReadOnlySpan<float> probabilities = new BlockScorer().Score(model, builder).Probabilities;
        BlockSelector selector = new();
        SelectionResult first = selector.FirstCut(page.Model, probabilities);
        float[] kindFeatures = new float[Skiplink.Features.KindFeatures.Count];
        Skiplink.Features.KindFeatures.Fill(builder.Page, page.Blocks, first.Kept, features, first.ExpectedF1, kindFeatures);
        PageKind? told = kinds?.Predict(kindFeatures);
        SelectionResult balanced = selector.Balanced(probabilities, told, facts: null);
        PageScore precise = ScoreOf(page, selector.Start(SelectionMode.Precision, balanced, probabilities, facts: null));
        PageScore complete = ScoreOf(page, selector.Start(SelectionMode.Recall, balanced, probabilities, facts: null));
        float[] all = probabilities.ToArray();
        return new(
            first.ExpectedF1, ScoreOf(page, balanced), PageScore.OfBlocks(page.Blocks, i => all[i] >= 0.5f, page.TruthWords),
            AtBestCut(page, all), precise, complete,
            Enum.TryParse(page.Page.Kind, true, out PageKind kind) && kind != PageKind.Other ? kind
                : null, told ?? PageKind.Other, kindFeatures, balanced.Kept.ToArray(), KindWeightOf(page.Page));
    }

    /// <summary>
    /// Pages of the other corpora are articles for the most part: at their full weight every page would be predicted to be one.
    /// </summary>
    private static float KindWeightOf(LabelledPage page) => page.Truth is not null ? 1 : page.Kind.Length > 0 ? OtherCorpusKindWeight : 0;

    private static PageScore ScoreOf(PreparedPage page, BlockDecisions decisions) =>
        PageScore.OfBlocks(page.Blocks, decisions.IsKept, page.TruthWords);

    private static PageScore AtBestCut(PreparedPage page, float[] probabilities)
    {
        float[] cuts = [.. probabilities.Distinct().Order()];
        PageScore best = default;
        for (int i = 0; i < MaxCuts && cuts.Length > 0; i++)
        {
            float cut = cuts[i * cuts.Length / MaxCuts];
            PageScore score = PageScore.OfBlocks(page.Blocks, b => probabilities[b] >= cut, page.TruthWords);
            best = score.F1 > best.F1 ? score : best;
        }
        return best;
    }
}
