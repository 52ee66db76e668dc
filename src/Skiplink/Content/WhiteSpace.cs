using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>Collapses white space as a browser shows it: a run is one space. No-break spaces count; soft hyphens and characters of no width are left out.</summary>
internal static class WhiteSpace
{
    /// <summary>Appends the text, each run of white space as one space, also at its ends.</summary>
    public static void Collapse(ReadOnlySpan<byte> text, ByteBuffer to)
    {
        bool space = false;
        for (int i = 0; i < text.Length;)
        {
            int plain = text[i..].IndexOfAnyInRange((byte)0, (byte)' ');
            int wide = text[i..].IndexOfAny((byte)0xC2, (byte)0xE2, (byte)0xEF);
            int run = plain < 0 ? (wide < 0 ? text.Length - i : wide) : (wide < 0 ? plain : Math.Min(plain, wide));
            if (run > 0)
            {
                to.Add(text.Slice(i, run));
                space = false;
                i += run;
                continue;
            }
            int length = LengthOfSpace(text[i..], out bool isSpace);
            if (length == 0)
            {
                length = text[i] == 0xC2 ? 2 : 3;
                to.Add(text.Slice(i, Math.Min(length, text.Length - i)));
                space = false;
            }
            else if (isSpace && !space)
            {
                to.Add((byte)' ');
                space = true;
            }
            i += length;
        }
    }

    /// <summary>How many bytes of white space, or of something without width, the text begins with; 0 for anything else.</summary>
    private static int LengthOfSpace(ReadOnlySpan<byte> text, out bool isSpace)
    {
        isSpace = true;
        if (text[0] <= ' ')
            return 1;
        if (text.Length > 1 && text[0] == 0xC2)
        {
            isSpace = text[1] == 0xA0;
            return text[1] is 0xA0 or 0xAD ? 2 : 0;
        }
        if (text.Length > 2 && text[0] == 0xE2 && text[1] == 0x80)
        {
            // U+2000 to U+200A, U+202F; of no width: U+200B, U+2060 is E2 81 A0.
            isSpace = text[2] != 0x8B;
            return text[2] is (>= 0x80 and <= 0x8B) or 0xAF ? 3 : 0;
        }
        isSpace = false;
        return text.Length > 2 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0;
    }
}
