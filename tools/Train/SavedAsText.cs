using System.Globalization;
using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Train;

/// <summary>
/// Writes the text of a page as programs do that save it: the visible blocks, a line each; the cells of a row in one line with tabs
/// between.
/// </summary>
internal static class SavedAsText
{
    private const ContextFlags Unseen = ContextFlags.Hidden | ContextFlags.NoScript | ContextFlags.Select;

    /// <summary>The text.</summary>
    /// <param name="page">The page.</param>
    /// <param name="withMarks">Whether items of lists have their marks.</param>
    public static string Write(PageDocument page, bool withMarks)
    {
        BlockTable blocks = page.Blocks;
        StringBuilder text = new();
        Dictionary<int, int> items = [];
        int lastRow = -1;
        for (int block = 0; block < blocks.Count; block++)
        {
            if ((blocks.Elements[blocks[block].Inner].Context & Unseen) != 0)
                continue;
            string line = TextOf(page, block);
            if (line.Length == 0)
                continue;
            int row = Ancestor(blocks, block, HtmlNames.Tr), item = Ancestor(blocks, block, HtmlNames.Li);
            if (text.Length > 0)
                text.Append(row >= 0 && row == lastRow ? '\t' : '\n');
            if (withMarks && item >= 0 && blocks.Elements[item].FirstBlock == block)
                text.Append(MarkOf(blocks, item, items));
            text.Append(line);
            lastRow = row;
        }
        return text.Append('\n').ToString();
    }

    private static string MarkOf(BlockTable blocks, int item, Dictionary<int, int> items)
    {
        int list = blocks.Elements[item].Parent;
        if (blocks.Elements[list].Name != HtmlNames.Ol)
            return "* ";
        items[list] = items.GetValueOrDefault(list) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{items[list]}. ");
    }

    private static int Ancestor(BlockTable blocks, int block, int name)
    {
        for (int element = blocks[block].Inner; element != 0; element = blocks.Elements[element].Parent)
        {
            if (blocks.Elements[element].Name == name)
                return element;
        }
        return -1;
    }

    private static string TextOf(PageDocument page, int block)
    {
        StringBuilder text = new();
        foreach (int node in page.Blocks.TextNodesOf(block))
            text.Append(Encoding.UTF8.GetString(page.Html[node].Utf8Text));
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
