using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>
/// Collapses white space as a browser shows it: a run is one space. No-break spaces count; soft hyphens, characters of no width and control characters are left out.
/// </summary>
internal static class WhiteSpace
{
    /// <summary>Appends the text, each run of white space as one space, also at its ends. Returns whether a back-slash or a dollar sign is in it: it may hold formulas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="to">Where to append.</param>
    public static bool Collapse(ReadOnlySpan<byte> text, ByteBuffer to)
    {
        int start = to.Reserve(text.Length + Vector256<byte>.Count), at = 0, length = 0;
        Span<byte> output = to.Writable(start, text.Length + Vector256<byte>.Count);
        ref byte input = ref MemoryMarshal.GetReference(text), written = ref MemoryMarshal.GetReference(output);
        bool space = false, hasSigns = false;
        while (at < text.Length)
        {
            if (at <= text.Length - Vector256<byte>.Count)
            {
                // What needs no look is copied 32 bytes at a time: all up to the first byte that is, or may begin, something else than a visible character or a single space.
                Vector256<byte> part = Vector256.LoadUnsafe(ref input, (nuint)at);
                part.StoreUnsafe(ref written, (nuint)length);
                uint spaces = Vector256.Equals(part, Vector256.Create((byte)' ')).ExtractMostSignificantBits();
                Vector256<byte> special = Vector256.LessThan(part, Vector256.Create((byte)' ')) | Vector256.Equals(part, Vector256.Create((byte)0x7F)) | Vector256.Equals(part, Vector256.Create((byte)0xC2))
                    | Vector256.Equals(part, Vector256.Create((byte)0xE2)) | Vector256.Equals(part, Vector256.Create((byte)0xEF));
                Vector256<byte> signs = Vector256.Equals(part, Vector256.Create((byte)'\\')) | Vector256.Equals(part, Vector256.Create((byte)'$'));
                hasSigns |= signs != Vector256<byte>.Zero;
                uint stops = special.ExtractMostSignificantBits() | (spaces & ((spaces << 1) | (space ? 1u : 0)));
                int plain = BitOperations.TrailingZeroCount(stops);
                at += plain;
                length += plain;
                if (plain > 0)
                    space = (spaces & (1u << (plain - 1))) != 0;
                if (plain == Vector256<byte>.Count)
                    continue;
            }
            byte b = text[at];
            if (b == ' ' || b < 0x7F && b > ' ')
            {
                if (b != ' ' || !space)
                    output[length++] = b;
                space = b == ' ';
                hasSigns |= b is (byte)'\\' or (byte)'$';
                at++;
                continue;
            }
            int bytes = LengthOfSpace(text[at..], out bool isSpace);
            if (bytes == 0)
            {
                bytes = Math.Min(b is 0xE2 or 0xEF ? 3 : b == 0xC2 ? 2 : 1, text.Length - at);
                text.Slice(at, bytes).CopyTo(output[length..]);
                length += bytes;
                space = false;
            }
            else if (isSpace && !space)
            {
                output[length++] = (byte)' ';
                space = true;
            }
            at += bytes;
        }
        to.Truncate(start + length);
        return hasSigns;
    }

    /// <summary>How many bytes of white space, or of something that shows nothing, the text begins with; 0 for anything else.</summary>
    private static int LengthOfSpace(ReadOnlySpan<byte> text, out bool isSpace)
    {
        isSpace = text[0] is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');
        if (text[0] <= ' ' || text[0] == 0x7F)
            return 1;
        if (text.Length > 1 && text[0] == 0xC2)
        {
            // U+0085 and U+00A0; of no width: U+00AD.
            isSpace = text[1] != 0xAD;
            return text[1] is 0xA0 or 0xAD or 0x85 ? 2 : 0;
        }
        if (text.Length > 2 && text[0] == 0xE2 && text[1] == 0x80)
        {
            // U+2000 to U+200A, U+2028, U+2029, U+202F; of no width: U+200B.
            isSpace = text[2] != 0x8B;
            return text[2] is (>= 0x80 and <= 0x8B) or 0xA8 or 0xA9 or 0xAF ? 3 : 0;
        }
        if (text.Length > 2 && text[0] == 0xE2 && text[1] == 0x81 && text[2] is 0x9F or 0xA0)
        {
            // U+205F; of no width: U+2060.
            isSpace = text[2] == 0x9F;
            return 3;
        }
        isSpace = false;
        return text.Length > 2 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0;
    }
}
