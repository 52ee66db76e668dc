namespace Skiplink.Learning;

/// <summary>
/// Gradient-boosted regression trees in flat arrays. A row goes to the left child where its feature is at most the threshold; the sum of
/// the leaves it ends in is its score, in log-odds.
/// </summary>
internal sealed class TreeEnsemble
{
    /// <summary>Fewer rows are scored faster one by one.</summary>
    private const int MinBatch = 16;

    private readonly int[] _roots;
    private readonly Node[] _nodes;
    private readonly float[] _leaves;
    private readonly int[] _fixedLeaves;
    private readonly double _unit;
    private readonly Lazy<BitTrees?> _bits;

    /// <summary>One split. A child that is negative is a leaf: its bitwise complement is the leaf's number; the mean is that of all
    /// training rows that came by.</summary>
    public readonly record struct Node(int Feature, float Threshold, int Left, int Right, float Mean);

    /// <param name="roots">For each tree its first node; a tree of one leaf has the leaf's complement.</param>
    /// <param name="nodes">The nodes of all trees; children are numbered over all of them.</param>
    /// <param name="leaves">The leaves of all trees.</param>
    public TreeEnsemble(int[] roots, Node[] nodes, float[] leaves)
    {
        (_roots, _nodes, _leaves) = (roots, nodes, leaves);
        // Fixed point makes sums the same in any order; the unit is as small as 32 bits allow for the largest sum of one leaf of each tree.
        double max = 0;
        foreach (int root in roots)
            max += MaxLeaf(root);
        _unit = Math.ScaleB(1, max == 0 ? 0 : Math.ILogB(max) - 29);
        _fixedLeaves = new int[leaves.Length];
        for (int i = 0; i < leaves.Length; i++)
            _fixedLeaves[i] = (int)Math.Round(leaves[i] / _unit);
        _bits = new(() => BitTrees.From(_roots, _nodes, _fixedLeaves));
    }

    /// <summary>One ensemble whose score is the mean of several ensembles' scores.</summary>
    public static TreeEnsemble Mean(IReadOnlyList<TreeEnsemble> parts)
    {
        List<int> roots = [];
        List<Node> nodes = [];
        List<float> leaves = [];
        foreach (TreeEnsemble part in parts)
        {
            int firstNode = nodes.Count, firstLeaf = leaves.Count;
            int Moved(int child) => child >= 0 ? child + firstNode : ~(~child + firstLeaf);
            roots.AddRange(part._roots.Select(Moved));
            nodes.AddRange(part._nodes.Select(node =>
                node with { Left = Moved(node.Left), Right = Moved(node.Right), Mean = node.Mean / parts.Count }));
            leaves.AddRange(part._leaves.Select(leaf => leaf / parts.Count));
        }
        return new([.. roots], [.. nodes], [.. leaves]);
    }

    /// <summary>How many trees there are.</summary>
    public int Trees => _roots.Length;

    /// <summary>Whether many rows at once can be scored by <see cref="BitScorer"/>, given a machine that has its instructions.</summary>
    public bool FitsBits => BitTrees.From(_roots, _nodes, _fixedLeaves) is not null;

    /// <summary>The features that any split asks for, in rising order.</summary>
    public int[] Features => [.. _nodes.Select(static n => n.Feature).Distinct().Order()];

    /// <summary>The score of one row of features.</summary>
    public double Score(ReadOnlySpan<float> row)
    {
        int sum = 0;
        foreach (int root in _roots)
            sum += _fixedLeaves[Leaf(root, row)];
        return sum * _unit;
    }

    /// <summary>The scores of many rows of <paramref name="columns"/> features each.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">How many features a row has.</param>
    /// <param name="scores">Where to: for each row what <see cref="Score(ReadOnlySpan{float})"/> gives, to the last bit.</param>
    /// <param name="scorer">The thread's scratch memory.</param>
    public void Score(ReadOnlySpan<float> rows, int columns, Span<double> scores, BitScorer scorer)
    {
        if (scores.Length >= MinBatch && BitScorer.IsSupported && _bits.Value is { } bits)
        {
            scorer.Score(bits, rows, columns, scores, _unit);
            return;
        }
        for (int i = 0; i < scores.Length; i++)
            scores[i] = Score(rows.Slice(i * columns, columns));
    }

