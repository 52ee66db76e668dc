using System.Numerics;

namespace Skiplink.Features;

/// <summary>A small hash set tuned for misses: at most an eighth of its slots are filled, so one look answers most questions.</summary>
internal sealed class WordSet
{
    private const int MinSize = 256;

    /// <summary>The minimum of slots for each word.</summary>
    private const int SlotsPerWord = 8;

    // A page that does not know the multiplier cannot choose words that collide (Dietzfelbinger et al., 1997).
    private static readonly uint Multiplier = (uint)Random.Shared.NextInt64() | 1;

    private readonly List<uint> _words = [];
    private uint[] _slots = new uint[MinSize];
    private int _mask = MinSize - 1;
    private int _shift = 32 - BitOperations.Log2(MinSize);

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>Forgets all words.</summary>
    public void Clear()
    {
        (_mask, _shift) = (MinSize - 1, 32 - BitOperations.Log2(MinSize));
        _slots.AsSpan(0, MinSize).Clear();
        _words.Clear();
    }

    /// <summary>Adds a word by its hash. One whose hash is 0 is left out.</summary>
    public void Add(uint word)
    {
        if (word == 0 || Contains(word))
            return;
        _words.Add(word);
        if (_words.Count * SlotsPerWord > _mask)
            Grow();
        else
            Put(word);
    }

    private int SlotOf(uint word) => (int)((word * Multiplier) >> _shift);

    private void Put(uint word)
    {
        int slot = SlotOf(word);
        while (_slots[slot] != 0)
            slot = (slot + 1) & _mask;
        _slots[slot] = word;
    }

    private void Grow()
    {
        (_mask, _shift) = ((2 * _mask) + 1, _shift - 1);
        if (_slots.Length <= _mask)
            _slots = new uint[_mask + 1];
        _slots.AsSpan(0, _mask + 1).Clear();
        foreach (uint word in _words)
            Put(word);
    }

    /// <summary>Whether a word is among them.</summary>
    public bool Contains(uint word)
    {
        int slot = SlotOf(word);
        for (; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_slots[slot] == word)
                return true;
        }
        return false;
    }

    /// <summary>How many of some words are among them.</summary>
    public int CountIn(ReadOnlySpan<uint> words)
    {
        int count = 0;
        foreach (uint word in words)
            count += Contains(word) ? 1 : 0;
        return count;
    }
}
