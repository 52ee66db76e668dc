using System.Globalization;
using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Label;

/// <summary>
/// Writes the blocks of a page, a line each: number, path of elements (left out where it is the same as before), number of words with
/// those in links, and how the text begins. Runs of many short blocks of one path are shown by their first and last.
/// </summary>
internal sealed class PageListing(PageDocument page, int maxText = 90)
{
    private const int MinRun = 6;
    private const int MaxRunWords = 9;
    private readonly StringBuilder _text = new();

    /// <summary>The listing.</summary>
    public string Write(string key)
    {
        BlockTable blocks = page.Blocks;
        string title = Title();
        _text.Append(CultureInfo.InvariantCulture, $"=== {key} | {blocks.Count} blocks | title: {Cut(title, 120)}\n");
        string before = "";
        for (int i = 0; i < blocks.Count;)
        {
            string path = PathOf(i);
            int end = RunEnd(i);
            string shown = path == before ? "\"" : path;
            before = path;
            if (end - i >= MinRun)
            {
                _text.Append(
                    CultureInfo.InvariantCulture,
                    $"{i}-{end - 1} {shown} [{end - i} short] {Short(i)} ; {Short(i + 1)} … {Short(end - 1)}\n");
                i = end;
                continue;
            }
            ref readonly BlockRow row = ref blocks[i];
            string links = row.LinkWords > 0 ? $"/{row.LinkWords}" : "";
            _text.Append(
                CultureInfo.InvariantCulture, $"{i} {shown} {row.Words}{links} {Cut(BlockText.Of(page, i), maxText)}\n");
            i++;
        }
        return _text.ToString();
    }

    private string Title()
    {
        for (HtmlNode node = page.Html.Root; !node.IsNone; node = node.NextInOrder(page.Html.Root))
        {
            if (node.NameId == HtmlNames.Title)
                return node.TextContent.Trim();
        }
        return "";
    }

    private string Short(int block) => Cut(BlockText.Of(page, block), 40);

    private int RunEnd(int first)
    {
        BlockTable blocks = page.Blocks;
        uint path = page.Elements[blocks[first].Inner].TagSignature;
        int end = first;
        while (end < blocks.Count && blocks[end].Words <= MaxRunWords && page.Elements[blocks[end].Inner].TagSignature == path)
            end++;
        return end;
    }

    private string PathOf(int block)
    {
        List<string> steps = [];
        for (int element = page.Blocks[block].Inner; element != 0 && steps.Count < 3; element = page.Elements[element].Parent)
        {
            HtmlNode node = new(page.Html, page.Elements[element].Node);
            string name = node.LocalName, mark = node.GetAttribute("class") ?? node.GetAttribute("id") ?? "";
            if (name is "span" or "font" or "b" or "strong" or "em" or "i" or "body" or "tbody" or "tr" && mark.Length == 0)
                continue;
            steps.Add(mark.Length == 0 ? name : $"{name}.{Cut(mark.Trim().Replace(' ', '.'), 22)}");
        }
        steps.Reverse();
        return string.Join('>', steps);
    }

    private static string Cut(string text, int length)
    {
        string line = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        if (line.Length <= length)
            return line;
        length -= char.IsHighSurrogate(line[length - 1]) ? 1 : 0;
        return string.Concat(line.AsSpan(0, length), "…");
    }
}
