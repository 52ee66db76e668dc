using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Skiplink.Html.Names;

namespace Skiplink.Html.Scanning;

/// <summary>What ends a name beside white space, <c>/</c> and <c>&gt;</c>: nothing, or for attributes the equals sign.</summary>
internal enum NameEnds
{
    OfTag,
    OfAttribute,
}

/// <summary>Reads names as nearly all are, sixteen bytes at a time: short, without control characters, not at the very end of the page.</summary>
internal static class ShortName
{
    /// <summary>Reads the name at <paramref name="start"/>, its upper-case letters lowered; false for a name that has to be read byte by byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> source, int start, NameEnds ends, out NameKey key, out int length)
    {
        key = default;
        length = 0;
        if (start > source.Length - Vector128<byte>.Count)
            return false;
        Vector128<byte> bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)start);
        uint bits = Ends(bytes, ends).ExtractMostSignificantBits();
        length = BitOperations.TrailingZeroCount(bits);
        // A name that starts with what would end it, that is too long, or that a control character stops which is no white space.
        if ((uint)(length - 1) >= NameKey.MostBytes || !IsWhiteSpaceOrSign(source[start + length]))
            return false;
        Vector128<byte> upper = Upper(bytes) & Vector128.Create((byte)0x20);
        key = NameKey.Of(bytes | upper, length);
        return true;
    }

    /// <summary>
    /// Where a name ends that is looked through from <paramref name="from"/> on, as far as whole vectors reach: at a byte that may end it, or at the last place that was looked at.
    /// </summary>
    /// <param name="source">The page.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="ends">What ends the name.</param>
    /// <param name="changes">Set where a letter has to be lowered.</param>
    public static int Skip(ReadOnlySpan<byte> source, int from, NameEnds ends, ref bool changes)
    {
        int i = from;
        for (; i <= source.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i);
            uint end = Ends(bytes, ends).ExtractMostSignificantBits(), upper = Upper(bytes).ExtractMostSignificantBits();
            // Those before the end.
            changes |= (upper & (end - 1) & ~end) != 0;
            if (end != 0)
                return i + BitOperations.TrailingZeroCount(end);
        }
        return i;
    }

    /// <summary>The bytes that may end a name: what ends it, and control characters of which only white space does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Ends(Vector128<byte> bytes, NameEnds ends)
    {
        // Told by the lower four bits: each of them asks for one byte. All up to the space becomes a space first; nothing else is 0, which is asked for by the rest.
        Vector128<byte> atLeastSpace = Vector128.Max(bytes, Vector128.Create((byte)' '));
        Vector128<byte> asked = Vector128.ShuffleNative(Vector128.LoadUnsafe(in MemoryMarshal.GetReference(ends == NameEnds.OfTag ? TagEnds : AttributeEnds)), atLeastSpace & Vector128.Create((byte)15));
        return Vector128.Equals(atLeastSpace, asked);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Upper(Vector128<byte> bytes) => Vector128.LessThan(bytes - Vector128.Create((byte)'A'), Vector128.Create((byte)26));

    private static ReadOnlySpan<byte> TagEnds => [(byte)' ', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'>', (byte)'/'];

    private static ReadOnlySpan<byte> AttributeEnds => [(byte)' ', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'=', (byte)'>', (byte)'/'];

    private static bool IsWhiteSpaceOrSign(byte b) => b >= ' ' || b is (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r';
}
