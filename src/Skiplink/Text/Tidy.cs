using System.Net;

namespace Skiplink.Text;

/// <summary>Tidies values that people typed into forms.</summary>
internal static class Tidy
{
    /// <summary>White space collapsed, ends trimmed, and character references decoded that were escaped twice.</summary>
    public static string Text(string text)
    {
        if (HasReference(text))
            text = WebUtility.HtmlDecode(text);
        if (IsTidy(text))
            return text;
        Span<char> tidy = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        return tidy[..Collapse(text, tidy)].ToString();
    }

    /// <summary><see cref="Text(string)"/> of a text of the arena.</summary>
    public static ReadOnlyMemory<char> Text(ReadOnlyMemory<char> text, TextArena texts)
    {
        if (HasReference(text.Span))
            text = WebUtility.HtmlDecode(text.ToString()).AsMemory();
        text = text.TrimAny(" \n\t\r");
        return IsTidy(text.Span) ? text : texts.Keep(Collapse(text.Span, texts.Reserve(text.Length)));
    }

    /// <summary><see cref="Text(string)"/> of UTF-8.</summary>
    public static ReadOnlyMemory<char> Text(ReadOnlySpan<byte> utf8, TextArena texts) => Text(texts.Decode(utf8.TrimWhiteSpace()), texts);

    // An ampersand without a semicolon after it is no reference.
    private static bool HasReference(ReadOnlySpan<char> text) => text.IndexOf('&') is >= 0 and int at && text[at..].Contains(';');

    private static int Collapse(ReadOnlySpan<char> text, Span<char> tidy)
    {
        int length = 0;
        bool space = false;
        foreach (char c in text)
        {
            bool isPlain = c is > ' ' and <= '~';
            if (!isPlain && Characters.IsInvisible(c))
                continue;
            if (!isPlain && IsSeparator(c))
            {
                space = length > 0;
                continue;
            }
            if (space)
                tidy[length++] = ' ';
            space = false;
            tidy[length++] = c;
        }
        return length;
    }

    /// <summary>In a value an ideographic space separates like any other.</summary>
    private static bool IsSeparator(char c) => Characters.IsSpace(c) || c == '\u3000';

    /// <summary>
    /// Whether there is nothing to do, as for most values: no white space except single spaces between other characters, and nothing
    /// invisible.
    /// </summary>
    private static bool IsTidy(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return true;
        if (text[0] == ' ' || text[^1] == ' ' || text.IndexOf("  ") >= 0)
            return false;
        int at = text.IndexOfAnyExceptInRange(' ', '~');
        if (at < 0)
            return true;
        foreach (char c in text[at..])
        {
            if (c is < ' ' or > '~' && (Characters.IsInvisible(c) || IsSeparator(c)))
                return false;
        }
        return true;
    }

    /// <summary>The text without tags, for values that carry markup.</summary>
    public static ReadOnlyMemory<char> WithoutTags(ReadOnlyMemory<char> value, TextArena texts)
    {
        ReadOnlySpan<char> text = value.Span;
        if (!text.Contains('<'))
            return value;
        Span<char> plain = texts.Reserve(text.Length);
        int depth = 0, length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/'))
                depth = 1;
            else if (text[i] == '>' && depth > 0)
                depth = 0;
            else if (depth == 0)
                plain[length++] = text[i];
        }
        return Text(texts.Keep(length), texts);
    }
}