    /// <summary>The same by <see cref="BitScorer"/> on any machine and for any number of rows, for tests and measurements.</summary>
    public void ScoreByBits(ReadOnlySpan<float> rows, int columns, Span<double> scores, BitScorer scorer) =>
        scorer.Score(_bits.Value ?? throw new NotSupportedException("These trees do not fit."), rows, columns, scores, _unit);

    /// <summary>The greatest absolute value of a leaf below a node.</summary>
    private double MaxLeaf(int root)
    {
        double max = 0;
        Stack<int> open = new([root]);
        while (open.TryPop(out int at))
        {
            if (at < 0)
            {
                max = Math.Max(max, Math.Abs(_leaves[~at]));
                continue;
            }
            open.Push(_nodes[at].Left);
            open.Push(_nodes[at].Right);
        }
        return max;
    }

    /// <summary>
    /// Adds up, for each feature, how far the splits on it moved the score of one row (after Saabas, "Interpreting random forests", 2014).
    /// </summary>
    public void Explain(ReadOnlySpan<float> row, Span<double> contributions)
    {
        foreach (int root in _roots)
        {
            int at = root;
            while (at >= 0)
            {
                ref readonly Node node = ref _nodes[at];
                int next = row[node.Feature] <= node.Threshold ? node.Left : node.Right;
                contributions[node.Feature] += (next >= 0 ? _nodes[next].Mean : _leaves[~next]) - node.Mean;
                at = next;
            }
        }
    }

    private int Leaf(int at, ReadOnlySpan<float> row)
    {
        while (at >= 0)
        {
            ref readonly Node node = ref _nodes[at];
            at = row[node.Feature] <= node.Threshold ? node.Left : node.Right;
        }
        return ~at;
    }

    /// <summary>Writes the trees; numbers are little-endian.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_roots.Length);
        writer.Write(_nodes.Length);
        writer.Write(_leaves.Length);
        foreach (int root in _roots)
            writer.Write(root);
        foreach (Node node in _nodes)
        {
            writer.Write((ushort)node.Feature);
            writer.Write(node.Threshold);
            writer.Write(node.Left);
            writer.Write(node.Right);
            writer.Write(node.Mean);
        }
        foreach (float leaf in _leaves)
            writer.Write(leaf);
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote. <paramref name="featureOf"/> gives today's number of a feature for the file's.
    /// </summary>
    /// <exception cref="InvalidDataException">A child or a feature is not in the file.</exception>
    public static TreeEnsemble Read(BinaryReader reader, ReadOnlySpan<int> featureOf)
    {
        int[] roots = new int[reader.ReadInt32()];
        Node[] nodes = new Node[reader.ReadInt32()];
        float[] leaves = new float[reader.ReadInt32()];
        for (int i = 0; i < roots.Length; i++)
            roots[i] = Checked(reader.ReadInt32(), -1);
        for (int i = 0; i < nodes.Length; i++)
        {
            int feature = reader.ReadUInt16();
            if (feature >= featureOf.Length)
                throw new InvalidDataException($"The model's node {i} splits on feature {feature} of {featureOf.Length}.");
            nodes[i] = new(featureOf[feature], reader.ReadSingle(), Checked(reader.ReadInt32(), i), Checked(reader.ReadInt32(), i),
                reader.ReadSingle());
        }
        for (int i = 0; i < leaves.Length; i++)
            leaves[i] = reader.ReadSingle();
        return new(roots, nodes, leaves);

        // Children stand behind their parents, so no walk can go in a circle.
        int Checked(int child, int parent) => (child < nodes.Length && child > parent) || (child < 0 && ~child < leaves.Length)
            ? child
            : throw new InvalidDataException($"The model's node {parent} leads to {child}, which is not there.");
    }
}
