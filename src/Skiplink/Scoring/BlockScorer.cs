namespace Skiplink.Scoring;

/// <summary>From the features of a page's blocks to the probability that each is main text. Holds scratch memory: one for each thread.</summary>
internal sealed class BlockScorer
{
    private readonly BitScorer _scorer = new();
    private double[] _scores = [];

    /// <summary>Fills the probabilities of as many blocks as <paramref name="probabilities"/> has, from <see cref="FeatureRow.Count"/> features each.</summary>
    public void Score(TreeEnsemble trees, ReadOnlySpan<float> features, Span<float> probabilities)
    {
        if (_scores.Length < probabilities.Length)
            _scores = new double[Math.Max(probabilities.Length, 2 * _scores.Length)];
        Span<double> scores = _scores.AsSpan(0, probabilities.Length);
        trees.Score(features, FeatureRow.Count, scores, _scorer);
        for (int i = 0; i < scores.Length; i++)
            probabilities[i] = (float)(1 / (1 + Math.Exp(-scores[i])));
    }
}
