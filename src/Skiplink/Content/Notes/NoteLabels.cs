using System.Text;
using Skiplink.Html;
using Skiplink.Text;
using Skiplink.Vocabulary;

namespace Skiplink.Content.Notes;

/// <summary>The signs that refer to notes and stand before them, and the words that stand over them.</summary>
internal static class NoteLabels
{
    private const int MaxBytes = 24;
    private const int MaxNodes = 40;

    private static readonly HashSet<string> SectionTitles = new(NoteData.Headings, StringComparer.OrdinalIgnoreCase);

    /// <summary>The short text of an element without white space and brackets around it; empty when it has none, or a longer one.</summary>
    public static byte[] Of(HtmlNode root)
    {
        Span<byte> text = stackalloc byte[MaxBytes];
        int length = 0, seen = 0;
        for (HtmlNode node = root; !node.IsNone; node = node.NextInOrder(root))
        {
            if (++seen > MaxNodes)
                return [];
            if (!node.IsText)
                continue;
            ReadOnlySpan<byte> part = node.Utf8Text.TrimWhiteSpace();
            if (length + part.Length > text.Length)
                return [];
            part.CopyTo(text[length..]);
            length += part.Length;
        }
        return Bare(text[..length]).ToArray();
    }

    public static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n[](){}.:"u8);

    /// <summary>
    /// Whether a text can be the sign of a note: a number of up to four digits, one letter or roman number, or a star or dagger.
    /// </summary>
    public static bool IsLabel(ReadOnlySpan<byte> text, bool lettersToo)
    {
        if (text.IsEmpty)
            return false;
        if (!text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return text.Length <= 4;
        if (text.ContainsAnyExcept("*+ivx"u8) is false)
            return text.Length <= 4;
        if (text.Length == 1)
            return lettersToo && char.IsAsciiLetter((char)text[0]);
        string sign = Encoding.UTF8.GetString(text);
        return sign is "†" or "‡" or "§" or "¶" or "††" or "‡‡" or "※"
            || (lettersToo && (sign.StartsWith("note ", StringComparison.OrdinalIgnoreCase)
            || sign.StartsWith("nb ", StringComparison.Ordinal)));
    }

    /// <summary>Whether a heading stands over notes.</summary>
    public static bool IsSectionTitle(HtmlNode heading) =>
        heading.TextContent is { Length: < 40 } text && SectionTitles.Contains(text.Trim().TrimEnd(':'));

    /// <summary>
    /// How much of a text is the label of its note with whatever parts the two (<c>1. </c>, <c>[1] </c>, <c>^ </c>); all of it when it is
    /// nothing else.
    /// </summary>
    public static int LengthAtStart(ReadOnlySpan<byte> text, ReadOnlySpan<byte> label)
    {
        int at = 0;
        bool isOpen = false;
        while (at < text.Length && text[at] is (byte)'[' or (byte)'(' or (byte)' ' or (byte)'^')
        {
            isOpen |= text[at] is (byte)'[' or (byte)'(';
            at++;
        }
        bool isNamed = !label.IsEmpty && text[at..].StartsWith(label);
        if (isNamed)
            at += label.Length;
        int end = at;
        while (at < text.Length && text[at] is (byte)']' or (byte)')' or (byte)'.' or (byte)':')
            at++;
        if (at == text.Length)
            return at;
        // 1954 does not begin with the label 1, nor an opening bracket alone with one.
        if (isNamed ? (at == end && text[at] != ' ') : isOpen || end == 0 && at > 0 && text[at] != ' ')
            return 0;
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }
}
