using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.SavedText;

/// <summary>
/// Makes a page of saved text, so that everything behind the block table is shared with HTML: a paragraph for each line (or for the lines
/// that were one before they
/// were broken to a width), an item for each line that begins with a list's mark.
/// </summary>
internal static class LinesDocument
{
    /// <summary>The page as markup, in UTF-8.</summary>
    public static byte[] FromText(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        ByteBuffer markup = new();
        markup.Add("<!DOCTYPE html><body>"u8);
        List list = List.None;
        foreach (string line in WrappedLines.Join(LinkMarks.Without(lines)))
        {
            int mark = ListMark.LengthOf(line, out int number);
            List next = mark == 0 ? List.None : number > 0 ? List.Numbers : List.Bullets;
            if (next != list)
                Turn(markup, list, next, number);
            list = next;
            markup.Add(next == List.None ? "<p>"u8 : "<li>"u8);
            Write(markup, line.AsSpan(mark));
        }
        Turn(markup, list, List.None, 0);
        return markup.Span(0, markup.Count).ToArray();
    }

    private enum List
    {
        None,
        Bullets,
        Numbers,
    }

    private static void Turn(ByteBuffer markup, List from, List to, int number)
    {
        markup.Add(from switch { List.Bullets => "</ul>"u8, List.Numbers => "</ol>"u8, _ => default });
        if (to == List.Bullets)
        {
            markup.Add("<ul>"u8);
        }
        else if (to == List.Numbers)
        {
            markup.Add(number == 1 ? "<ol>"u8 : Encoding.UTF8.GetBytes($"<ol start={number}>"));
        }
    }

    /// <summary>
    /// Text as markup: references for what would be a tag, white space (the tabs between cells of a table, too) as spaces, no control
    /// characters.
    /// </summary>
    private static void Write(ByteBuffer markup, ReadOnlySpan<char> line)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (Rune rune in line.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<':
                    markup.Add("&lt;"u8);
                    break;
                case '&':
                    markup.Add("&amp;"u8);
                    break;
                case '\t':
                    markup.Add((byte)' ');
                    break;
                case < ' ':
                    break;
                default:
                    markup.Add(utf8[..rune.EncodeToUtf8(utf8)]);
                    break;
            }
        }
    }
}
