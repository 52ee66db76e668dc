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
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i);
            Vector256<byte> found = Vector256.Equals(bytes, ends) | Vector256.Equals(bytes, Vector256.Create((byte)'&'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256<byte>.Zero);
            uint bits = found.ExtractMostSignificantBits();
            if (bits != 0)
                return i + BitOperations.TrailingZeroCount(bits);
            from = i + Vector256<byte>.Count;
        }
        return FindInRest(source, from, end);
    }

    private static int FindInRest(ReadOnlySpan<byte> source, int from, byte end)
    {
        int length = source[from..].IndexOfAny([end, (byte)'&', (byte)'\r', (byte)0]);
        return length < 0 ? source.Length : from + length;
    }
}
