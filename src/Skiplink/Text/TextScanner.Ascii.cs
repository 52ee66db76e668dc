using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Skiplink.Html.Arena;

namespace Skiplink.Text;

/// <summary>
/// Reading ASCII 64 bytes at a time: characters are counted by counting bits, words are found by the edges of runs of bits.
/// </summary>
internal ref partial struct TextScanner
{
    /// <summary>How many bytes are read at once, and how many have to be there so that eight can be loaded from each of them on.</summary>
    private const int ChunkBytes = 64;
    private const int BytesLoaded = ChunkBytes + sizeof(ulong);

    /// <summary>Reads the ASCII that a text begins with, 64 bytes at most, and returns how many there were.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadAscii(ReadOnlySpan<byte> memory, int length, ref TextShape shape)
    {
        if (memory.Length < BytesLoaded)
            memory = _words.Padded(memory, BytesLoaded);
        // All places below are in the first 72 bytes, which are there: those of words and of signs are numbers of bits of masks.
        ref byte text = ref MemoryMarshal.GetReference(memory);
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref text);
        ulong own = ulong.MaxValue >> (ChunkBytes - Math.Min(length, ChunkBytes)), wide = bytes.ExtractMostSignificantBits() & own;
        // Up to the first that is not ASCII; all when there is none.
        own &= (wide & (0 - wide)) - 1;
        int count = BitOperations.PopCount(own);
        ulong visible = Vector512.GreaterThan(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits() & own;
        if (visible == 0)
        {
            EndWord(ref shape);
            return count;
        }
        ulong upper = Between(bytes, 'A', 'Z') & own, digits = Between(bytes, '0', '9') & own;
        ulong lettersAndDigits = (Between(bytes | Vector512.Create((byte)0x20), 'a', 'z') & own) | digits;
        ulong words = lettersAndDigits | (Are(bytes, '_') & own);
        // A bit for each byte before which a word character stands, which for the first byte may be in the text before.
        ulong before = (words << 1) | (_length > 0 ? 1UL : 0), signs = visible & ~words;
        shape.Bytes += BitOperations.PopCount(visible);
        shape.Upper += BitOperations.PopCount(upper);
        shape.Capitalized += BitOperations.PopCount(upper & ~before);
        shape.Digits += BitOperations.PopCount(digits);
        if (signs != 0)
        {
            int commas = BitOperations.PopCount(Are(bytes, ',') & own),
                stops = BitOperations.PopCount((Are(bytes, '.') | Are(bytes, '!') | Are(bytes, '?')) & own);
            int dollars = BitOperations.PopCount(Are(bytes, '$') & own);
            shape.Commas += commas;
            shape.Stops += stops;
            shape.Currencies += dollars;
            shape.Symbols += BitOperations.PopCount(signs) - commas - stops - dollars;
            ulong behind = (lettersAndDigits >> 1) | (length > ChunkBytes && char.IsAsciiLetterOrDigit((char)memory[ChunkBytes])
                ? 1UL << (ChunkBytes - 1) : 0);
            shape.Joints += BitOperations.PopCount(signs & before & behind);
        }
        if (shape.First == 0)
            shape.First = Unsafe.Add(ref text, BitOperations.TrailingZeroCount(visible));
        shape.Last = Unsafe.Add(ref text, 63 - BitOperations.LeadingZeroCount(visible));

        // The word in progress goes on, or ends here.
        if (_length > 0)
        {
            int goesOn = BitOperations.TrailingZeroCount(~words);
            Append(ref text, goesOn);
            if (goesOn == count)
                return count;
            EndWord(ref shape);
            words &= ulong.MaxValue << goesOn;
        }
        ulong starts = words & ~(words << 1), ends = ~words & (words << 1) & own;
        if ((digits & (digits >> 1)) != 0)
            CountYears(ref text, starts & (ends >> 4) & digits, ref shape);
        ref uint to = ref _words.Reserve(ChunkBytes / 2);
        int ended = BitOperations.PopCount(ends);
        for (int i = 0; i < ended; i++)
        {
            int start = BitOperations.TrailingZeroCount(starts), letters = BitOperations.TrailingZeroCount(ends) - start;
            uint hash = WordHash.FromEight(WordHash.TextSeed, Eight(ref text, start, letters));
            for (int k = sizeof(ulong); k < letters; k++)
                hash = Fnv1a.Combine(hash, Lower(Unsafe.Add(ref text, start + k)));
            Unsafe.Add(ref to, i) = hash;
            starts &= starts - 1;
            ends &= ends - 1;
        }
        _words.Advance(ended);
        if (starts != 0)
        {
            int start = BitOperations.TrailingZeroCount(starts);
            Append(ref Unsafe.Add(ref text, start), count - start);
        }
        return count;
    }

    /// <summary>Adds word characters to the word in progress.</summary>
    /// <param name="text">The first of them; behind it are at least eight bytes, or as many as there are to add.</param>
    /// <param name="count">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(ref byte text, int count)
    {
        if (!_isHashed && _length + count <= sizeof(ulong))
        {
            if (count == 0)
                return;
            _bytes |= Eight(ref text, 0, count) << (8 * _length);
            _length += count;
        }
        else
        {
            AppendHashed(ref text, count);
        }
    }

    private void AppendHashed(ref byte text, int count)
    {
        int i = 0;
        if (!_isHashed)
        {
            for (; _length < sizeof(ulong); i++, _length++)
                _bytes |= (ulong)Lower(Unsafe.Add(ref text, i)) << (8 * _length);
            HashBytes();
        }
        for (; i < count; i++, _length++)
            _hash = Fnv1a.Combine(_hash, Lower(Unsafe.Add(ref text, i)));
    }

    private static void CountYears(ref byte text, ulong starts, ref TextShape shape)
    {
        for (; starts != 0; starts &= starts - 1)
        {
            if (IsYear(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, BitOperations.TrailingZeroCount(starts)))))
                shape.Years++;
        }
    }

    /// <summary>Up to eight word characters from a place on, lowered, the first in the lowest bits; 0 behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ref byte text, int start, int count)
    {
        ulong characters = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, start))
            & (ulong.MaxValue >> (64 - (8 * Math.Min(count, sizeof(ulong)))));
        // The highest bit of each byte: at least an A and at most a Z.
        ulong upper = (characters + 0x3F3F3F3F3F3F3F3F) & ~(characters + 0x2525252525252525) & 0x8080808080808080;
        return characters | (upper >> 2);
    }

    private static byte Lower(byte character) => char.IsAsciiLetterUpper((char)character) ? (byte)(character | 0x20) : character;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Are(Vector512<byte> bytes, char character) =>
        Vector512.Equals(bytes, Vector512.Create((byte)character)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Between(Vector512<byte> bytes, char first, char last) =>
        Vector512.LessThanOrEqual(bytes - Vector512.Create((byte)first),
            Vector512.Create((byte)(last - first))).ExtractMostSignificantBits();
}
