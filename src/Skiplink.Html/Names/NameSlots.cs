using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Html.Names;

/// <summary>
/// A hash table with open addressing from hashes to numbers above 0, at most half full. A bucket is eight 32-bit numbers: four tags (parts
/// of the hashes, or 0 for a free slot), then the four numbers. All tags of a bucket are compared at once, without a branch for each slot,
/// so that on pages with hundreds of thousands of names the processor overlaps the cache misses of several look-ups.
/// </summary>
internal struct NameSlots
{
    private const int Ways = 4;
    private const int Width = 2 * Ways;

    private uint[] _buckets;
    private int _shift;

    public NameSlots(int buckets)
    {
        Debug.Assert(BitOperations.IsPow2(buckets) && buckets > 1);
        _buckets = new uint[buckets * Width];
        _shift = 64 - BitOperations.Log2((uint)buckets);
    }

    /// <summary>How many numbers fit.</summary>
    public readonly int Capacity => _buckets.Length / Width * Ways / 2;

    /// <summary>The state of a look-up; when it has found nothing, the free place for its hash.</summary>
    public ref struct Search
    {
        internal Vector128<uint> Tag;
        internal int Bucket;
        internal uint Matches;
        internal uint Free;
    }

    public readonly Search Start(ulong hash)
    {
        Search search = new() { Tag = Vector128.Create(TagOf(hash)), Bucket = (int)(hash >> _shift) * Width };
        Look(ref search);
        return search;
    }

    /// <summary>The next number whose hash may match; false when there are no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryNext(ref Search search, out int number)
    {
        while (search.Matches == 0)
        {
            if (search.Free != 0)
            {
                number = 0;
                return false;
            }
            search.Bucket = (search.Bucket + Width) & (_buckets.Length - 1);
            Look(ref search);
        }
        number = (int)_buckets[search.Bucket + Ways + BitOperations.TrailingZeroCount(search.Matches)];
        search.Matches &= search.Matches - 1;
        return true;
    }

    /// <summary>Inserts a number at the end of a look-up that found nothing, and returns its place.</summary>
    public readonly int Put(in Search search, int number)
    {
        int place = search.Bucket + BitOperations.TrailingZeroCount(search.Free);
        _buckets[place] = search.Tag.ToScalar();
        _buckets[place + Ways] = (uint)number;
        return place;
    }

    /// <summary>Inserts a number whose hash is not in the table yet.</summary>
    public readonly int Put(ulong hash, int number)
    {
        Search search = Start(hash);
        while (search.Free == 0)
        {
            search.Bucket = (search.Bucket + Width) & (_buckets.Length - 1);
            Look(ref search);
        }
        return Put(search, number);
    }

    public readonly void Clear() => Array.Clear(_buckets);

    /// <summary>Frees one slot. Only valid if all used slots are freed, since a look-up ends at a free slot.</summary>
    public readonly void Clear(int place) => _buckets[place] = 0;

    private readonly void Look(ref Search search)
    {
        Vector128<uint> tags = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_buckets), (uint)search.Bucket);
        search.Matches = Vector128.Equals(tags, search.Tag).ExtractMostSignificantBits();
        search.Free = Vector128.Equals(tags, Vector128<uint>.Zero).ExtractMostSignificantBits();
    }

    // Neither the highest bits, which choose the bucket, nor the lowest, which depend on little of a name.
    private static uint TagOf(ulong hash) => (uint)(hash >> 12) | 1;
}
