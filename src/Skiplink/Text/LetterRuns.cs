using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Text;

/// <summary>
/// Cuts the values of attributes into what is hashed of them: runs of ASCII letters of 2 to 24, cut where a capital follows a small letter,
/// whatever their case.
/// </summary>
internal static class LetterRuns
{
    private const int MinLength = 2;
    private const int MaxLength = 24;

    /// <summary>So many bytes from the beginning of a chunk on are loaded at the most: a word may begin with the last of them.</summary>
    private const int Loaded = ChunkBytes + MaxLength;
    private const int ChunkBytes = 64;

    private const ulong LowerBits = 0x2020202020202020;

    /// <summary>Writes the hashes of a value's words behind those that are there, and returns how many there are then.</summary>
    /// <param name="memory">The value and whatever stands behind it.</param>
    /// <param name="length">How many bytes the value has.</param>
    /// <param name="seed">What the hashes begin with.</param>
    /// <param name="words">Where to; when it is full, nothing more is looked at.</param>
    /// <param name="count">How many are there.</param>
    public static int Split(ReadOnlySpan<byte> memory, int length, uint seed, Span<uint> words, int count)
    {
        if (memory.Length < length + Loaded)
            return SplitCopy(memory[..length], seed, words, count);
        while (length > ChunkBytes)
        {
            // Up to the last byte of the next 64 that is no letter: no word goes over it.
            int end = ChunkBytes - 1;
            while (end >= 0 && char.IsAsciiLetter((char)memory[end]))
                end--;
            if (end < 0)
                return SplitSlowly(memory[..length], seed, words, count);
            count = SplitChunk(ref MemoryMarshal.GetReference(memory), end + 1, seed, words, count);
            memory = memory[(end + 1)..];
            length -= end + 1;
        }
        return SplitChunk(ref MemoryMarshal.GetReference(memory), length, seed, words, count);
    }

    /// <summary>A value near the end of its memory.</summary>
    private static int SplitCopy(ReadOnlySpan<byte> value, uint seed, Span<uint> words, int count)
    {
        if (value.Length > ChunkBytes)
            return SplitSlowly(value, seed, words, count);
        Span<byte> copy = stackalloc byte[Loaded];
        value.CopyTo(copy);
        return SplitChunk(ref MemoryMarshal.GetReference(copy), value.Length, seed, words, count);
    }

    /// <summary>Splits up to 64 bytes, from which on <see cref="Loaded"/> bytes are there.</summary>
    private static int SplitChunk(ref byte start, int length, uint seed, Span<uint> words, int count)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref start), lower = bytes | Vector512.Create((byte)0x20);
        Vector512<byte> letters = Vector512.LessThan(lower - Vector512.Create((byte)'a'), Vector512.Create((byte)26));
        ulong own = length == 0 ? 0 : ulong.MaxValue >> (ChunkBytes - length), all = letters.ExtractMostSignificantBits() & own;
        ulong small = all & Vector512.Equals(bytes, lower).ExtractMostSignificantBits();
        ulong starts = all & (~(all << 1) | (~small & (small << 1)));
        while (starts != 0)
        {
            int from = BitOperations.TrailingZeroCount(starts);
            starts &= starts - 1;
            int run = Math.Min(BitOperations.TrailingZeroCount(~(all >> from)), BitOperations.TrailingZeroCount(starts) - from);
            if (run is >= MinLength and <= MaxLength && count < words.Length)
                words[count++] = Hash(ref Unsafe.Add(ref start, from), run, seed);
        }
        return count;
    }

    /// <summary>The hash of up to 24 letters, eight at a time; as many bytes are there, and up to seven more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ref byte letters, int length, uint seed)
    {
        // Half of the words are longer than eight letters: both hashes are made rather than guessing which is asked for.
        ulong first = Unsafe.ReadUnaligned<ulong>(ref letters) | LowerBits,
            second = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref letters, sizeof(ulong))) | LowerBits;
        uint hash = WordHash.FromEight(seed, first, Math.Min(length, sizeof(ulong))),
            longer = WordHash.FromEight(hash, second, Math.Clamp(length - sizeof(ulong), 1, sizeof(ulong)));
        hash = length > sizeof(ulong) ? longer : hash;
        return length <= 2 * sizeof(ulong) ? hash
            : WordHash.FromEight(hash, Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref letters, 2 * sizeof(ulong))) | LowerBits,
                length - (2 * sizeof(ulong)));
    }

    private static int SplitSlowly(ReadOnlySpan<byte> value, uint seed, Span<uint> words, int count)
    {
        Span<byte> word = stackalloc byte[MaxLength];
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
            if (length < MaxLength)
                word[length] = b;
            length++;
        }
        return Add(word, length, seed, words, count);
    }

    private static int Add(ReadOnlySpan<byte> word, int length, uint seed, Span<uint> words, int count)
    {
        if (length is >= MinLength and <= MaxLength && count < words.Length)
            words[count++] = Hash(ref MemoryMarshal.GetReference(word), length, seed);
        return count;
    }
}
