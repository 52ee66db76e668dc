using System.Buffers;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Writes text so that Markdown reads it back as the same text.</summary>
internal static class MarkdownEscape
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("\\`*_[]<&~|$"u8);

    // A longer word may be an address.
    private const int MaxLookBack = 256;

    /// <summary>Writes a part of a line.</summary>
    /// <param name="text">The text; its neighbours may follow without anything between.</param>
    /// <param name="output">Where to.</param>
    /// <param name="previous">The byte before the text on its line; 0 when it begins the line.</param>
    /// <param name="withBars">Whether a bar could be taken for a table's: in a cell, and in a paragraph of several lines.</param>
    /// <param name="withMath">Whether a dollar sign may begin a formula.</param>
    public static void Write(ReadOnlySpan<byte> text, ByteBuffer output, byte previous, bool withBars, bool withMath)
    {
        int from = 0;
        while (true)
        {
            int at = text[from..].IndexOfAny(Special);
            if (at < 0)
                break;
            at += from;
            output.Add(text[from..at]);
            bool needsEscape = NeedsEscape(text, at, at > 0 ? text[at - 1] : previous, withBars, withMath);
            if (needsEscape && text[at] == '<' && IsBehindAddress(output))
            {
                output.Add("&lt;"u8);
            }
            else
            {
                if (needsEscape)
                    output.Add((byte)'\\');
                output.Add(text[at]);
            }
            from = at + 1;
        }
        output.Add(text[from..]);
    }

    /// <summary>
    /// Whether the output ends in what may be an address. Readers that make links of those take backslashes and backticks for a part of it,
    /// so that neither can keep what follows from being a tag.
    /// </summary>
    public static bool IsBehindAddress(ByteBuffer output)
    {
        ReadOnlySpan<byte> tail = output.Span(Math.Max(0, output.Count - MaxLookBack), Math.Min(output.Count, MaxLookBack));
        int start = tail.LastIndexOfAnyInRange((byte)0, (byte)' ') + 1;
        ReadOnlySpan<byte> word = tail[start..];
        return word.Length == MaxLookBack || word.Contains((byte)':') || word.IndexOf("www."u8) >= 0 || word.IndexOf("WWW."u8) >= 0;
    }

    private static bool NeedsEscape(ReadOnlySpan<byte> text, int at, byte previous, bool withBars, bool withMath)
    {
        byte next = at + 1 < text.Length ? text[at + 1] : (byte)0;
        switch (text[at])
        {
            case (byte)'\\':
                return next == 0 || (next < 0x80 && char.IsAsciiLetterOrDigit((char)next) is false && next != ' ');
            case (byte)'_':
                // Between letters a low line marks nothing.
                return !(IsWord(previous) && IsWord(next));
            case (byte)'<':
                return next < ' ' || char.IsAsciiLetter((char)next) || next is (byte)'/' or (byte)'!' or (byte)'?' or 0x7F;
            case (byte)'&':
                return next == 0 || next == '#' || char.IsAsciiLetter((char)next);
            case (byte)'|':
                return withBars;
            case (byte)'$':
                return withMath;
            case (byte)'~':
                // One that only could begin what is struck out begins nothing without one that could end it.
                return next is (byte)'~' or 0 || previous is not (0 or (byte)' ');
            case (byte)'*':
                // A star between blanks marks nothing.
                return !(next == ' ' && previous == ' ');
            default:
                return true;
        }
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b);

    /// <summary>
    /// Escapes what would begin a heading, a list, a quotation, a table or a rule at the start of a line; returns how much of the text it
    /// wrote.
    /// </summary>
    public static int WriteLineStart(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        byte first = text[0], second = text.Length > 1 ? text[1] : (byte)' ';
        bool ends = second is (byte)' ' or (byte)'\t';
        bool begins = first switch
        {
            (byte)'+' => ends,
            (byte)'-' => ends || second is (byte)'-' or (byte)'|' or (byte)':',
            (byte)'#' => true,
            (byte)':' => second == '-',
            (byte)'=' or (byte)'>' or (byte)'|' => true,
            (byte)'*' => ends,
            // Two begin a block of TeX for readers that know formulas. It would end at the next two, which may stand in a block of code.
            (byte)'$' => second == '$' || text.Length == 1,
            _ => false,
        };
        if (begins)
        {
            output.Add((byte)'\\');
            output.Add(first);
            return 1;
        }
        int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits is > 0 and <= 9 && text[digits] is (byte)'.' or (byte)')' && (digits + 1 == text.Length || text[digits + 1] == ' '))
        {
            output.Add(text[..digits]);
            output.Add((byte)'\\');
            output.Add(text[digits]);
            return digits + 1;
        }
        return 0;
    }
}
