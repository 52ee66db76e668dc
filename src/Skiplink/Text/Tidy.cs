using System.Net;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    public static ReadOnlyMemory<char> Text(ReadOnlySpan<byte> utf8, TextArena texts)
    {
        ReadOnlySpan<byte> trimmed = utf8.Trim(" \n\t\r"u8);
        return TidyAscii.TryWiden(trimmed, texts.Reserve(trimmed.Length)) ? texts.Keep(trimmed.Length) : Text(texts.Decode(utf8), texts);
    }

    // A sign that no semicolon follows is an ampersand.
    private static bool HasReference(ReadOnlySpan<char> text) => text.IndexOf('&') is >= 0 and int at && text[at..].Contains(';');

    private static int Collapse(ReadOnlySpan<char> text, Span<char> tidy)
    {
        int length = 0;
        bool space = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (i <= text.Length - Vector256<ushort>.Count && TryCopy(text[i..], tidy, ref length, ref space))
            {
                i += Vector256<ushort>.Count - 1;
                continue;
            }
            char c = text[i];
            if ((uint)(c - '!') < '~' - ' ' && !space)
            {
                tidy[length++] = c;
                continue;
            }
            if (c is '\u00AD' or '\u200B' or '\uFEFF')
                continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
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

    /// <summary>Copies the next sixteen characters as they are, if there is nothing to do in them; a space at their end is for later.</summary>
    private static bool TryCopy(ReadOnlySpan<char> text, Span<char> tidy, ref int length, ref bool space)
    {
        Vector256<ushort> part = Vector256.Create(MemoryMarshal.Cast<char, ushort>(text));
        uint spaces = Vector256.Equals(part, Vector256.Create((ushort)' ')).ExtractMostSignificantBits();
        bool isOdd = Vector256.GreaterThan(part - Vector256.Create((ushort)' '), Vector256.Create((ushort)('~' - ' '))) != Vector256<ushort>.Zero;
        // What begins with a space is looked at by itself; so is what has no room behind a space that is still to be written.
        if (isOdd || (spaces & ((spaces << 1) | 1)) != 0 || tidy.Length - length < Vector256<ushort>.Count + 1)
            return false;
        if (space)
            tidy[length++] = ' ';
        part.CopyTo(MemoryMarshal.Cast<char, ushort>(tidy[length..]));
        space = (spaces >> (Vector256<ushort>.Count - 1)) != 0;
        length += Vector256<ushort>.Count - (space ? 1 : 0);
        return true;
    }

    // Most values need nothing done: no white space but single spaces between other characters, nothing that is not seen.
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
            if (c < ' ' || (c >= 0x7F && (c is '\u00AD' or '\u200B' or '\uFEFF' || char.IsWhiteSpace(c) || char.IsControl(c))))
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
