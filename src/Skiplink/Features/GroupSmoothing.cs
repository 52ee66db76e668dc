using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// Lets the blocks that repeat one structure be decided together: the log-odds of each block of a group of three and more are drawn towards
/// the group's mean. A block stays apart from its group only where it is plainly different. Holds scratch memory: one for each thread.
/// </summary>
internal sealed class GroupSmoothing
{
    /// <summary>The weight of the group's mean beside the block's own log-odds; fitted out of fold over three corpora.</summary>
    public const float GroupShare = 0.9f;

    /// <summary>Smaller groups are left to their blocks.</summary>
    private const int MinBlocks = 3;

    private const float MinProbability = 1e-4f;

    private readonly PathGroups _paths = new();
    private Group[] _groups = [];
    private float[] _values = [];

    private struct Group
    {
        public int Blocks;
        public float Weight;
        public float Sum;
    }

    /// <summary>Finds the groups of a page.</summary>
    public void Start(BlockTable blocks)
    {
        _paths.Read(blocks);
        if (_groups.Length < _paths.Count)
            _groups = new Group[Math.Max(_paths.Count, 2 * _groups.Length)];
        if (_values.Length < blocks.Count)
            _values = new float[Math.Max(blocks.Count, 2 * _values.Length)];
        Span<Group> groups = _groups.AsSpan(0, _paths.Count);
        groups.Clear();
        for (int i = 0; i < blocks.Count; i++)
        {
            ref Group group = ref groups[_paths[i]];
            group.Blocks++;
            group.Weight += WeightOf(blocks[i]);
        }
    }

    /// <summary>Draws probabilities towards the means of their groups.</summary>
    /// <param name="blocks">The blocks of the page that was started last.</param>
    /// <param name="probabilities">For each block its probability.</param>
    public void Apply(BlockTable blocks, Span<float> probabilities)
    {
        Span<float> values = _values.AsSpan(0, blocks.Count);
        for (int i = 0; i < values.Length; i++)
            values[i] = LogOdds(probabilities[i]);
        ApplyToLogOdds(blocks, values);
        for (int i = 0; i < values.Length; i++)
        {
            if (_groups[_paths[i]].Blocks >= MinBlocks)
                probabilities[i] = BlockScorer.Probability(values[i]);
        }
    }

    /// <summary>Draws log-odds towards the means of their groups.</summary>
    public void ApplyToLogOdds(BlockTable blocks, Span<float> values)
    {
        Span<Group> groups = _groups.AsSpan(0, _paths.Count);
        foreach (ref Group group in groups)
            group.Sum = 0;
        for (int i = 0; i < values.Length; i++)
            groups[_paths[i]].Sum += WeightOf(blocks[i]) * values[i];
        for (int i = 0; i < values.Length; i++)
        {
            ref readonly Group group = ref groups[_paths[i]];
            if (group.Blocks >= MinBlocks)
                values[i] = ((1 - GroupShare) * values[i]) + (GroupShare * group.Sum / group.Weight);
        }
    }

    private static float WeightOf(in BlockRow block) => MathF.Sqrt(block.Words + 1);

    private static float LogOdds(float probability)
    {
        float p = Math.Clamp(probability, MinProbability, 1 - MinProbability);
        return MathF.Log(p / (1 - p));
    }
}
