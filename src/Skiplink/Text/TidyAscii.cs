using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Text;

/// <summary>Makes characters of UTF-8 that is ASCII and tidy already, as most values and lines are: one look at 32 bytes says so, and they are written at once.</summary>
internal static class TidyAscii
{
    /// <summary>Whether a text is one that <see cref="Tidy.Text(string)"/> leaves as it is, of ASCII and without an ampersand. Only then all its characters are written.</summary>
    /// <param name="text">The text, without white space at its ends.</param>
    /// <param name="to">Where to, as long as the text.</param>
    public static bool TryWiden(ReadOnlySpan<byte> text, Span<char> to)
    {
        to = to[..text.Length];
        ref byte input = ref MemoryMarshal.GetReference(text);
        ref ushort output = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(to));
        int at = 0;
        uint isBehindSpace = 0;
        // Both spans are as long as each other, and no vector begins later than its own length before their end.
        for (; at <= text.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            Vector256<byte> part = Vector256.LoadUnsafe(ref input, (nuint)at);
            uint spaces = Vector256.Equals(part, Vector256.Create((byte)' ')).ExtractMostSignificantBits();
            Vector256<byte> odd = Vector256.GreaterThan(part - Vector256.Create((byte)' '), Vector256.Create((byte)('~' - ' '))) | Vector256.Equals(part, Vector256.Create((byte)'&'));
            if (odd != Vector256<byte>.Zero || (spaces & ((spaces << 1) | isBehindSpace)) != 0)
                return false;
            isBehindSpace = spaces >> 31;
            (Vector256<ushort> lower, Vector256<ushort> upper) = Vector256.Widen(part);
            lower.StoreUnsafe(ref output, (nuint)at);
            upper.StoreUnsafe(ref output, (nuint)(at + Vector256<ushort>.Count));
        }
        if (at <= text.Length - Vector128<byte>.Count)
        {
            Vector128<byte> part = Vector128.LoadUnsafe(ref input, (nuint)at);
            uint spaces = Vector128.Equals(part, Vector128.Create((byte)' ')).ExtractMostSignificantBits();
            Vector128<byte> odd = Vector128.GreaterThan(part - Vector128.Create((byte)' '), Vector128.Create((byte)('~' - ' '))) | Vector128.Equals(part, Vector128.Create((byte)'&'));
            if (odd != Vector128<byte>.Zero || (spaces & ((spaces << 1) | isBehindSpace)) != 0)
                return false;
            isBehindSpace = spaces >> 15;
            (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(part);
            lower.StoreUnsafe(ref output, (nuint)at);
            upper.StoreUnsafe(ref output, (nuint)(at + Vector128<ushort>.Count));
            at += Vector128<byte>.Count;
        }
        for (; at < text.Length; at++)
        {
            byte b = text[at];
            if (b is < (byte)' ' or > (byte)'~' or (byte)'&' || (b == ' ' && isBehindSpace != 0))
                return false;
            isBehindSpace = b == ' ' ? 1u : 0;
            to[at] = (char)b;
        }
        return true;
    }
}
