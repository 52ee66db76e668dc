using System.Text;

namespace Skiplink.Cli.Bulk;

/// <summary>Counts words: runs of letters, digits and marks; in scripts without spaces each character is one.</summary>
internal static class WordCount
{
    public static long Of(ReadOnlySpan<byte> utf8)
    {
        long words = 0;
        bool isInWord = false;
        for (int at = 0; at < utf8.Length;)
        {
            byte b = utf8[at];
            if (b < 0x80)
            {
                at++;
                bool isLetter = char.IsAsciiLetterOrDigit((char)b) || (isInWord && b is (byte)'\'' or (byte)'-' or (byte)'_');
                words += isLetter && !isInWord ? 1 : 0;
                isInWord = isLetter;
                continue;
            }
            Rune.DecodeFromUtf8(utf8[at..], out Rune rune, out int length);
            at += length;
            if (IsWordAlone(rune.Value))
            {
                words++;
                isInWord = false;
                continue;
            }
            bool isOfWord = Rune.IsLetterOrDigit(rune) || (isInWord && (IsMark(rune) || rune.Value == 0x2019));
            words += isOfWord && !isInWord ? 1 : 0;
            isInWord = isOfWord;
        }
        return words;
    }

    /// <summary>Han, kana, and the scripts of Thai, Lao, Burmese and Khmer, which set no spaces between words.</summary>
    private static bool IsWordAlone(int rune) => rune is >= 0x3041 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF
        or >= 0x20000 and <= 0x323AF or >= 0x0E01 and <= 0x0E30 or >= 0x0E81 and <= 0x0EB0 or >= 0x1000 and <= 0x102A
        or >= 0x1780 and <= 0x17B3;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
