using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Html.Scanning;

/// <summary>
/// Finds the end of text and of attribute values. Most are short, so the first bytes are looked at in place, without a call.
/// </summary>
internal static class TextScan
{
    private static readonly SearchValues<byte> Text = SearchValues.Create("<&\r\0"u8);
    private static readonly SearchValues<byte> DoubleQuoted = SearchValues.Create("\"&\r\0"u8);
    private static readonly SearchValues<byte> SingleQuoted = SearchValues.Create("'&\r\0"u8);

    /// <summary>
    /// How far from <paramref name="from"/> the next <paramref name="end"/> (a less-than sign or a quotation mark) is, or the next byte that does not stay as it is: an ampersand, a
    /// carriage return, U+0000. The length of the rest when there is none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<byte> source, int from, byte end)
    {
        if (from > source.Length - Vector256<byte>.Count)
            return FindFar(source, from, end);
        Vector256<byte> bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)from);
        Vector256<byte> found = Vector256.Equals(bytes, Vector256.Create(end)) | Vector256.Equals(bytes, Vector256.Create((byte)'&'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256<byte>.Zero);
        uint bits = found.ExtractMostSignificantBits();
        return bits != 0 ? BitOperations.TrailingZeroCount(bits) : FindFar(source, from, end);
    }

    private static int FindFar(ReadOnlySpan<byte> source, int from, byte end)
    {
        ReadOnlySpan<byte> rest = source[from..];
        int length = rest.IndexOfAny(end switch { (byte)'<' => Text, (byte)'"' => DoubleQuoted, _ => SingleQuoted });
        return length < 0 ? rest.Length : length;
    }
}
