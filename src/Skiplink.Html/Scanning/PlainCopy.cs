using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Skiplink.Html.Arena;

namespace Skiplink.Html.Scanning;

/// <summary>
/// Copies text while searching it, 32 bytes at a time. Where references are frequent, separate searches and copies would take longer.
/// </summary>
internal static class PlainCopy
{
    // "&quot;" and "&amp;" as integers, the first byte lowest: nearly all references are one of them.
    private const ulong Quot = '&' | 'q' << 8 | 'u' << 16 | 'o' << 24 | (ulong)'t' << 32 | (ulong)';' << 40;
    private const ulong Amp = '&' | 'a' << 8 | 'm' << 16 | 'p' << 24 | (ulong)';' << 32;

    /// <summary>
    /// Copies the source up to the first byte that has to be replaced (<paramref name="special"/>, a carriage return, U+0000) and returns
    /// its position, or <paramref name="end"/> if there is none. If an ampersand is special, the most frequent character references are
    /// decoded on the way.
    /// </summary>
    public static int Run(ReadOnlySpan<byte> source, int start, int end, byte special, ByteBuffer to)
    {
        int i = start, written = 0;
        // Bytes that are read and written past the end do not count.
        Span<byte> room = to.Room(end - start + Vector256<byte>.Count);
        while (i < end && i <= source.Length - Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i);
            bytes.CopyTo(room[written..]);
            uint found = (Vector256.Equals(bytes, Vector256.Create(special)) | Vector256.Equals(bytes, Vector256.Create((byte)'\r'))
                | Vector256.Equals(bytes, Vector256<byte>.Zero)).ExtractMostSignificantBits();
            int plain = Math.Min(BitOperations.TrailingZeroCount(found), end - i);
            written += plain;
            i += plain;
            if (found == 0)
                continue;
            // A special byte, or the end; bytes past the end must not be decoded.
            ulong next = special == '&' && i <= source.Length - sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(source[i..]) : 0;
            if ((next & 0xFFFF_FFFFFFFF) == Quot && end - i >= 6)
            {
                room[written++] = (byte)'"';
                i += 6;
            }
            else if ((next & 0xFF_FFFFFFFF) == Amp && end - i >= 5)
            {
                room[written++] = (byte)'&';
                i += 5;
            }
            else
            {
                to.Take(written);
                return i;
            }
        }
        to.Take(written);
        int rest = source[i..end].IndexOfAny(special, (byte)'\r', (byte)0);
        int stop = rest < 0 ? end : i + rest;
        to.Add(source[i..stop]);
        return stop;
    }
}
