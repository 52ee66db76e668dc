using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Html.Names;

/// <summary>
/// An open-addressed table from hashes to numbers above 0, at most half full. A bucket is eight 32-bit numbers: four tags, which are parts of hashes or 0 for what is empty,
/// and the four numbers that belong to them. All tags of a bucket are compared at once, so that no branch depends on what one slot holds: where a page has hundreds of
/// thousands of names, the processor waits for the memory of several look-ups at the same time.
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

    /// <summary>How many numbers there is room for.</summary>
    public readonly int Capacity => _buckets.Length / Width * Ways / 2;

    /// <summary>A look-up: what <see cref="TryNext"/> goes on with, and in the end the place where the hash can be put.</summary>
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

    /// <summary>The next number whose hash may be the one that is looked for; false when there is none.</summary>
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

    /// <summary>Puts a number where a look-up ended that found nothing, and returns its place.</summary>
    public readonly int Put(in Search search, int number)
    {
        int place = search.Bucket + BitOperations.TrailingZeroCount(search.Free);
        _buckets[place] = search.Tag.ToScalar();
        _buckets[place + Ways] = (uint)number;
        return place;
    }

    /// <summary>Puts a number whose hash is not there yet.</summary>
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

    /// <summary>Empties one place. Only for when all that are taken are emptied, since a look-up ends at an empty place.</summary>
    public readonly void Clear(int place) => _buckets[place] = 0;

    private readonly void Look(ref Search search)
    {
        Vector128<uint> tags = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_buckets), (uint)search.Bucket);
        search.Matches = Vector128.Equals(tags, search.Tag).ExtractMostSignificantBits();
        search.Free = Vector128.Equals(tags, Vector128<uint>.Zero).ExtractMostSignificantBits();
    }

    // Not the bits that the bucket's number is made of, nor those at the lower end, to which little of a name comes.
    private static uint TagOf(ulong hash) => (uint)(hash >> 12) | 1;
}
