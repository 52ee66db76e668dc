using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>A few words, of which all others are asked whether they are among them: a bit for each of 4096 parts that words fall into answers nearly all of them.</summary>
internal sealed class WordSet
{
    private readonly HashSet<uint> _words = [];
    private readonly ulong[] _parts = new ulong[64];

    public int Count => _words.Count;

    public void Clear()
    {
        _words.Clear();
        Array.Clear(_parts);
    }

    public void Add(uint word)
    {
        if (_words.Add(word))
            _parts[word >> 6 & 63] |= 1UL << (int)(word & 63);
    }

    public bool Contains(uint word) => (_parts[word >> 6 & 63] >> (int)(word & 63) & 1) != 0 && _words.Contains(word);
}
