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
            uint hash = WordHash.OfShort(seed, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, from)), Math.Min(length, sizeof(ulong)));
            for (int i = sizeof(ulong); i < length; i++)
                hash = WordHash.GoOn(hash, lowered[from + i]);
            words[count++] = hash;
        }
        return count;
    }

    private static int SplitSlowly(ReadOnlySpan<byte> value, uint seed, Span<uint> words, int count)
    {
        Span<byte> word = stackalloc byte[Longest];
        int length = 0;
        bool isSmall = false;
        foreach (byte b in value)
        {
            bool isLetter = char.IsAsciiLetter((char)b), isCapital = char.IsAsciiLetterUpper((char)b);
            if (!isLetter || (isCapital && isSmall))
            {
                count = Add(word, length, seed, words, count);
                length = 0;
            }
            isSmall = isLetter && !isCapital;
            if (!isLetter)
                continue;
            if (length < Longest)
                word[length] = (byte)(b | 0x20);
            length++;
        }
        return Add(word, length, seed, words, count);
    }

    private static int Add(ReadOnlySpan<byte> word, int length, uint seed, Span<uint> words, int count)
    {
        if (length is >= Shortest and <= Longest && count < words.Length)
            words[count++] = WordHash.Of(seed, word[..length]);
        return count;
    }
}
