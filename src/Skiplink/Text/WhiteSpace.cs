using System.Numerics;
using System.Runtime.Intrinsics;
using Skiplink.Html.Arena;

namespace Skiplink.Text;

/// <summary>
/// Collapses white space of UTF-8: a run of <see cref="Characters.IsSpace"/> is one space, and what <see cref="Characters.IsInvisible"/> is
/// left out.
/// </summary>
internal static class WhiteSpace
{
    /// <inheritdoc cref="Collapse(ReadOnlySpan{byte}, int, ByteBuffer)"/>
    /// <param name="text">The text.</param>
    /// <param name="to">Where to append.</param>
    public static bool Collapse(ReadOnlySpan<byte> text, ByteBuffer to) => Collapse(text, text.Length, to);

    /// <summary>
    /// Appends the text, each run of white space as one space, also at its ends. Returns whether a back-slash or a dollar sign is in it: it
    /// may hold formulas.
    /// </summary>
    /// <param name="memory">The text and whatever stands behind it, so that it can be loaded 64 bytes at a time.</param>
    /// <param name="length">How many bytes the text has.</param>
    /// <param name="to">Where to append.</param>
    public static bool Collapse(ReadOnlySpan<byte> memory, int length, ByteBuffer to)
    {
        int start = to.Reserve(length + Vector512<byte>.Count), at = 0, done = 0;
        Span<byte> output = to.Writable(start, length + Vector512<byte>.Count);
        ulong signs = 0, isBehindSpace = 0;
        while (at < length)
        {
            // What needs no look is copied as it stands: all up to the first byte that is, or may begin, something else than a visible
            // character or a single space.
            Vector512<byte> part = Copy(memory[at..], output[done..]);
            ulong own = at <= length - Vector512<byte>.Count ? ulong.MaxValue : (1UL << (length - at)) - 1;
            signs |= own & (Vector512.Equals(part, Vector512.Create((byte)'\\'))
                | Vector512.Equals(part, Vector512.Create((byte)'$'))).ExtractMostSignificantBits();
            ulong spaces = Vector512.Equals(part, Vector512.Create((byte)' ')).ExtractMostSignificantBits();
            ulong stops = ~own | Special(part) | (spaces & ((spaces << 1) | isBehindSpace));
            int plain = BitOperations.TrailingZeroCount(stops);
            at += plain;
            done += plain;
            if (plain > 0)
                isBehindSpace = (spaces >> (plain - 1)) & 1;
            if (plain == Vector512<byte>.Count || at == length)
                continue;
            ulong white = own & (spaces | Vector512.LessThan(part - Vector512.Create((byte)'\t'),
                Vector512.Create((byte)5)).ExtractMostSignificantBits());
            bool isSpace = true;
            int run = BitOperations.TrailingZeroCount(~(white >> plain));
            if (run == 0)
                run = LengthOfSpace(memory[at..length], out isSpace);
            if (run == 0)
            {
                run = Math.Min(memory[at] is 0xE2 or 0xEF ? 3 : memory[at] == 0xC2 ? 2 : 1, length - at);
                memory.Slice(at, run).CopyTo(output[done..]);
                done += run;
                isBehindSpace = 0;
            }
            else if (isSpace && isBehindSpace == 0)
            {
                output[done++] = (byte)' ';
                isBehindSpace = 1;
            }
            at += run;
        }
        to.Truncate(start + done);
        return signs != 0;
    }

    /// <summary>Copies 64 bytes, or what there is, and gives them.</summary>
    private static Vector512<byte> Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        if (from.Length < Vector512<byte>.Count)
        {
            from.CopyTo(to);
            return Vector512.Create<byte>(to);
        }
        Vector512<byte> part = Vector512.Create(from);
        part.CopyTo(to);
        return part;
    }

    /// <summary>A bit for each byte that is a control character, or may begin white space or something that shows nothing.</summary>
    private static ulong Special(Vector512<byte> part)
    {
        ulong special = (Vector512.LessThan(part, Vector512.Create((byte)' '))
            | Vector512.Equals(part, Vector512.Create((byte)0x7F))).ExtractMostSignificantBits(), high = part.ExtractMostSignificantBits();
        if (high == 0)
            return special;
        ulong three = Vector512.Equals(part, Vector512.Create((byte)0xE2)).ExtractMostSignificantBits(),
            mark = Vector512.Equals(part, Vector512.Create((byte)0xEF)).ExtractMostSignificantBits();
        special |= Vector512.Equals(part, Vector512.Create((byte)0xC2)).ExtractMostSignificantBits();
        if (mark != 0)
            special |= mark & ((Vector512.Equals(part, Vector512.Create((byte)0xBB)).ExtractMostSignificantBits() >> 1) | (1UL << 63));
        if (three == 0)
            return special;
        // Quotation marks and dashes stand among the spaces of U+2000 and are all but as frequent as commas: E2 80 and 80 to 8B, or A8 and
        // more.
        ulong general = Vector512.Equals(part, Vector512.Create((byte)0x80)).ExtractMostSignificantBits() >> 1;
        ulong joiners = Vector512.Equals(part, Vector512.Create((byte)0x81)).ExtractMostSignificantBits() >> 1;
        ulong spaces = (high & Vector512.LessThan(part, Vector512.Create((byte)0x8C)).ExtractMostSignificantBits())
            | Vector512.GreaterThan(part, Vector512.Create((byte)0xA7)).ExtractMostSignificantBits();
        return special | (three & ((general & (spaces >> 2)) | joiners | (3UL << 62)));
    }

    /// <summary>How many bytes of white space, or of something that shows nothing, the text begins with; 0 for anything else.</summary>
    private static int LengthOfSpace(ReadOnlySpan<byte> text, out bool isSpace)
    {
        isSpace = text[0] is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');
        if (text[0] <= ' ' || text[0] == 0x7F)
            return 1;
        if (text.Length > 1 && text[0] == 0xC2)
        {
            // U+0085 and U+00A0; invisible: U+00AD.
            isSpace = text[1] != 0xAD;
            return text[1] is 0x85 or 0xA0 or 0xAD ? 2 : 0;
        }
        if (text.Length > 2 && text[0] == 0xE2 && text[1] == 0x80)
        {
            // U+2000 to U+200A, U+2028, U+2029, U+202F; invisible: U+200B.
            isSpace = text[2] != 0x8B;
            return text[2] is (>= 0x80 and <= 0x8B) or 0xA8 or 0xA9 or 0xAF ? 3 : 0;
        }
        if (text.Length > 2 && text[0] == 0xE2 && text[1] == 0x81 && text[2] is 0x9F or 0xA0)
        {
            // U+205F; invisible: U+2060.
            isSpace = text[2] == 0x9F;
            return 3;
        }
        isSpace = false;
        return text.Length > 2 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0;
    }
}
