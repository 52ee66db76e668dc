namespace Skiplink.Blocks;

/// <summary>
/// One block: a run of inline text under one block-level element, the unit that is kept or skipped. Nodes are indexes into the document.
/// </summary>
internal struct BlockRow
{
    /// <summary>The block-level element that the run stands in.</summary>
    public int Container;

    /// <summary>The first text node of the run.</summary>
    public int FirstNode;

    /// <summary>The last text node of the run.</summary>
    public int LastNode;

    /// <summary>The probability that the block is main text, 0 to 1.</summary>
    public float Probability;

    /// <summary>Whether selection kept the block.</summary>
    public bool Kept;
}

/// <summary>The blocks of a page in document order, and the block that each text node belongs to.</summary>
internal sealed class BlockTable
{
    private BlockRow[] _rows = new BlockRow[256];
    private int[] _blockOfNode = [];

    public int Count { get; private set; }

    public ref BlockRow this[int block] => ref _rows[block];

    public Span<BlockRow> Rows => new(_rows, 0, Count);

    /// <summary>Starts a page whose document has this many nodes; no node belongs to a block yet.</summary>
    public void Clear(int nodeCount)
    {
        Count = 0;
        if (_blockOfNode.Length < nodeCount)
            _blockOfNode = new int[Math.Max(nodeCount, _blockOfNode.Length * 2)];
        _blockOfNode.AsSpan(0, nodeCount).Fill(-1);
    }

    /// <summary>Adds a block and returns its number.</summary>
    public int Add(int container, int firstNode)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        _rows[Count] = new() { Container = container, FirstNode = firstNode, LastNode = firstNode };
        return Count++;
    }

    /// <summary>Says that a text node belongs to a block.</summary>
    public void Assign(int node, int block)
    {
        _blockOfNode[node] = block;
        _rows[block].LastNode = node;
    }

    /// <summary>The block that a text node belongs to, or -1: white space between blocks, hidden text, scripts.</summary>
    public int BlockOf(int node) => _blockOfNode[node];

    /// <summary>Whether a text node belongs to a block that was kept.</summary>
    public bool IsKept(int node) => _blockOfNode[node] is >= 0 and int block && _rows[block].Kept;
}
