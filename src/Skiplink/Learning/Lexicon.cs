using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Learning;

/// <summary>
/// Learned words: for the hash of a word in a class, an id, a tag, a heading or a short text, the log-odds that a block beside it is main
/// text (0 for unknown words). A hash table of buckets that are compared as a whole, three quarters full at most.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>
    /// Mixed into the hash of a text's word where the word stands in a heading over the block, in a short block itself, or is an element's
    /// name.
    /// </summary>
    public const uint HeadingSeed = 0xA5366B4D;
    public const uint TextSeed = 0x5BD1E995;
    public const uint TagSeed = 0xC2B2AE35;

    /// <summary>The same for two words in a row.</summary>
    public const uint PairSeed = 0x165667B1;

    /// <summary>A weight of 127 in the file is this much log-odds.</summary>
    public const float Scale = 6f / 127;

    /// <summary>The entries of a bucket, which fill a cache line.</summary>
    private const int BucketSize = 16;

    /// <summary>
    /// With this many bits for the bucket, bucket and tag together hold all bits of a hash, and the tags of four buckets in a row differ.
    /// </summary>
    private const int MinBucketBits = 10;

    // The highest bits of a mixed hash are the number of the bucket, its lowest 24 the tag in an entry, whose other 8 bits are the weight.
    // An empty entry has the weight 0, so it does no harm to find one.
    private readonly uint[] _entries;
    private readonly int _start;
    private readonly int _shift;

    public Lexicon(IReadOnlyCollection<KeyValuePair<uint, float>> words)
        : this(words.Count)
    {
        foreach ((uint hash, float weight) in words)
            Add(hash, Quantize(weight));
    }

    private Lexicon(int count)
    {
        int bits = Math.Max(MinBucketBits, BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)count * 4 / (3 * BucketSize))));
        _entries = GC.AllocateArray<uint>(((1 << bits) + 1) * BucketSize, pinned: true);
        _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_entries, 0) & 63) / sizeof(uint);
        _shift = 32 - bits;
        Count = count;
    }

    private int Buckets => 1 << (32 - _shift);

    private Span<uint> Bucket(int number) => _entries.AsSpan(_start + (number * BucketSize), BucketSize);

    private void Add(uint hash, sbyte weight)
    {
        uint mixed = Mix(hash);
        for (int bucket = (int)(mixed >> _shift); ; bucket = (bucket + 1) & (Buckets - 1))
        {
            if (Bucket(bucket).IndexOf(0u) is >= 0 and int free)
            {
                Bucket(bucket)[free] = (mixed << 8) | (byte)weight;
                return;
            }
        }
    }

    /// <summary>How many words it knows.</summary>
    public int Count { get; }

    /// <summary>The learned words of roles.</summary>
    public RoleLexicon Roles { get; init; } = RoleLexicon.Empty;

    /// <summary>An empty lexicon, which has no opinion on anything.</summary>
    public static Lexicon Empty { get; } = new([]);

    /// <summary>The weight of a word in units of <see cref="Scale"/>, 0 when it is not known.</summary>
    public int this[uint hash]
    {
        get
        {
            Span<sbyte> weight = [0];
            LookUp([hash], weight);
            return weight[0];
        }
    }

    /// <summary>Looks up words; writes the weight of each, in units of <see cref="Scale"/>, 0 for unknown words.</summary>
    public void LookUp(ReadOnlySpan<uint> hashes, Span<sbyte> weights)
    {
        Debug.Assert(weights.Length >= hashes.Length && _entries.Length >= _start + (Buckets * BucketSize));
        ref uint entries = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), _start);
        for (int i = 0; i < hashes.Length; i++)
        {
            if (i + PrefetchDistance < hashes.Length)
                Prefetch(ref Unsafe.Add(ref entries, (nint)((Mix(hashes[i + PrefetchDistance]) >> _shift) * BucketSize)));
            // Branch-free but for full buckets, which are rare: loads of further words do not wait for this one.
            uint mixed = Mix(hashes[i]);
            ref uint bucket = ref Unsafe.Add(ref entries, (nint)((mixed >> _shift) * BucketSize));
            weights[i] = (sbyte)(Unsafe.Add(ref bucket, BucketSize - 1) == 0 ? WeightIn(ref bucket, mixed << 8) : FindOn(mixed));
        }
    }

    /// <summary>The prefetch distance, in words.</summary>
    private const int PrefetchDistance = 24;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(ref uint bucket)
    {
        // ARM64 has no intrinsic for it in .NET, and goes without.
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref bucket));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WeightIn(ref uint bucket, uint tag)
    {
        Vector512<uint> difference = Vector512.LoadUnsafe(ref bucket) ^ Vector512.Create(tag);
        ulong found = Vector512.LessThan(difference, Vector512.Create(256u)).ExtractMostSignificantBits();
        return (sbyte)Unsafe.Add(ref bucket, BitOperations.TrailingZeroCount(found) & (BucketSize - 1)) & -(int)((found + 0xFFFF) >> 16);
    }

    // The entries of a full bucket may overflow into the next one.
    private int FindOn(uint mixed)
    {
        for (int number = (int)(mixed >> _shift); ; number = (number + 1) & (Buckets - 1))
        {
            ref uint bucket = ref MemoryMarshal.GetReference(Bucket(number));
            if (WeightIn(ref bucket, mixed << 8) is not 0 and int weight)
                return weight;
            if (Unsafe.Add(ref bucket, BucketSize - 1) == 0)
                return 0;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote: the count, the hashes in rising order, a signed byte of weight each.</summary>
    /// <param name="bytes">What it wrote.</param>
    /// <param name="roles">The words of roles, which stand apart.</param>
    public static Lexicon Read(ReadOnlySpan<byte> bytes, RoleLexicon roles)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        Lexicon lexicon = new(count) { Roles = roles };
        for (int i = 0; i < count; i++)
            lexicon.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 + (4 * i))..]), (sbyte)bytes[4 + (4 * count) + i]);
        return lexicon;
    }

    /// <summary>Writes the lexicon.</summary>
    public byte[] Write()
    {
        (uint Hash, sbyte Weight)[] words = [.. Words().OrderBy(static w => w.Hash)];
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

    /// <summary>
    /// The words from what is left of them. The bits that bucket and tag share tell how far from its own bucket a word went.
    /// </summary>
    private IEnumerable<(uint Hash, sbyte Weight)> Words()
    {
        int shared = 24 - _shift;
        for (int i = 0; i < Buckets * BucketSize; i++)
        {
            uint entry = _entries[_start + i], bucket = (uint)(i / BucketSize), tag = entry >> 8;
            uint beyond = (bucket - (tag >> (24 - shared))) & ((1u << shared) - 1);
            uint highest = ((bucket - beyond) & (uint)(Buckets - 1)) >> shared;
            if (entry != 0)
                yield return (((highest << 24) | tag) * Inverse, (sbyte)entry);
        }
    }

    private static uint Mix(uint hash) => hash * Multiplier;

    // An odd number and its inverse modulo 2^32.
    private const uint Multiplier = 0x9E3779B1;
    private const uint Inverse = 0x0E8B2F51;
}
