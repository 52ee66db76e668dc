using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Html.Scanning;

/// <summary>
/// Searches scripts and style sheets, which make up more than half of many pages, once for both what may end them and what has to be
/// replaced.
/// </summary>
internal static class RawTextScan
{
    /// <summary>
    /// The position of the next less-than sign that is followed by <c>/</c> or <c>!</c>; the end of the source if there is none.
    /// </summary>
    /// <param name="source">The page.</param>
    /// <param name="from">Where to start.</param>
    /// <param name="changes">Set if a carriage return or U+0000 precedes that position.</param>
    public static int Find(ReadOnlySpan<byte> source, int from, ref bool changes)
    {
        ref byte start = ref MemoryMarshal.GetReference(source);
        int i = from;
        for (; i < source.Length - Vector512<byte>.Count; i += Vector512<byte>.Count)
        {
            Vector512<byte> bytes = Vector512.LoadUnsafe(ref start, (uint)i), next = Vector512.LoadUnsafe(ref start, (uint)i + 1);
            Vector512<byte> found = Vector512.Equals(bytes, Vector512.Create((byte)'<'))
                & (Vector512.Equals(next, Vector512.Create((byte)'/')) | Vector512.Equals(next, Vector512.Create((byte)'!')));
            Vector512<byte> odd = Vector512.Equals(bytes, Vector512.Create((byte)'\r')) | Vector512.Equals(bytes, Vector512<byte>.Zero);
            if ((found | odd) == Vector512<byte>.Zero)
                continue;
            ulong places = found.ExtractMostSignificantBits();
            // Only bytes before the first match count; all if there is no match.
            changes |= (odd.ExtractMostSignificantBits() & ((places & (0 - places)) - 1)) != 0;
            if (places != 0)
                return i + BitOperations.TrailingZeroCount(places);
        }
        for (; i < source.Length; i++)
        {
            if (source[i] == '<' && i + 1 < source.Length && source[i + 1] is (byte)'/' or (byte)'!')
                return i;
            changes |= source[i] is (byte)'\r' or 0;
        }
        return source.Length;
    }
}
