using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Skiplink.Html.Names;

namespace Skiplink.Html.Scanning;

/// <summary>Where a name ends: at white space, <c>/</c> or <c>&gt;</c>, and the name of an attribute also at <c>=</c>.</summary>
internal enum NameEnds
{
    OfTag,
    OfAttribute,
}

/// <summary>
/// A fast path for nearly all names: at most fifteen bytes, no control characters, not within the last bytes of the page.
/// </summary>
internal static class ShortName
{
    /// <summary>Reads the name at <paramref name="start"/> in lower case; false if it has to be read byte by byte.</summary>
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
        // Empty, too long, or ended by a control character that is not white space.
        if ((uint)(length - 1) >= NameKey.MaxBytes || !IsWhiteSpaceOrSign(source[start + length]))
            return false;
        Vector128<byte> upper = Upper(bytes) & Vector128.Create((byte)0x20);
        key = NameKey.Of(bytes | upper, length);
        return true;
    }

    /// <summary>
    /// Searches for the end of a name, as far as whole vectors reach: the position of a byte that may end it, or of the first byte not
    /// searched.
    /// </summary>
    /// <param name="source">The page.</param>
    /// <param name="from">Where to start.</param>
    /// <param name="ends">What ends the name.</param>
    /// <param name="changes">Set if a letter is in upper case.</param>
    public static int Skip(ReadOnlySpan<byte> source, int from, NameEnds ends, ref bool changes)
    {
        int i = from;
        for (; i <= source.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (uint)i);
            uint end = Ends(bytes, ends).ExtractMostSignificantBits(), upper = Upper(bytes).ExtractMostSignificantBits();
            // Upper-case letters before the end.
            changes |= (upper & (end - 1) & ~end) != 0;
            if (end != 0)
                return i + BitOperations.TrailingZeroCount(end);
        }
        return i;
    }

    /// <summary>
    /// The bytes that may end a name: its delimiters, and all control characters, of which only white space really ends it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Ends(Vector128<byte> bytes, NameEnds ends)
    {
        // Each of the sixteen values of the lower four bits can be a delimiter for one byte only, so that one table look-up and one
        // comparison find all of them. Control characters count as spaces.
        Vector128<byte> atLeastSpace = Vector128.Max(bytes, Vector128.Create((byte)' '));
        Vector128<byte> table = Vector128.LoadUnsafe(in MemoryMarshal.GetReference(ends == NameEnds.OfTag ? TagEnds : AttributeEnds));
        return Vector128.Equals(atLeastSpace, Vector128.ShuffleNative(table, atLeastSpace & Vector128.Create((byte)15)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Upper(Vector128<byte> bytes) =>
        Vector128.LessThan(bytes - Vector128.Create((byte)'A'), Vector128.Create((byte)26));

    private static ReadOnlySpan<byte> TagEnds => [(byte)' ', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'>', (byte)'/'];

    private static ReadOnlySpan<byte> AttributeEnds => [(byte)' ', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'=', (byte)'>', (byte)'/'];

    private static bool IsWhiteSpaceOrSign(byte b) => b >= ' ' || b is (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r';
}
