using System.Buffers;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Writes text so that Markdown reads it back as the same text.</summary>
internal static class MarkdownEscape
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("\\`*_[]<&~|!#"u8);

    public static void Write(ReadOnlySpan<byte> text, ByteBuffer output, bool atLineStart, bool isCell)
    {
        if (atLineStart)
            text = text[WriteLineStart(text, output)..];
        int from = 0;
        while (true)
        {
            int at = text[from..].IndexOfAny(Special);
            if (at < 0)
                break;
            at += from;
            output.Add(text[from..at]);
            if (NeedsEscape(text, at, isCell))
                output.Add((byte)'\\');
            output.Add(text[at]);
            from = at + 1;
        }
        output.Add(text[from..]);
    }

    private static bool NeedsEscape(ReadOnlySpan<byte> text, int at, bool isCell)
    {
        byte next = at + 1 < text.Length ? text[at + 1] : (byte)0;
        switch (text[at])
        {
            case (byte)'\\':
                return next == 0 || char.IsAsciiLetterOrDigit((char)next) is false;
            case (byte)'_':
                // Between letters a low line marks nothing.
                return !(at > 0 && IsWord(text[at - 1]) && IsWord(next));
            case (byte)'<':
                return next == 0 || char.IsAsciiLetter((char)next) || next is (byte)'/' or (byte)'!' or (byte)'?';
            case (byte)'&':
                return next == '#' || char.IsAsciiLetter((char)next);
            case (byte)'!':
                return next is (byte)'[' or 0;
            case (byte)'|':
                return isCell;
            case (byte)'#':
                // Only the end of a heading could be taken for its closing marks.
                return next is 0;
            default:
                return true;
        }
    }

    private static bool IsWord(byte b) => b >= 0x80 || char.IsAsciiLetterOrDigit((char)b);

    /// <summary>Escapes what would begin a heading, a list, a quotation or a rule; returns how much of the text it wrote.</summary>
    private static int WriteLineStart(ReadOnlySpan<byte> text, ByteBuffer output)
    {
        byte first = text[0], second = text.Length > 1 ? text[1] : (byte)' ';
        bool ends = second is (byte)' ' or (byte)'\t';
        if ((first is (byte)'+' or (byte)'-' && (ends || second == first)) || first is (byte)'#' or (byte)'>' or (byte)'=')
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
