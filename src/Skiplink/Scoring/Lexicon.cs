using System.Buffers.Binary;
using System.Numerics;

namespace Skiplink.Scoring;

/// <summary>
/// Learnt words: for the hash of a word in a class, an id, a tag, a heading or a short text, the log-odds that a block it stands with is main text (0 is no opinion).
/// Open-addressed, a power of two in size, at most four fifths full; hash 0 marks an empty slot.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Mixed into the hash of a text's word where the word stands in a heading over the block, in a short block itself, or is an element's name.</summary>
    public const uint HeadingSeed = 0xA5366B4D;
    public const uint TextSeed = 0x5BD1E995;
    public const uint TagSeed = 0xC2B2AE35;

    /// <summary>The same for a whole text, for two words in a row, and for the first short text of a group that a block stands in.</summary>
    public const uint WholeTextSeed = 0x85EBCA6B;
    public const uint WholeHeadingSeed = 0x27D4EB2F;
    public const uint PairSeed = 0x165667B1;
    public const uint GroupTitleSeed = 0x9E2A83C1;
    public const uint WholeGroupTitleSeed = 0xD3A2646C;

    /// <summary>A weight of 127 in the file is this much log-odds.</summary>
    public const float Scale = 6f / 127;

    private readonly uint[] _hashes;
    private readonly sbyte[] _weights;
    private readonly int _mask;

    // Two bits for each word in one of these: what is not known is told from a table an eighth as large.
    private readonly ulong[] _filter;
    private readonly int _filterShift;

    public Lexicon(IReadOnlyCollection<KeyValuePair<uint, float>> words)
        : this(words.Count)
    {
        foreach ((uint hash, float weight) in words)
            Add(hash, Quantize(weight));
    }

    private Lexicon(int count)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 5L / 4));
        _hashes = new uint[size];
        _weights = new sbyte[size];
        _mask = size - 1;
        _filter = new ulong[Math.Max(4, size / 8)];
        _filterShift = 32 - BitOperations.Log2((uint)_filter.Length);
        Count = count;
    }

    private void Add(uint hash, sbyte weight)
    {
        int slot = SlotOf(hash);
        while (_hashes[slot] != 0)
            slot = (slot + 1) & _mask;
        _hashes[slot] = hash;
        _weights[slot] = weight;
        _filter[FilterOf(hash)] |= BitsOf(hash);
    }

    /// <summary>How many words it knows.</summary>
    public int Count { get; }

    /// <summary>An empty lexicon, which has no opinion on anything.</summary>
    public static Lexicon Empty { get; } = new([]);

    /// <summary>The weight of a word, 0 when it is not known.</summary>
    public float this[uint hash]
    {
        get
        {
            ulong bits = BitsOf(hash);
            return (_filter[FilterOf(hash)] & bits) == bits ? Find(hash) : 0;
        }
    }

    private float Find(uint hash)
    {
        for (int slot = SlotOf(hash); _hashes[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_hashes[slot] == hash)
                return _weights[slot] * Scale;
        }
        return 0;
    }

    /// <summary>Reads what <see cref="Write"/> wrote: the count, the hashes in rising order, a signed byte of weight each.</summary>
    public static Lexicon Read(ReadOnlySpan<byte> bytes)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        Lexicon lexicon = new(count);
        for (int i = 0; i < count; i++)
            lexicon.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 + (4 * i))..]), (sbyte)bytes[4 + (4 * count) + i]);
        return lexicon;
    }

    /// <summary>Writes the lexicon.</summary>
    public byte[] Write()
    {
        (uint Hash, sbyte Weight)[] words = [.. _hashes.Zip(_weights).Where(static w => w.First != 0).OrderBy(static w => w.First)];
        byte[] bytes = new byte[4 + (5 * words.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 + (4 * i)), words[i].Hash);
            bytes[4 + (4 * words.Length) + i] = (byte)words[i].Weight;
        }
        return bytes;
    }

    private static sbyte Quantize(float weight) => (sbyte)Math.Clamp(MathF.Round(weight / Scale), -127, 127);

    private int FilterOf(uint hash) => (int)(hash * 0x9E3779B1 >> _filterShift);

    private static ulong BitsOf(uint hash)
    {
        uint mixed = hash * 0x85EBCA6B;
        return (1UL << (int)(mixed >> 26)) | (1UL << (int)(mixed >> 20 & 63));
    }

    private int SlotOf(uint hash) => (int)(hash * 0x9E3779B1 >> 8) & _mask;
}
