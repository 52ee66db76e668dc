using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Html.Scanning;

/// <summary>Finds the end of text and of attribute values, most of which are short, 32 bytes at a time.</summary>
internal static class TextScan
{
    /// <summary>
    /// The position of the next <paramref name="end"/> (a less-than sign or a quotation mark) or of the next byte that has to be decoded or
    /// replaced: an ampersand, a carriage return, U+0000. The end of the source if there is none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<byte> source, int from, byte end)
    {
        for (int i = from; i <= source.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            uint bits = Stops(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i), end);
            if (bits != 0)
                return i + BitOperations.TrailingZeroCount(bits);
            from = i + Vector256<byte>.Count;
        }
        return FindInRest(source, from, end);
    }

    /// <summary>Searches the next 64 bytes for the end of a value in double quotes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Window WindowAt(ReadOnlySpan<byte> source, int from)
    {
        if (from > source.Length - Window.Length)
            return new(from, 0);
        ref byte at = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), from);
        return new(from, Stops(Vector256.LoadUnsafe(ref at), (byte)'"') | (ulong)Stops(Vector256.LoadUnsafe(ref at, 32), (byte)'"') << 32);
    }

    /// <summary>The result for 64 bytes: a bit for each byte that ends a value in double quotes or has to be decoded.</summary>
    public readonly struct Window(int start, ulong stops)
    {
        public const int Length = 64;

        /// <summary>
        /// The same as <see cref="TextScan.Find"/> for a double quotation mark, from a position in the window or after it.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Find(ReadOnlySpan<byte> source, int from)
        {
            int skipped = from - start;
            return skipped < Length && stops >> skipped is > 0 and ulong left
                ? from + BitOperations.TrailingZeroCount(left)
                : TextScan.Find(source, from, (byte)'"');
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(Vector256<byte> bytes, byte end)
    {
        // The lower four bits of a byte select the only stop that has these bits. The instruction gives 0 for bytes that are not ASCII.
        Vector256<byte> stops = Avx2.IsSupported
            ? Vector256.Equals(Avx2.Shuffle(StopsByLowBits(end), bytes), bytes)
            : Vector256.Equals(bytes, Vector256.Create(end)) | Vector256.Equals(bytes, Vector256.Create((byte)'&'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256<byte>.Zero);
        return stops.ExtractMostSignificantBits();
    }

    /// <summary>
    /// For each value of the lower four bits, the byte that stops the search (0: U+0000, 6: ampersand, 13: carriage return, and the end),
    /// twice, once for each half of the vector. The others are 0, which has other lower bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> StopsByLowBits(byte end) => end switch
    {
        (byte)'<' => Vector256.Create(
            0, 0, 0, 0, 0, 0, (byte)'&', 0, 0, 0, 0, 0, (byte)'<', (byte)'\r', 0, 0,
            0, 0, 0, 0, 0, 0, (byte)'&', 0, 0, 0, 0, 0, (byte)'<', (byte)'\r', 0, 0),
        (byte)'"' => Vector256.Create(
            0, 0, (byte)'"', 0, 0, 0, (byte)'&', 0, 0, 0, 0, 0, 0, (byte)'\r', 0, 0,
            0, 0, (byte)'"', 0, 0, 0, (byte)'&', 0, 0, 0, 0, 0, 0, (byte)'\r', 0, 0),
        _ => Vector256.Create(
            0, 0, 0, 0, 0, 0, (byte)'&', (byte)'\'', 0, 0, 0, 0, 0, (byte)'\r', 0, 0,
            0, 0, 0, 0, 0, 0, (byte)'&', (byte)'\'', 0, 0, 0, 0, 0, (byte)'\r', 0, 0),
    };

    private static int FindInRest(ReadOnlySpan<byte> source, int from, byte end)
    {
        int length = source[from..].IndexOfAny([end, (byte)'&', (byte)'\r', (byte)0]);
        return length < 0 ? source.Length : from + length;
    }
}
