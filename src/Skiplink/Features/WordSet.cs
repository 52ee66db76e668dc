using System.Numerics;

namespace Skiplink.Features;

/// <summary>A few words, of which all others are asked whether they are among them: a table that is nearly empty, so that one look at it answers most questions.</summary>
internal sealed class WordSet
{
    private const int LeastSize = 256;

    /// <summary>So many places there are for each word at the least.</summary>
    private const int PlacesOfWord = 8;

    // A page that does not know the multiplier cannot choose words that collide (Dietzfelbinger et al., 1997).
    private static readonly uint Multiplier = (uint)Random.Shared.NextInt64() | 1;

    private readonly List<uint> _words = [];
    private uint[] _places = new uint[LeastSize];
    private int _mask = LeastSize - 1;
    private int _shift = 32 - BitOperations.Log2(LeastSize);

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>Forgets all words.</summary>
    public void Clear()
    {
        (_mask, _shift) = (LeastSize - 1, 32 - BitOperations.Log2(LeastSize));
        _places.AsSpan(0, LeastSize).Clear();
        _words.Clear();
    }

    /// <summary>Adds a word by its hash. One whose hash is 0 is left out.</summary>
    public void Add(uint word)
    {
        if (word == 0 || Contains(word))
            return;
        _words.Add(word);
        if (_words.Count * PlacesOfWord > _mask)
            Grow();
        else
            Put(word);
    }

    private int PlaceOf(uint word) => (int)((word * Multiplier) >> _shift);

    private void Put(uint word)
    {
        int place = PlaceOf(word);
        while (_places[place] != 0)
            place = (place + 1) & _mask;
        _places[place] = word;
    }

    private void Grow()
    {
        (_mask, _shift) = ((2 * _mask) + 1, _shift - 1);
        if (_places.Length <= _mask)
            _places = new uint[_mask + 1];
        _places.AsSpan(0, _mask + 1).Clear();
        foreach (uint word in _words)
            Put(word);
    }

    /// <summary>Whether a word is among them.</summary>
    public bool Contains(uint word)
    {
        int place = PlaceOf(word);
        for (; _places[place] != 0; place = (place + 1) & _mask)
        {
            if (_places[place] == word)
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
