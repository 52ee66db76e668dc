using System.Runtime.CompilerServices;
using Skiplink.Html;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>
/// The blocks of a page in document order, their words, and the block that each text node belongs to. It does not change; its memory is
/// that of the <see cref="BlockTableBuilder"/> that made it, and holds the page until that builder makes the next table.
/// </summary>
internal sealed class BlockTable
{
    private readonly BlockRow[] _rows;
    private readonly int[] _blockOfNode;
    private readonly WordBuffer _words;

    /// <summary>In place of the block of a text node that is not shown, and stands amid a block that is.</summary>
    internal const int HiddenNode = -2;

    internal BlockTable(
        BlockRow[] rows, int count, int[] blockOfNode, WordBuffer words, ElementTable elements, IReadOnlyList<HiddenText> hiddenPieces)
    {
        (_rows, Count, _blockOfNode, _words, Elements, HiddenPieces) = (rows, count, blockOfNode, words, elements, hiddenPieces);
        WordCount = words.Count;
    }

    /// <summary>How many blocks there are.</summary>
    public int Count { get; }

    /// <summary>How many words all blocks have.</summary>
    public int WordCount { get; }

    /// <summary>The elements of the page's body.</summary>
    public ElementTable Elements { get; }

    /// <summary>A block.</summary>
    public ref readonly BlockRow this[int block]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _rows[block];
    }

    /// <summary>All blocks.</summary>
    public ReadOnlySpan<BlockRow> Rows => new(_rows, 0, Count);

    /// <summary>The hashes of a block's words in lower case.</summary>
    public ReadOnlySpan<uint> WordsOf(int block) => _words.Slice(_rows[block].FirstWord, _rows[block].Words);

    /// <summary>The texts that are not shown, amid blocks that are, in document order.</summary>
    public IReadOnlyList<HiddenText> HiddenPieces { get; }

    /// <summary>
    /// The block that a text node belongs to, or less than 0: white space between blocks, scripts, text that is not shown amid a block.
    /// </summary>
    public int BlockOf(int node) => _blockOfNode[node];

    /// <summary>Whether a text node is not shown to readers.</summary>
    public bool IsHidden(int node) => _blockOfNode[node] is var block && (block >= 0 ? _rows[block].IsHidden : block == HiddenNode);

    /// <summary>Whether all blocks of an element are hidden from readers, and there are any.</summary>
    public bool IsAllHidden(int element)
    {
        ref readonly ElementRow row = ref Elements[element];
        for (int i = row.FirstBlock; i < row.FirstBlock + row.Blocks; i++)
        {
            if (!_rows[i].IsHidden)
                return false;
        }
        return row.Blocks > 0;
    }

    /// <summary>Whether a text node is part of <see cref="HiddenPieces"/>.</summary>
    public bool IsHiddenPiece(int node) => _blockOfNode[node] == HiddenNode;

    /// <summary>The text nodes of a block, in document order.</summary>
    public BlockTextNodes TextNodesOf(int block) => new(_blockOfNode, block, _rows[block].FirstNode, _rows[block].LastNode);

    /// <summary>Whether a block stands in a heading, by element or by role.</summary>
    public bool IsHeading(int block) => (Elements[_rows[block].Inner].Context & ContextFlags.Heading) != 0;

    /// <summary>
    /// The level of the heading element that a block stands in, 1 to 6; 0 outside of headings and in those by role alone.
    /// </summary>
    public int HeadingLevelOf(int block)
    {
        for (int element = _rows[block].Inner; element != 0; element = Elements[element].Parent)
        {
            int name = Elements[element].Name;
            if (name is >= HtmlNames.H1 and <= HtmlNames.H6)
                return name - HtmlNames.H1 + 1;
            if ((Elements[element].Context & ContextFlags.Heading) == 0)
                return 0;
        }
        return 0;
    }
}
