using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>Which blocks of a page stand with which: the network looks along these ties.</summary>
internal sealed class BlockGraph
{
    private readonly KeyNumbers _groups = new();
    private readonly List<int> _sizes = [];
    private int[] _twins = [];
    private int[] _headings = [];
    private int[] _starts = [];
    private int[] _ends = [];

    public int Count { get; private set; }

    /// <summary>How many groups of twins there are.</summary>
    public int Groups => _sizes.Count;

    /// <summary>For each block the number of its group of twins: blocks under the same names and classes.</summary>
    public ReadOnlySpan<int> Twins => _twins.AsSpan(0, Count);

    /// <summary>For each group of twins how many blocks it has.</summary>
    public ReadOnlySpan<int> TwinCounts => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sizes);

    /// <summary>For each block the block of the heading over it, or -1.</summary>
    public ReadOnlySpan<int> Headings => _headings.AsSpan(0, Count);

    /// <summary>For each block the first block, and the one behind the last, of the group it stands in: the second element up that holds more than the one below.</summary>
    public ReadOnlySpan<int> GroupStarts => _starts.AsSpan(0, Count);

    public ReadOnlySpan<int> GroupEnds => _ends.AsSpan(0, Count);

    public void Read(BlockTable blocks)
    {
        Count = blocks.Count;
        if (_twins.Length < Count)
        {
            int size = Math.Max(Count, _twins.Length * 2);
            (_twins, _headings, _starts, _ends) = (new int[size], new int[size], new int[size], new int[size]);
        }
        _groups.Clear();
        _sizes.Clear();
        for (int i = 0; i < Count; i++)
        {
            uint path = blocks.Elements[blocks[i].Container].PathSignature;
            int group = _groups.Of(path);
            if (group == _sizes.Count)
                _sizes.Add(0);
            _twins[i] = group;
            _sizes[group]++;
            _headings[i] = blocks[i].Heading;
            int group1 = blocks.Elements.GroupAround(blocks[i].Container, 1), element = blocks.Elements.GroupAround(group1, blocks.Elements[group1].Blocks);
            _starts[i] = blocks.Elements[element].FirstBlock;
            _ends[i] = _starts[i] + blocks.Elements[element].Blocks;
        }
    }
}
