using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.SavedText;

/// <summary>
/// Makes a page of saved text: a paragraph for each line, so that everything behind the block table is shared with HTML. Lines that were broken to a width are joined
/// again where the text shows that it was.
/// </summary>
internal static class LinesDocument
{
    /// <summary>A text was broken to a width when most of its lines are within this many characters of the longest, and that is not above the most.</summary>
    private const int Slack = 18;
    private const int MostWidth = 100;
    private const int LeastWidth = 50;

    /// <summary>The page as markup, in UTF-8.</summary>
    public static byte[] FromText(string text)
    {
        ByteBuffer markup = new();
        markup.Add("<!DOCTYPE html><body>"u8);
        foreach (string line in Paragraphs(text))
        {
            markup.Add("<p>"u8);
            foreach (byte b in Encoding.UTF8.GetBytes(line))
            {
                switch (b)
                {
                    case (byte)'<':
                        markup.Add("&lt;"u8);
                        break;
                    case (byte)'&':
                        markup.Add("&amp;"u8);
                        break;
                    case 0:
                        break;
                    default:
                        markup.Add(b);
                        break;
                }
            }
        }
        return markup.Span(0, markup.Count).ToArray();
    }

    private static IEnumerable<string> Paragraphs(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries);
        if (!IsBrokenToWidth(lines))
            return lines.Where(static l => l.Length > 0);
        List<string> paragraphs = [];
        StringBuilder paragraph = new();
        foreach (string line in lines.Append(""))
        {
            if (line.Length == 0 && paragraph.Length > 0)
            {
                paragraphs.Add(paragraph.ToString());
                paragraph.Clear();
            }
            else if (line.Length > 0)
            {
                paragraph.Append(paragraph.Length > 0 ? " " : "").Append(line);
            }
        }
        return paragraphs;
    }

    private static bool IsBrokenToWidth(string[] lines)
    {
        int longest = lines.Max(static l => l.Length);
        if (longest is < LeastWidth or > MostWidth)
            return false;
        int inside = 0, full = 0;
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i + 1].Length == 0)
                continue;
            inside++;
            full += lines[i].Length >= longest - Slack ? 1 : 0;
        }
        return inside >= 4 && full * 3 >= inside * 2;
    }
}
