using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>
/// From the features of a page's blocks to the probability that each is main text: the mean of what trees and network say, in log-odds. Holds scratch memory: one for
/// each thread.
/// </summary>
internal sealed class BlockScorer
{
    /// <summary>How much the network counts beside the trees.</summary>
    public const double NetShare = 0.5;

    private readonly BitScorer _scorer = new();
    private readonly NetScorer _net = new();
    private readonly BlockGraph _graph = new();
    private double[] _scores = [];

    /// <summary>Fills <see cref="BlockRow.Probability"/> of all blocks, from <see cref="FeatureRow.Count"/> features each.</summary>
    public void Score(ScoringModel.Part model, ReadOnlySpan<float> features, BlockTable blocks)
    {
        if (_scores.Length < blocks.Count)
            _scores = new double[Math.Max(blocks.Count, 2 * _scores.Length)];
        Span<double> scores = _scores.AsSpan(0, blocks.Count);
        model.Trees.Score(features, FeatureRow.Count, scores, _scorer);
        _graph.Read(blocks);
        _net.Run(model.Net, features, FeatureRow.PageCount, _graph);
        ReadOnlySpan<float> net = _net.Scores;
        for (int i = 0; i < scores.Length; i++)
            blocks[i].Probability = (float)(1 / (1 + Math.Exp(-((scores[i] * (1 - NetShare)) + (net[i] * NetShare)))));
    }

    /// <summary>Adds up, for each feature, how far it moved the score of one block of the page that was scored last.</summary>
    public void Explain(ScoringModel.Part model, ReadOnlySpan<float> features, int block, Span<double> contributions)
    {
        Span<double> trees = stackalloc double[FeatureRow.Count];
        trees.Clear();
        model.Trees.Explain(features.Slice(block * FeatureRow.Count, FeatureRow.Count), trees);
        for (int f = 0; f < trees.Length; f++)
            contributions[f] += trees[f] * (1 - NetShare);
        _net.Explain(model.Net, features.Slice(block * FeatureRow.Count, FeatureRow.Count), block, NetShare, contributions);
    }
}
