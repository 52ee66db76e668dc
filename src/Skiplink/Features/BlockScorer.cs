using Skiplink.Learning;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// From the features of a page's blocks to the probability that each is main text. Trees score all blocks; of those that they leave in doubt, a quarter, the network is asked too, and a
/// weighted mean of the two counts, in log-odds. Holds scratch memory: one for each thread.
/// </summary>
internal sealed class BlockScorer
{
    /// <summary>How much the network counts beside the trees where it is asked.</summary>
    public const double NetShare = 0.7;

    /// <summary>What trees give this much log-odds, for or against, is not in doubt: out of fold, asking of it changes nothing that can be told from chance.</summary>
    private const double Sure = 2;

    private readonly BitScorer _scorer = new();
    private readonly NetScorer _net = new();
    private double[] _scores = [];
    private int[] _doubtful = [];

    /// <summary>Fills <see cref="BlockRow.Probability"/> of all blocks of the page that features were built for last.</summary>
    public void Score(ScoringModel.Part model, FeatureBuilder features, BlockTable blocks)
    {
        ReadOnlySpan<int> doubtful = ScoreByTrees(model, features.Values, blocks);
        features.Complete(doubtful, _scores.AsSpan(0, blocks.Count));
        ScoreByNet(model, features.Values, doubtful, blocks);
    }

    /// <summary>As <see cref="Score(ScoringModel.Part, FeatureBuilder, BlockTable)"/>, from features that are complete.</summary>
    public void Score(ScoringModel.Part model, ReadOnlySpan<float> features, BlockTable blocks) =>
        ScoreByNet(model, features, ScoreByTrees(model, features, blocks), blocks);

    /// <summary>Scores all blocks by what trees say, and returns those that they leave in doubt.</summary>
    private ReadOnlySpan<int> ScoreByTrees(ScoringModel.Part model, ReadOnlySpan<float> features, BlockTable blocks)
    {
        int count = blocks.Count, doubtful = 0;
        if (_scores.Length < count)
            (_scores, _doubtful) = (new double[Math.Max(count, 2 * _scores.Length)], new int[Math.Max(count, 2 * _scores.Length)]);
        Span<double> scores = _scores.AsSpan(0, count);
        model.Trees.Score(features, FeatureRow.Count, scores, _scorer);
        Span<int> inDoubt = _doubtful.AsSpan(0, count);
        for (int i = 0; i < scores.Length; i++)
        {
            blocks[i].Probability = Probability(scores[i]);
            inDoubt[doubtful] = i;
            doubtful += IsSure(scores[i]) ? 0 : 1;
        }
        return inDoubt[..doubtful];
    }

    /// <summary>Adds what the network says of the blocks in doubt.</summary>
    private void ScoreByNet(ScoringModel.Part model, ReadOnlySpan<float> features, ReadOnlySpan<int> doubtful, BlockTable blocks)
    {
        ReadOnlySpan<float> net = _net.Run(model.Net, features, FeatureRow.PageCount, doubtful);
        for (int i = 0; i < net.Length; i++)
            blocks[doubtful[i]].Probability = Probability((_scores[doubtful[i]] * (1 - NetShare)) + (net[i] * NetShare));
    }

    /// <summary>The probability of log-odds.</summary>
    public static float Probability(double score) => 1 / (1 + MathF.Exp(-(float)score));

    private static bool IsSure(double score) => Math.Abs(score) > Sure;

    /// <summary>Adds up, for each feature, how far it moved the score of one block of the page that was scored last.</summary>
    public void Explain(ScoringModel.Part model, ReadOnlySpan<float> features, int block, Span<double> contributions)
    {
        ReadOnlySpan<float> row = features.Slice(block * FeatureRow.Count, FeatureRow.Count);
        // The network sees what trees say of the block: so far as it goes by that, the trees' features speak once more.
        double ofTrees = IsSure(_scores[block]) ? 1 : 1 - NetShare + (NetShare * NetScorer.Explain(model.Net, row, NetShare, Feature.TreeScore, contributions));
        Span<double> trees = stackalloc double[FeatureRow.Count];
        trees.Clear();
        model.Trees.Explain(row, trees);
        for (int f = 0; f < trees.Length; f++)
            contributions[f] += trees[f] * ofTrees;
    }
}
