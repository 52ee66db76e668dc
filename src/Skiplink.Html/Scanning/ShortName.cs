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
        // What ends a name is told by its lower four bits: each of them asks for one byte. All up to the space becomes a space first; nothing else is 0, which is asked for by the rest.
        Vector128<byte> atLeastSpace = Vector128.Max(bytes, Vector128.Create((byte)' '));
        Vector128<byte> asked = Vector128.ShuffleNative(Vector128.LoadUnsafe(in MemoryMarshal.GetReference(ends == NameEnds.OfTag ? TagEnds : AttributeEnds)), atLeastSpace & Vector128.Create((byte)15));
        uint bits = Vector128.Equals(atLeastSpace, asked).ExtractMostSignificantBits();
        length = BitOperations.TrailingZeroCount(bits);
        // A name that starts with what would end it, that is too long, or that a control character stops which is no white space.
        if ((uint)(length - 1) >= NameKey.MostBytes || !IsWhiteSpaceOrSign(source[start + length]))
            return false;
        Vector128<byte> upper = Vector128.LessThan(bytes - Vector128.Create((byte)'A'), Vector128.Create((byte)26)) & Vector128.Create((byte)0x20);
        key = NameKey.Of(bytes | upper, length);
        return true;
    }

    private static ReadOnlySpan<byte> TagEnds => [(byte)' ', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'>', (byte)'/'];

    private static ReadOnlySpan<byte> AttributeEnds => [(byte)' ', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'=', (byte)'>', (byte)'/'];

    private static bool IsWhiteSpaceOrSign(byte b) => b >= ' ' || b is (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r';
}
