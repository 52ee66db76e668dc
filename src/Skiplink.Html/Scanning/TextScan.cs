using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
        for (int i = from; i <= source.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            uint bits = Stops(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i), end);
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
        return new(from, Stops(Vector256.LoadUnsafe(ref at), (byte)'"') | (ulong)Stops(Vector256.LoadUnsafe(ref at, 32), (byte)'"') << 32);
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
    private static uint Stops(Vector256<byte> bytes, byte end)
    {
        // A byte is looked up by its lower four bits, of which each asks for one byte; the processor gives 0 for what is not ASCII.
        Vector256<byte> stops = Avx2.IsSupported
            ? Vector256.Equals(Avx2.Shuffle(AskedFor(end), bytes), bytes)
            : Vector256.Equals(bytes, Vector256.Create(end)) | Vector256.Equals(bytes, Vector256.Create((byte)'&')) | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256<byte>.Zero);
        return stops.ExtractMostSignificantBits();
    }

    /// <summary>For each number of four bits, twice over, the byte that stops: U+0000 for 0, the ampersand for 6, the carriage return for 13, and the end; for others 0, which is none of theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AskedFor(byte end) => end switch
    {
        (byte)'<' => Vector256.Create(0, 0, 0, 0, 0, 0, (byte)'&', 0, 0, 0, 0, 0, (byte)'<', (byte)'\r', 0, 0, 0, 0, 0, 0, 0, 0, (byte)'&', 0, 0, 0, 0, 0, (byte)'<', (byte)'\r', 0, 0),
        (byte)'"' => Vector256.Create(0, 0, (byte)'"', 0, 0, 0, (byte)'&', 0, 0, 0, 0, 0, 0, (byte)'\r', 0, 0, 0, 0, (byte)'"', 0, 0, 0, (byte)'&', 0, 0, 0, 0, 0, 0, (byte)'\r', 0, 0),
        _ => Vector256.Create(0, 0, 0, 0, 0, 0, (byte)'&', (byte)'\'', 0, 0, 0, 0, 0, (byte)'\r', 0, 0, 0, 0, 0, 0, 0, 0, (byte)'&', (byte)'\'', 0, 0, 0, 0, 0, (byte)'\r', 0, 0),
    };

    private static int FindInRest(ReadOnlySpan<byte> source, int from, byte end)
    {
        int length = source[from..].IndexOfAny([end, (byte)'&', (byte)'\r', (byte)0]);
        return length < 0 ? source.Length : from + length;
    }
}
