using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Blocks;

/// <summary>Up to 64 bytes of ASCII, their letters lowered, and for each sort of character a bit for each byte.</summary>
internal ref struct AsciiChunk
{
    public const int MostBytes = 64;

    private LoweredBytes _lower;

    /// <summary>How many bytes there are.</summary>
    public int Length;

    /// <summary>Whether the byte behind the chunk is an ASCII letter or digit.</summary>
    public bool IsBeforeLetterOrDigit;

    /// <summary>Upper-case letters; letters and digits; word characters, which are these and the low line.</summary>
    public ulong Upper;
    public ulong LettersAndDigits;
    public ulong Words;

    /// <summary>Digits, and what is no white space and no control character.</summary>
    public ulong Digits;
    public ulong Visible;

    public ulong Commas;
    public ulong Stops;
    public ulong Dollars;

    [InlineArray(MostBytes + sizeof(ulong))]
    private struct LoweredBytes
    {
        private byte _first;
    }

    /// <summary>A byte, lowered when it is a letter.</summary>
    public readonly byte this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.Add(ref Unsafe.As<LoweredBytes, byte>(ref Unsafe.AsRef(in _lower)), index);
    }

    /// <summary>Eight bytes from a place on, the first in the lowest bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ulong Eight(int index) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref Unsafe.As<LoweredBytes, byte>(ref Unsafe.AsRef(in _lower)), index));

    /// <summary>Reads the first bytes of a text that is not empty; false when they are not all ASCII.</summary>
    /// <param name="memory">The text and whatever stands behind it.</param>
    /// <param name="length">How many bytes the text has.</param>
    /// <param name="chunk">What was read.</param>
    public static bool TryRead(ReadOnlySpan<byte> memory, int length, out AsciiChunk chunk)
    {
        Unsafe.SkipInit(out chunk);
        chunk.Commas = chunk.Stops = chunk.Dollars = 0;
        chunk.Length = Math.Min(length, MostBytes);
        ref byte lowered = ref Unsafe.As<LoweredBytes, byte>(ref chunk._lower);
        ulong own = ulong.MaxValue >> (MostBytes - chunk.Length);
        if (memory.Length < MostBytes)
        {
            Vector512.Create((byte)' ').StoreUnsafe(ref lowered);
            memory.CopyTo(MemoryMarshal.CreateSpan(ref lowered, MostBytes));
        }
        Vector512<byte> bytes = Vector512.LoadUnsafe(ref memory.Length < MostBytes ? ref lowered : ref MemoryMarshal.GetReference(memory));
        if ((bytes.ExtractMostSignificantBits() & own) != 0)
            return false;
        Vector512<byte> upper = Between(bytes, 'A', 'Z'), lower = Between(bytes, 'a', 'z'), digits = Between(bytes, '0', '9');
        Vector512<byte> lettersAndDigits = upper | lower | digits;
        chunk.Upper = upper.ExtractMostSignificantBits() & own;
        chunk.Digits = digits.ExtractMostSignificantBits() & own;
        chunk.LettersAndDigits = lettersAndDigits.ExtractMostSignificantBits() & own;
        chunk.Words = chunk.LettersAndDigits | (Vector512.Equals(bytes, Vector512.Create((byte)'_')).ExtractMostSignificantBits() & own);
        chunk.Visible = Vector512.GreaterThan(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits() & own;
        ulong signs = chunk.Visible & ~chunk.Words;
        if (signs != 0)
        {
            chunk.Commas = Vector512.Equals(bytes, Vector512.Create((byte)',')).ExtractMostSignificantBits() & own;
            chunk.Stops = (Vector512.Equals(bytes, Vector512.Create((byte)'.')) | Vector512.Equals(bytes, Vector512.Create((byte)'!')) | Vector512.Equals(bytes, Vector512.Create((byte)'?'))).ExtractMostSignificantBits() & own;
            chunk.Dollars = Vector512.Equals(bytes, Vector512.Create((byte)'$')).ExtractMostSignificantBits() & own;
        }
        chunk.IsBeforeLetterOrDigit = length > MostBytes && char.IsAsciiLetterOrDigit((char)memory[MostBytes]);
        (bytes | (upper & Vector512.Create((byte)0x20))).StoreUnsafe(ref lowered);
        return true;
    }

    private static Vector512<byte> Between(Vector512<byte> bytes, char first, char last) =>
        Vector512.LessThanOrEqual(bytes - Vector512.Create((byte)first), Vector512.Create((byte)(last - first)));
}
