using Skiplink.Learning;

namespace Skiplink.Features;

/// <summary>
/// A batch of words to look up in a lexicon: first gathered, then looked up all at once. The lexicon is larger than the inner caches, and
/// memory serves many loads in the time of one, if nothing has to be decided in between.
/// </summary>
internal sealed class LexiconQuery
{
    private uint[] _hashes = new uint[1024];
    private sbyte[] _weights = new sbyte[1024];

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all words.</summary>
    public void Clear() => Count = 0;

    /// <summary>Makes room for so many words more and returns it; <see cref="Keep"/> says how many were written.</summary>
    public Span<uint> Room(int most)
    {
        if (Count + most > _hashes.Length)
            Array.Resize(ref _hashes, Math.Max(2 * _hashes.Length, Count + most));
        return _hashes.AsSpan(Count, most);
    }

    /// <summary>Keeps the first words of the room that was made.</summary>
    public void Keep(int count) => Count += count;

    /// <summary>Adds words that follow each other in a text.</summary>
    public void Add(ReadOnlySpan<uint> words, uint seed)
    {
        Span<uint> room = Room(words.Length);
        for (int i = 0; i < room.Length; i++)
            room[i] = words[i] ^ seed;
        Count += room.Length;
    }

    /// <summary>Adds each two words that follow each other.</summary>
    public void AddPairs(ReadOnlySpan<uint> words, uint seed)
    {
        if (words.IsEmpty)
            return;
        Span<uint> room = Room(words.Length - 1);
        for (int i = 0; i < room.Length; i++)
            room[i] = Pair(words[i] ^ seed, words[i + 1]);
        Count += room.Length;
    }

    /// <summary>Two words in a row as one.</summary>
    public static uint Pair(uint first, uint second) => ((first * 31) ^ second) * 0x9E3779B1 ^ Lexicon.PairSeed;

    /// <summary>Looks up all words.</summary>
    public void Run(Lexicon lexicon)
    {
        // Behind the last weight stands what is loaded with it.
        if (_weights.Length < Count + WordWeights.Loaded)
            _weights = new sbyte[_hashes.Length + WordWeights.Loaded];
        lexicon.LookUp(_hashes.AsSpan(0, Count), _weights);
    }

    /// <summary>The weights of some of the words that follow each other.</summary>
    public WordWeights Weights(int first, int count) => WordWeights.Of(_weights.AsSpan(first), count);
}
