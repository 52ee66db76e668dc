using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Skiplink.Html.Arena;

namespace Skiplink.Html.Scanning;

/// <summary>Copies text while it is looked through, 32 bytes at a time: where references stand close together, a search and a copy for each would take longer than what they do.</summary>
internal static class PlainCopy
{
    // "&quot;" and "&amp;", the first byte lowest: nearly all references are one of them, most in data that scripts read from attributes.
    private const ulong Quot = '&' | 'q' << 8 | 'u' << 16 | 'o' << 24 | (ulong)'t' << 32 | (ulong)';' << 40;
    private const ulong Amp = '&' | 'a' << 8 | 'm' << 16 | 'p' << 24 | (ulong)';' << 32;

    /// <summary>
    /// Copies a part of the source up to the first byte that does not stay as it is (<paramref name="special"/>, a carriage return, U+0000), and returns where that is;
    /// <paramref name="end"/> when there is none. The commonest character references are decoded on the way, where an ampersand is special.
    /// </summary>
    public static int Run(ReadOnlySpan<byte> source, int start, int end, byte special, ByteBuffer to)
    {
        int i = start, written = 0;
        // What is read and written behind the end is not counted.
        Span<byte> room = to.Room(end - start + Vector256<byte>.Count);
        while (i < end && i <= source.Length - Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i);
            bytes.CopyTo(room[written..]);
            uint found = (Vector256.Equals(bytes, Vector256.Create(special)) | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256<byte>.Zero)).ExtractMostSignificantBits();
            int plain = Math.Min(BitOperations.TrailingZeroCount(found), end - i);
            written += plain;
            i += plain;
            if (found == 0)
                continue;
            // A special byte is here, or the end; whatever stands behind the end is none of ours.
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
