using System.Buffers;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>
/// Collapses white space as a browser shows it: a run is one space. No-break spaces count; soft hyphens, characters of no width and control characters are left out.
/// </summary>
internal static class WhiteSpace
{
    // White space but the space, controls, and the first bytes of the wider characters that matter: U+0080 to U+00BF, U+2000 to U+2FFF, U+F000 to U+FFFF.
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, 32).Select(static i => (byte)i), 0x7F, 0xC2, 0xE2, 0xEF]);

    /// <summary>Appends the text, each run of white space as one space, also at its ends.</summary>
    public static void Collapse(ReadOnlySpan<byte> text, ByteBuffer to)
    {
        bool space = false;
        while (true)
        {
            int run = text.IndexOfAny(Special);
            AddSpaced(run < 0 ? text : text[..run], to, ref space);
            if (run < 0)
                return;
            text = text[run..];
            int length = LengthOfSpace(text, out bool isSpace);
            if (length == 0)
            {
                length = Math.Min(text[0] == 0xC2 ? 2 : 3, text.Length);
                to.Add(text[..length]);
                space = false;
            }
            else if (isSpace && !space)
            {
                to.Add((byte)' ');
                space = true;
            }
            text = text[length..];
        }
    }

    /// <summary>Appends text that has spaces for its only white space.</summary>
    private static void AddSpaced(ReadOnlySpan<byte> text, ByteBuffer to, ref bool space)
    {
        while (true)
        {
            if (space)
                text = text.TrimStart((byte)' ');
            if (text.IsEmpty)
                return;
            int two = text.IndexOf("  "u8);
            ReadOnlySpan<byte> part = two < 0 ? text : text[..(two + 1)];
            to.Add(part);
            space = part[^1] == ' ';
            if (two < 0)
                return;
            text = text[(two + 2)..];
        }
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
