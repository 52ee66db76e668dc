using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// What the tree scores of a block in doubt and of the blocks around it, as features that the network sees: the network judges what trees
/// make of a page, as in stacked generalization (Wolpert, 1992).
/// </summary>
internal sealed class TreeScoreFeatures
{
    // For each block, and behind the last one, the sum of the probabilities of those before it.
    private float[] _before = [];

    /// <summary>Fills the features of some blocks of a page.</summary>
    /// <param name="blocks">The page's blocks.</param>
    /// <param name="paths">Which of them share a path.</param>
    /// <param name="groups">Which groups stand around which.</param>
    /// <param name="scores">What trees say of each block, in log-odds.</param>
    /// <param name="probabilities">The same as probabilities.</param>
    /// <param name="some">Which blocks.</param>
    /// <param name="features">The rows of all blocks.</param>
    public void Fill(
        BlockTable blocks,
        SamePathGroups paths,
        GroupFeatures groups,
        ReadOnlySpan<double> scores,
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<int> some,
        Span<float> features)
    {
        if (some.IsEmpty)
            return;
        Sum(probabilities, paths);
        ReadOnlySpan<float> before = _before.AsSpan(0, scores.Length + 1);
        float ofPage = before[scores.Length] / scores.Length;
        foreach (int block in some)
        {
            FeatureRow row = new(features.Slice(block * FeatureRow.Count, FeatureRow.Count));
            row[Feature.TreeScore] = (float)scores[block];
            row[Feature.PreviousTreeScore] = block > 0 ? (float)scores[block - 1] : OutsidePage;
            row[Feature.NextTreeScore] = block + 1 < scores.Length ? (float)scores[block + 1] : OutsidePage;
            row[Feature.HeadingTreeScore] = blocks[block].Heading is >= 0 and int heading ? (float)scores[heading] : OutsidePage;
            int group = groups.FirstAround(blocks, block), wider = groups[group].Outer;
            row[Feature.GroupTreeMean] = Mean(before, blocks.Elements[group]);
            row[Feature.WiderTreeMean] = Mean(before, blocks.Elements[wider]);
            ref readonly SamePathGroup alike = ref paths.Of(block);
            row[Feature.TwinTreeMean] = alike.TreeSum / alike.Blocks;
            row[Feature.PageTreeMean] = ofPage;
        }
    }

    /// <summary>The log-odds of a block outside of the page: it is no main text.</summary>
    private const float OutsidePage = -4;

    private void Sum(ReadOnlySpan<float> probabilities, SamePathGroups paths)
    {
        if (_before.Length <= probabilities.Length)
            _before = new float[Math.Max(probabilities.Length + 1, 2 * _before.Length)];
        foreach (ref SamePathGroup group in paths.Groups)
            group.TreeSum = 0;
        float sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            _before[i] = sum;
            sum += probabilities[i];
            paths.Of(i).TreeSum += probabilities[i];
        }
        _before[probabilities.Length] = sum;
    }

    private static float Mean(ReadOnlySpan<float> before, in ElementRow group) =>
        (before[group.FirstBlock + group.Blocks] - before[group.FirstBlock]) / group.Blocks;
}
