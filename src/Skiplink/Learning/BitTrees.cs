using System.Runtime.InteropServices;

namespace Skiplink.Learning;

/// <summary>
/// An ensemble laid out for scoring many rows at once, a bit for each row. What a split asks is asked once, however many trees ask it: the
/// questions are the pairs of a feature and a threshold, sorted by both. See <see cref="BitScorer"/> for what is done with them.
/// </summary>
internal sealed class BitTrees
{
    /// <summary>The limits of <see cref="BitScorer"/>; beyond them rows walk down the trees one by one.</summary>
    public const int MaxLeaves = 32;

    /// <summary>The bytes of a tree in <see cref="LeafTables"/>.</summary>
    public const int LeafBytes = sizeof(int) * MaxLeaves;
    private const int MaxQuestions = 1 << 16;

    private readonly List<Split> _splits = [];
    private readonly List<int> _firstSplit = [0];
    private readonly List<int> _minLeaf = [];
    private readonly List<byte> _leafTables = [];

    /// <summary>
    /// A split: its question, and where the rows go that answer no (the value is at most the threshold) and yes. A place is the number of a
    /// split within the tree, or <see cref="MaxLeaves"/> and more for a leaf.
    /// </summary>
    public struct Split
    {
        public int Question;
        public ushort No;
        public ushort Yes;
    }

    private BitTrees(float[] thresholds, int[] features, int[] firstThreshold)
    {
        Thresholds = thresholds;
        DoubleThresholds = Array.ConvertAll(thresholds, static t => (double)t);
        Features = features;
        FirstThreshold = firstThreshold;
    }

    /// <summary>The features that any split asks for.</summary>
    public int[] Features { get; }

    /// <summary>How many features at the beginning of a row include all of them.</summary>
    public int Columns => Features.Length == 0 ? 0 : Features[^1] + 1;

    /// <summary>For each of them its first threshold; behind the last one the number of all.</summary>
    public int[] FirstThreshold { get; }

    /// <summary>The questions: the thresholds of each feature in rising order.</summary>
    public float[] Thresholds { get; }

    /// <summary>The same, as they are compared with four chunks of 64 bits.</summary>
    public double[] DoubleThresholds { get; }

    public int Trees => _firstSplit.Count - 1;

    /// <summary>The splits of all trees, each before those below it.</summary>
    public ReadOnlySpan<Split> Splits => CollectionsMarshal.AsSpan(_splits);

    /// <summary>For each tree its first split, and behind the last tree the number of splits.</summary>
    public ReadOnlySpan<int> FirstSplit => CollectionsMarshal.AsSpan(_firstSplit);

    /// <summary>For each tree the smallest fixed-point value of its leaves.</summary>
    public ReadOnlySpan<int> MinLeaf => CollectionsMarshal.AsSpan(_minLeaf);

    /// <summary>
    /// For each tree how much more than <see cref="MinLeaf"/> each leaf is: the lowest bytes of <see cref="MaxLeaves"/> leaves, then as
    /// many of each higher byte.
    /// </summary>
    public ReadOnlySpan<byte> LeafTables => CollectionsMarshal.AsSpan(_leafTables);

    /// <summary>Lays out trees; null for those that do not fit.</summary>
    public static BitTrees? From(ReadOnlySpan<int> roots, ReadOnlySpan<TreeEnsemble.Node> nodes, ReadOnlySpan<int> leaves)
    {
        // A key sorts by feature and then by threshold; what it is sorted with is the node.
        ulong[] keys = new ulong[nodes.Length];
        int[] order = new int[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            int bits = BitConverter.SingleToInt32Bits(nodes[i].Threshold + 0f);
            keys[i] = ((ulong)nodes[i].Feature << 32) | (uint)((bits < 0 ? ~bits : bits) ^ (bits < 0 ? 0 : int.MinValue));
            order[i] = i;
        }
        Array.Sort(keys, order);
        List<float> thresholds = [];
        List<int> features = [], firstThreshold = [];
        int[] questionOf = order.Length == 0 ? [] : new int[nodes.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ref readonly TreeEnsemble.Node node = ref nodes[order[i]];
            if (i == 0 || keys[i] != keys[i - 1])
            {
                if (features.Count == 0 || features[^1] != node.Feature)
                {
                    features.Add(node.Feature);
                    firstThreshold.Add(thresholds.Count);
                }
                thresholds.Add(node.Threshold);
            }
            questionOf[order[i]] = thresholds.Count - 1;
        }
        firstThreshold.Add(thresholds.Count);
        if (thresholds.Count > MaxQuestions)
            return null;
        BitTrees trees = new([.. thresholds], [.. features], [.. firstThreshold]);
        foreach (int root in roots)
        {
            if (!trees.TryAdd(root, nodes, leaves, questionOf))
                return null;
        }
        return trees;
    }

    private bool TryAdd(int root, ReadOnlySpan<TreeEnsemble.Node> nodes, ReadOnlySpan<int> leaves, ReadOnlySpan<int> questionOf)
    {
        int first = _splits.Count, leafCount = 0;
        int[] values = new int[MaxLeaves];
        // What is yet to be placed: a child, and the split that leads to it.
        Queue<(int Child, int Parent, bool IsYes)> open = new([(root, -1, false)]);
        while (open.TryDequeue(out (int Child, int Parent, bool IsYes) at))
        {
            int place;
            if (at.Child < 0)
            {
                if (leafCount == MaxLeaves)
                    return false;
                values[leafCount] = leaves[~at.Child];
                place = MaxLeaves + leafCount++;
            }
            else
            {
                place = _splits.Count - first;
                ref readonly TreeEnsemble.Node node = ref nodes[at.Child];
                _splits.Add(new() { Question = questionOf[at.Child] });
                open.Enqueue((node.Left, first + place, false));
                open.Enqueue((node.Right, first + place, true));
            }
            if (at.Parent < 0)
                continue;
            ref Split parent = ref CollectionsMarshal.AsSpan(_splits)[at.Parent];
            (at.IsYes ? ref parent.Yes : ref parent.No) = (ushort)place;
        }
        _firstSplit.Add(_splits.Count);
        int min = values.Take(leafCount).Min();
        _minLeaf.Add(min);
        for (int shift = 0; shift < 8 * sizeof(int); shift += 8)
            _leafTables.AddRange(values.Select(leaf => (byte)((leaf - min) >> shift)));
        return true;
    }
}
