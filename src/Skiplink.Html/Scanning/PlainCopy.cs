using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Skiplink.Html.Arena;

namespace Skiplink.Html.Scanning;

/// <summary>Copies text while it is looked through, 32 bytes at a time: where references stand close together, a search and a copy for each would take longer than what they do.</summary>
internal static class PlainCopy
{
    /// <summary>
    /// Copies a part of the source up to the first byte that does not stay as it is (<paramref name="special"/>, a carriage return, U+0000), and returns where that is;
    /// <paramref name="end"/> when there is none.
    /// </summary>
    public static int Run(ReadOnlySpan<byte> source, int start, int end, byte special, ByteBuffer to)
    {
        int i = start;
        // What is read and written behind the end is not counted.
        while (i < end && i <= source.Length - Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i);
            bytes.CopyTo(to.Room(Vector256<byte>.Count));
            uint found = (Vector256.Equals(bytes, Vector256.Create(special)) | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256<byte>.Zero)).ExtractMostSignificantBits();
            int plain = Math.Min(found == 0 ? Vector256<byte>.Count : BitOperations.TrailingZeroCount(found), end - i);
            to.Take(plain);
            i += plain;
            if (found != 0)
                return i;
        }
        int rest = source[i..end].IndexOfAny(special, (byte)'\r', (byte)0);
        int stop = rest < 0 ? end : i + rest;
        to.Add(source[i..stop]);
        return stop;
    }
}
