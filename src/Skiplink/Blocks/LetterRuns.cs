using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Blocks;

/// <summary>Cuts the values of attributes into what is hashed of them.</summary>
internal static class LetterRuns
{
    private const int Shortest = 2;
    private const int Longest = 24;

    /// <summary>Writes the hashes of the words of a value: runs of ASCII letters of 2 to 24, cut where a capital follows a small letter. Returns how many there are then.</summary>
    public static int Split(ReadOnlySpan<byte> value, uint seed, Span<uint> words, int count)
    {
        while (value.Length > Vector512<byte>.Count)
        {
            // Up to the last byte of the next 64 that is no letter: no word goes over it.
            int end = Vector512<byte>.Count - 1;
            while (end >= 0 && char.IsAsciiLetter((char)value[end]))
                end--;
            if (end < 0)
                return SplitSlowly(value, seed, words, count);
            count = SplitChunk(value[..(end + 1)], seed, words, count);
            value = value[(end + 1)..];
        }
        return SplitChunk(value, seed, words, count);
    }

    private static int SplitChunk(ReadOnlySpan<byte> value, uint seed, Span<uint> words, int count)
    {
        Span<byte> lowered = stackalloc byte[Vector512<byte>.Count + sizeof(ulong)];
        ref byte start = ref MemoryMarshal.GetReference(lowered);
        Vector512<byte>.Zero.StoreUnsafe(ref start);
        value.CopyTo(lowered);
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref start), lower = bytes | Vector512.Create((byte)0x20);
        Vector512<byte> letters = Vector512.LessThan(lower - Vector512.Create((byte)'a'), Vector512.Create((byte)26));
        lower.StoreUnsafe(ref start);
        ulong all = letters.ExtractMostSignificantBits();
        ulong small = (letters & Vector512.Equals(bytes, lower)).ExtractMostSignificantBits();
        ulong starts = all & (~(all << 1) | (~small & (small << 1)));
        while (starts != 0)
        {
            int from = BitOperations.TrailingZeroCount(starts);
            starts &= starts - 1;
            int length = Math.Min(BitOperations.TrailingZeroCount(~(all >> from)), BitOperations.TrailingZeroCount(starts) - from);
            if (length is < Shortest or > Longest || count >= words.Length)
                continue;
            uint hash = WordHash.OfShort(seed, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, from)), length);
            words[count++] = length <= sizeof(ulong) ? hash : WordHash.Of(hash, lowered.Slice(from + sizeof(ulong), length - sizeof(ulong)));
        }
        return count;
    }

    private static int SplitSlowly(ReadOnlySpan<byte> value, uint seed, Span<uint> words, int count)
    {
        uint hash = seed;
        int length = 0;
        bool lower = false;
        foreach (byte b in value)
        {
            bool upper = b is >= (byte)'A' and <= (byte)'Z';
            bool letter = upper || b is >= (byte)'a' and <= (byte)'z';
            if (!letter || (upper && lower))
            {
                if (length is >= Shortest and <= Longest && count < words.Length)
                    words[count++] = hash;
                hash = seed;
                length = 0;
            }
            lower = letter && !upper;
            if (letter)
            {
                hash = (hash ^ (uint)(b | 0x20)) * WordHash.Prime;
                length++;
            }
        }
        if (length is >= Shortest and <= Longest && count < words.Length)
            words[count++] = hash;
        return count;
    }

    /// <summary>Writes the hashes of what stands between white space in a value, without its digits. Returns how many there are then.</summary>
    public static int Whole(ReadOnlySpan<byte> value, uint seed, Span<uint> tokens, int count)
    {
        uint hash = seed;
        int length = 0;
        foreach (byte b in value)
        {
            if (b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')
            {
                if (length > 0 && count < tokens.Length)
                    tokens[count++] = hash;
                (hash, length) = (seed, 0);
            }
            else if (b is < (byte)'0' or > (byte)'9')
            {
                hash = (hash ^ b) * WordHash.Prime;
                length++;
            }
        }
        if (length > 0 && count < tokens.Length)
            tokens[count++] = hash;
        return count;
    }
}
