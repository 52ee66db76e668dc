using Skiplink.PageModel;

namespace Skiplink.Content;

/// <summary>Which blocks of a page are kept, and how many of them stand in an element: a prefix sum over the blocks.</summary>
internal sealed class KeptBlocks
{
    private int[] _before = [];
    private BlockTable _blocks = null!;

    /// <summary>How many blocks before each one are kept; the last number is that of all.</summary>
    public ReadOnlySpan<int> Before => _before.AsSpan(0, _blocks.Count + 1);

    public bool IsEmpty => Before[^1] == 0;

    public void Count(BlockTable blocks)
    {
        _blocks = blocks;
        if (_before.Length <= blocks.Count)
            _before = new int[Math.Max(blocks.Count + 1, _before.Length * 2)];
        int kept = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            _before[i] = kept;
            kept += blocks[i].Kept ? 1 : 0;
        }
        _before[blocks.Count] = kept;
    }

    /// <summary>How many kept blocks stand in an element.</summary>
    public int In(in ElementRow element) => _before[element.FirstBlock + element.Blocks] - _before[element.FirstBlock];

    /// <summary>Whether there is a block of this number, and it is kept.</summary>
    public bool Contains(int block) => (uint)block < (uint)_blocks.Count && _blocks[block].Kept;

    /// <summary>Whether at least half of an element's words are kept.</summary>
    public bool HasMostOf(in ElementRow element)
    {
        int kept = 0, all = 0;
        foreach (ref readonly BlockRow block in _blocks.Rows.Slice(element.FirstBlock, element.Blocks))
        {
            all += block.Words;
            kept += block.Kept ? block.Words : 0;
        }
        return kept * 2 >= all;
    }
}
