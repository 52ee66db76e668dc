namespace Skiplink.Learning;

/// <summary>
/// Small trees for one row at a time, walked down without a branch that depends on the row: each tree for as many levels as it is deep, a leaf leading to itself. Where a branch is
/// guessed wrong at every second split, walking costs mostly that; here the processor has several trees under way at once.
/// </summary>
internal sealed class LevelTrees
{
    private readonly Node[] _nodes;
    private readonly Group[] _groups;
    private readonly int[] _roots;

    /// <summary>
    /// A split: its children stand beside each other, the left one <see cref="Children"/> nodes further on, and the right one behind it. A leaf has no children, and no number is above its
    /// threshold.
    /// </summary>
    private struct Node
    {
        public float Threshold;
        public ushort Feature;
        public ushort Children;

        /// <summary>The value of a leaf.</summary>
        public int Value;
    }

    /// <summary>Trees of one depth, up to a root.</summary>
    private readonly record struct Group(int Depth, int End);

    /// <param name="roots">For each tree its first node, or the complement of a leaf.</param>
    /// <param name="nodes">The nodes, as in <see cref="TreeEnsemble"/>.</param>
    /// <param name="leaves">The leaves, in whole numbers.</param>
    public LevelTrees(ReadOnlySpan<int> roots, ReadOnlySpan<TreeEnsemble.Node> nodes, ReadOnlySpan<int> leaves)
    {
        List<Node> flat = [];
        List<(int Depth, int Root)> trees = [];
        foreach (int root in roots)
            trees.Add((Add(root, nodes, leaves, flat, out int first), first));
        // Sums of whole numbers are the same in any order.
        trees.Sort();
        List<Group> groups = [];
        for (int i = 0; i < trees.Count; i++)
        {
            if (i + 1 == trees.Count || trees[i + 1].Depth != trees[i].Depth)
                groups.Add(new(trees[i].Depth, i + 1));
        }
        (_nodes, _groups, _roots) = ([.. flat], [.. groups], [.. trees.Select(static t => t.Root)]);
    }

    /// <summary>The sum of the leaves that a row, which has no number that is none, ends in.</summary>
    public int Sum(ReadOnlySpan<float> row)
    {
        Node[] nodes = _nodes;
        int sum = 0, tree = 0;
        foreach (Group group in _groups)
        {
            for (; tree < group.End; tree++)
            {
                int at = _roots[tree];
                for (int level = group.Depth; level > 0; level--)
                {
                    ref readonly Node node = ref nodes[at];
                    at += node.Children + (row[node.Feature] > node.Threshold ? 1 : 0);
                }
                sum += nodes[at].Value;
            }
        }
        return sum;
    }

    /// <summary>Adds a tree, level by level; its depth.</summary>
    private static int Add(int root, ReadOnlySpan<TreeEnsemble.Node> nodes, ReadOnlySpan<int> leaves, List<Node> flat, out int first)
    {
        first = flat.Count;
        List<int> level = [root];
        for (int depth = 0; ; depth++)
        {
            List<int> below = [];
            int behind = flat.Count + level.Count;
            foreach (int at in level)
            {
                if (at < 0)
                {
                    flat.Add(new() { Threshold = float.PositiveInfinity, Value = leaves[~at] });
                    continue;
                }
                flat.Add(new() { Threshold = nodes[at].Threshold, Feature = (ushort)nodes[at].Feature, Children = checked((ushort)(behind + below.Count - flat.Count)) });
                below.Add(nodes[at].Left);
                below.Add(nodes[at].Right);
            }
            if (below.Count == 0)
                return depth;
            level = below;
        }
    }
}
