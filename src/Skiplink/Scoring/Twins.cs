using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>Blocks that share something: a path of names and classes, a path of names, a text.</summary>
internal struct TwinGroup
{
    public int Blocks;
    public int Words;
    public int LinkWords;
    public int Stops;
    public float TextSum;
    public int First;
    public int Last;
}

/// <summary>The groups of a page's blocks by something that they share.</summary>
internal sealed class Twins
{
    private readonly KeyNumbers _numbers = new();
    private TwinGroup[] _groups = new TwinGroup[64];
    private int[] _groupOf = [];

    /// <summary>The group of a block that was added.</summary>
    public ref TwinGroup Of(int block) => ref _groups[_groupOf[block]];

    /// <summary>Starts a page of so many blocks.</summary>
    public void Start(int blocks)
    {
        _numbers.Clear();
        if (_groupOf.Length < blocks)
            _groupOf = new int[Math.Max(blocks, 2 * _groupOf.Length)];
    }

    /// <summary>Adds a block to the group of a key and counts it.</summary>
    public ref TwinGroup Add(int block, uint key)
    {
        int before = _numbers.Count, number = _numbers.Of(key);
        if (number == before)
        {
            if (number == _groups.Length)
                Array.Resize(ref _groups, 2 * number);
            _groups[number] = new() { First = block };
        }
        _groupOf[block] = number;
        ref TwinGroup group = ref _groups[number];
        group.Blocks++;
        group.Last = block;
        return ref group;
    }
}
