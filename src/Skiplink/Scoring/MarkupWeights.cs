using System.Buffers.Binary;
using System.Numerics;
using Skiplink.Blocks;

namespace Skiplink.Scoring;

/// <summary>
/// Remembers what a lexicon says of the values of attributes: pages repeat a few classes a thousand times. Bounded: when it is full it starts anew.
/// </summary>
internal sealed class MarkupWeights
{
    private const int MostEntries = 1 << 13;
    private const int MostBytes = 1 << 19;
    private const int LongestValue = 256;

    // A page that does not know the seed cannot choose values that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private readonly int[] _slots = new int[2 * MostEntries];
    private readonly Entry[] _entries = new Entry[MostEntries + 1];
    private byte[] _bytes = new byte[1 << 12];
    private float[] _weights = new float[1 << 10];
    private readonly uint[] _hashes = new uint[2 * MarkupWords.Most];
    private Lexicon? _lexicon;
    private int _count;
    private int _byteCount;
    private int _weightCount;

    private struct Entry
    {
        public ulong Hash;
        public int Start;
        public int Length;
        public Said Said;
    }

    /// <summary>What is said of one value: how many words and tokens it has, and the weights of those that the lexicon knows, those of words first.</summary>
    public struct Said
    {
        public int Words;
        public int Tokens;
        public int FirstWeight;
        public int KnownWords;
        public int KnownTokens;
    }

    /// <summary>The weights of the words that are known.</summary>
    public ReadOnlySpan<float> WordsOf(in Said said) => _weights.AsSpan(said.FirstWeight, said.KnownWords);

    /// <summary>The weights of the tokens that are known.</summary>
    public ReadOnlySpan<float> TokensOf(in Said said) => _weights.AsSpan(said.FirstWeight + said.KnownWords, said.KnownTokens);

    /// <summary>Starts a page: nothing that was got for it before is valid afterwards.</summary>
    public void Start(Lexicon lexicon)
    {
        if (!ReferenceEquals(lexicon, _lexicon) || _count > MostEntries / 2 || _byteCount > MostBytes / 2)
            Clear();
        _lexicon = lexicon;
    }

    /// <summary>What the lexicon says of a value. Of one with more words than an element may have, as many as the element may have.</summary>
    public Said Of(MarkupPart part, ReadOnlySpan<byte> value)
    {
        if (value.Length > LongestValue)
            return Read(part, value);
        ulong hash = HashOf(part, value);
        int mask = _slots.Length - 1, slot = (int)(hash >> 32) & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            ref readonly Entry entry = ref _entries[_slots[slot]];
            if (entry.Hash == hash && entry.Length == value.Length && _bytes.AsSpan(entry.Start, entry.Length).SequenceEqual(value))
                return entry.Said;
        }
        Said said = Read(part, value);
        if (_count == MostEntries || _byteCount + value.Length > MostBytes)
            return said;
        if (_byteCount + value.Length > _bytes.Length)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        value.CopyTo(_bytes.AsSpan(_byteCount));
        _slots[slot] = ++_count;
        _entries[_count] = new() { Hash = hash, Start = _byteCount, Length = value.Length, Said = said };
        _byteCount += value.Length;
        return said;
    }

    private void Clear()
    {
        Array.Clear(_slots);
        _count = _byteCount = _weightCount = 0;
    }

    private Said Read(MarkupPart part, ReadOnlySpan<byte> value)
    {
        Said said = new() { FirstWeight = _weightCount };
        said.Words = MarkupWords.AddWords(part, value, _hashes.AsSpan(0, MarkupWords.Most), 0);
        said.KnownWords = AddWeights(_hashes.AsSpan(0, said.Words));
        said.Tokens = MarkupWords.AddTokens(part, value, _hashes.AsSpan(0, MarkupWords.Most), 0);
        said.KnownTokens = AddWeights(_hashes.AsSpan(0, said.Tokens));
        return said;
    }

    private int AddWeights(ReadOnlySpan<uint> hashes)
    {
        if (_weightCount + hashes.Length > _weights.Length)
            Array.Resize(ref _weights, 2 * (_weights.Length + hashes.Length));
        int before = _weightCount;
        foreach (uint hash in hashes)
        {
            float weight = _lexicon![hash];
            if (weight != 0)
                _weights[_weightCount++] = weight;
        }
        return _weightCount - before;
    }

    private static ulong HashOf(MarkupPart part, ReadOnlySpan<byte> value)
    {
        ulong hash = Seed ^ ((ulong)part << 56) ^ (uint)value.Length;
        for (; value.Length >= sizeof(ulong); value = value[sizeof(ulong)..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value)) * 0xD6E8FEB86659FD93, 32);
        if (!value.IsEmpty)
        {
            ulong rest = 0;
            foreach (byte b in value)
                rest = (rest << 8) | b;
            hash = BitOperations.RotateLeft((hash ^ rest) * 0xD6E8FEB86659FD93, 32);
        }
        return hash * 0x9E3779B97F4A7C15;
    }
}
