namespace Skiplink.Features;

/// <summary>
/// What a model makes of the blocks of a page. Good until the <see cref="BlockScorer"/> that made it scores the next page.
/// </summary>
/// <param name="probabilities">For each block the probability that it is main text, 0 to 1.</param>
/// <param name="treeScores">For each block what the trees alone say, in log-odds.</param>
internal readonly ref struct BlockScores(ReadOnlySpan<float> probabilities, ReadOnlySpan<double> treeScores)
{
    /// <summary>For each block the probability that it is main text, 0 to 1.</summary>
    public ReadOnlySpan<float> Probabilities { get; } = probabilities;

    /// <summary>For each block what the trees alone say, in log-odds.</summary>
    public ReadOnlySpan<double> TreeScores { get; } = treeScores;
}
