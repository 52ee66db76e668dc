using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>For each block of a page how many blocks share a key with it, as a text.</summary>
internal sealed class KeyCounts
{
    private readonly DenseIdMap _ids = new();
    private int[] _counts = new int[64];
    private int[] _numberOf = [];

    /// <summary>How many blocks have the key of a block, itself included.</summary>
    public int this[int block] => _counts[_numberOf[block]];

    /// <summary>Starts a page of so many blocks.</summary>
    public void Start(int blocks)
    {
        _ids.Clear();
        if (_numberOf.Length < blocks)
            _numberOf = new int[Math.Max(blocks, 2 * _numberOf.Length)];
    }

    /// <summary>Says what the key of a block is.</summary>
    public void Add(int block, uint key)
    {
        int before = _ids.Count, number = _ids.GetOrAdd(key);
        if (number == _counts.Length)
            Array.Resize(ref _counts, 2 * number);
        if (number == before)
            _counts[number] = 0;
        _counts[number]++;
        _numberOf[block] = number;
    }
}
