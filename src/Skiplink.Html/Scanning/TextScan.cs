using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Html.Scanning;

/// <summary>Finds, in place and 32 bytes at a time, the end of text and of attribute values, most of which are short.</summary>
internal static class TextScan
{
    /// <summary>
    /// Where from <paramref name="from"/> on the next <paramref name="end"/> (a less-than sign or a quotation mark) is, or the next byte that does not stay as it is: an
    /// ampersand, a carriage return, U+0000. The end of the source when there is none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<byte> source, int from, byte end)
    {
        Vector256<byte> ends = Vector256.Create(end);
        for (int i = from; i <= source.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            uint bits = Stops(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i), ends);
            if (bits != 0)
                return i + BitOperations.TrailingZeroCount(bits);
            from = i + Vector256<byte>.Count;
        }
        return FindInRest(source, from, end);
    }

    /// <summary>Looks at the next 64 bytes for what stops a value in double quotes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Window WindowAt(ReadOnlySpan<byte> source, int from)
    {
        if (from > source.Length - Window.Length)
            return new(from, 0);
        ref byte at = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), from);
        return new(from, Stops(Vector256.LoadUnsafe(ref at), Vector256.Create((byte)'"')) | (ulong)Stops(Vector256.LoadUnsafe(ref at, 32), Vector256.Create((byte)'"')) << 32);
    }

    /// <summary>A bit for each of 64 bytes that stops a value in double quotes.</summary>
    public readonly struct Window(int start, ulong stops)
    {
        public const int Length = 64;

        /// <summary>The same as <see cref="TextScan.Find"/> for a double quotation mark, from a place in the window or behind it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Find(ReadOnlySpan<byte> source, int from)
        {
            int skipped = from - start;
            return skipped < Length && stops >> skipped is > 0 and ulong left ? from + BitOperations.TrailingZeroCount(left) : TextScan.Find(source, from, (byte)'"');
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Stops(Vector256<byte> bytes, Vector256<byte> end) =>
        (Vector256.Equals(bytes, end) | Vector256.Equals(bytes, Vector256.Create((byte)'&'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256<byte>.Zero)).ExtractMostSignificantBits();

    private static int FindInRest(ReadOnlySpan<byte> source, int from, byte end)
    {
        int length = source[from..].IndexOfAny([end, (byte)'&', (byte)'\r', (byte)0]);
        return length < 0 ? source.Length : from + length;
    }
}
