using System.Diagnostics;
using System.Runtime.CompilerServices;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// The blocks of the page that is being read. Its memory is used again for each page: a table that was made before is overwritten.
/// </summary>
internal sealed class BlockTableBuilder
{
    private BlockRow[] _rows = new BlockRow[256];
    private int[] _blockOfNode = [];

    /// <summary>How many blocks there are.</summary>
    public int Count { get; private set; }

    /// <summary>The words of all blocks.</summary>
    public WordBuffer Words { get; } = new(capacity: 4096);

    /// <summary>The elements that the blocks stand in.</summary>
    public ElementTableBuilder Elements { get; } = new();

    /// <summary>A block.</summary>
    public ref BlockRow this[int block]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _rows[block];
    }

    /// <summary>Starts a page whose document has this many nodes; no node belongs to a block yet.</summary>
    public void Clear(int nodeCount)
    {
        Count = 0;
        Words.Clear();
        Elements.Clear();
        if (_blockOfNode.Length < nodeCount)
            _blockOfNode = new int[Math.Max(nodeCount, _blockOfNode.Length * 2)];
        _blockOfNode.AsSpan(0, nodeCount).Fill(-1);
    }

    /// <summary>Adds a block and returns its number.</summary>
    public int Add(int container, int inner, int firstNode)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, _rows.Length * 2);
        int before = Count - 1;
        _rows[Count] = new()
        {
            Container = container,
            Inner = inner,
            FirstNode = firstNode,
            LastNode = firstNode,
            FirstWord = Words.Count,
            Heading = before < 0 ? -1 : (Elements[_rows[before].Inner].Context & ContextFlags.Heading) != 0 ? before
                : _rows[before].Heading,
        };
        return Count++;
    }

    /// <summary>Says that a text node belongs to a block.</summary>
    public void Assign(int node, int block)
    {
        Debug.Assert(_rows[block].LastNode <= node, "Text nodes come in document order.");
        _blockOfNode[node] = block;
        _rows[block].LastNode = node;
    }

    /// <summary>Whether a text node belongs to a block.</summary>
    public bool IsAssigned(int node, int block) => _blockOfNode[node] == block;

    /// <summary>Says that a text node is not shown, and belongs to no block.</summary>
    public void AssignHidden(int node) => _blockOfNode[node] = BlockTable.HiddenNode;

    /// <summary>The table of the page; good until the next page is begun.</summary>
    /// <param name="hiddenPieces">The texts that are not shown, amid blocks that are.</param>
    public BlockTable Build(IReadOnlyList<HiddenText> hiddenPieces) =>
        new(_rows, Count, _blockOfNode, Words, Elements.Build(), hiddenPieces);
}
