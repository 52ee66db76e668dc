using System.Globalization;
using System.Text;

namespace Skiplink.Server.Negotiation;

/// <summary>
/// Estimates how many tokens a language model makes of a text, without a tokenizer: four characters of ASCII are one, two of other
/// alphabets, one ideograph, syllable or kana.
/// </summary>
internal static class TokenEstimate
{
    /// <summary>Quarters of a token of a character.</summary>
    private static int QuartersOf(Rune rune) =>
        rune.IsAscii ? 1 : rune.Value is >= 0x2E80 and <= 0xD7FF or >= 0xF900 and <= 0xFAFF or >= 0x20000 ? 4 : 2;

    public static int Of(string text)
    {
        long quarters = 0;
        foreach (Rune rune in text.EnumerateRunes())
            quarters += QuartersOf(rune);
        return (int)Math.Min(int.MaxValue, (quarters + 3) / 4);
    }

    /// <summary>The beginning of a text that has no more than so many tokens, up to the end of a paragraph, a line or a word.</summary>
    public static string Trim(string text, int maxTokens)
    {
        long quarters = 0;
        int at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            quarters += QuartersOf(rune);
            if (quarters > 4L * maxTokens)
                return text[..EndOfPart(text, at)].TrimEnd();
            at += rune.Utf16SequenceLength;
        }
        return text;
    }

    /// <summary>Where to cut: at the last break before a place, unless that would lose more than a fifth.</summary>
    private static int EndOfPart(string text, int at)
    {
        foreach (string end in (ReadOnlySpan<string>)["\n\n", "\n", " "])
        {
            int found = at == 0 ? -1 : text.LastIndexOf(end, at - 1, StringComparison.Ordinal);
            if (found > at * 4 / 5)
                return found;
        }
        return at;
    }

    /// <summary>As a header has it.</summary>
    public static string Header(int tokens) => tokens.ToString(CultureInfo.InvariantCulture);
}
