using System.Net;
using System.Text;

namespace Skiplink.Metadata;

/// <summary>Tidies values that people typed into forms.</summary>
internal static class Tidy
{
    /// <summary>White space collapsed, ends trimmed, and character references decoded that were escaped twice.</summary>
    public static string Text(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        if (IsTidy(text))
            return text;
        StringBuilder tidy = new(text.Length);
        bool space = false;
        foreach (char c in text)
        {
            if (c is '\u00AD' or '\u200B' or '\uFEFF')
                continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = tidy.Length > 0;
                continue;
            }
            if (space)
                tidy.Append(' ');
            space = false;
            tidy.Append(c);
        }
        return tidy.ToString();
    }

    // Most values need nothing done: no white space but single spaces between other characters, nothing that is not seen.
    private static bool IsTidy(string text)
    {
        bool wasSpace = true;
        foreach (char c in text)
        {
            if (c == ' ')
            {
                if (wasSpace)
                    return false;
                wasSpace = true;
                continue;
            }
            if (c < ' ' || (c >= 0x7F && (c is '\u00AD' or '\u200B' or '\uFEFF' || char.IsWhiteSpace(c) || char.IsControl(c))))
                return false;
            wasSpace = false;
        }
        return !wasSpace || text.Length == 0;
    }

    /// <summary>The text without tags, for values that carry markup.</summary>
    public static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
            return text;
        StringBuilder plain = new(text.Length);
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/'))
                depth = 1;
            else if (text[i] == '>' && depth > 0)
                depth = 0;
            else if (depth == 0)
                plain.Append(text[i]);
        }
        return Text(plain.ToString());
    }
}
