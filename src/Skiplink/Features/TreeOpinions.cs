using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// What the trees said of a block in doubt and of the blocks around it, as features that the network sees: the network judges what trees make of a page, as in stacked
/// generalization (Wolpert, 1992).
/// </summary>
internal sealed class TreeOpinions
{
    // For each block, and behind the last one, the sum of the probabilities of those before it.
    private float[] _before = [];

    /// <summary>Fills the features of some blocks of a page.</summary>
    /// <param name="blocks">The page's blocks; their probabilities are what trees gave them.</param>
    /// <param name="twins">Which of them share a path.</param>
    /// <param name="groups">Which groups stand around which.</param>
    /// <param name="scores">The same in log-odds.</param>
    /// <param name="some">Which blocks.</param>
    /// <param name="features">The rows of all blocks.</param>
    public void Fill(BlockTable blocks, Twins twins, GroupFeatures groups, ReadOnlySpan<double> scores, ReadOnlySpan<int> some, Span<float> features)
    {
        if (some.IsEmpty)
            return;
        Sum(blocks, twins);
        ReadOnlySpan<float> before = _before.AsSpan(0, scores.Length + 1);
        float ofPage = before[scores.Length] / scores.Length;
        foreach (int block in some)
        {
            FeatureRow row = new(features.Slice(block * FeatureRow.Count, FeatureRow.Count));
            row[Feature.TreeScore] = (float)scores[block];
            row[Feature.PreviousTreeScore] = block > 0 ? (float)scores[block - 1] : Nobody;
            row[Feature.NextTreeScore] = block + 1 < scores.Length ? (float)scores[block + 1] : Nobody;
            row[Feature.HeadingTreeScore] = blocks[block].Heading is >= 0 and int heading ? (float)scores[heading] : Nobody;
            int group = groups.FirstAround(blocks, block), wider = groups.WayFrom(group).Up;
            row[Feature.GroupTreeMean] = Mean(before, blocks.Elements[group]);
            row[Feature.WiderTreeMean] = Mean(before, blocks.Elements[wider]);
            ref readonly TwinGroup alike = ref twins.Of(block);
            row[Feature.TwinTreeMean] = alike.TreeSum / alike.Blocks;
            row[Feature.PageTreeMean] = ofPage;
        }
    }

    /// <summary>The log-odds of a block that is not there: what is beyond the page is no main text.</summary>
    private const float Nobody = -4;

    private void Sum(BlockTable blocks, Twins twins)
    {
        ReadOnlySpan<BlockRow> rows = blocks.Rows;
        if (_before.Length <= rows.Length)
            _before = new float[Math.Max(rows.Length + 1, 2 * _before.Length)];
        foreach (ref TwinGroup group in twins.Groups)
            group.TreeSum = 0;
        float sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            float probability = rows[i].Probability;
            _before[i] = sum;
            sum += probability;
            twins.Of(i).TreeSum += probability;
        }
        _before[rows.Length] = sum;
    }

    private static float Mean(ReadOnlySpan<float> before, in ElementRow group) => (before[group.FirstBlock + group.Blocks] - before[group.FirstBlock]) / group.Blocks;
}
