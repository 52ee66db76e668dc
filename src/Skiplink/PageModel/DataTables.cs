using Skiplink.Html;

namespace Skiplink.PageModel;

/// <summary>Distinguishes tables of data from layout tables.</summary>
internal static class DataTables
{
    /// <summary>No more than this many nodes of a table are looked at.</summary>
    private const int MaxNodes = 4000;

    public static bool IsData(HtmlDocument document, int table)
    {
        HtmlNode root = new(document, table);
        if (root.Utf8Attribute(HtmlNames.Role) is var role && (role.SequenceEqual("presentation"u8) || role.SequenceEqual("none"u8)))
            return false;
        int rows = 0, cells = 0, widest = 0, inRow = 0, blocks = 0, seen = 0;
        bool hasHeader = false, hasCode = false;
        for (HtmlNode node = root.FirstChild; !node.IsNone && seen < MaxNodes; node = node.NextInOrder(root), seen++)
        {
            switch (node.NameId)
            {
                case HtmlNames.Table:
                    return false;
                case HtmlNames.Tr:
                    rows++;
                    inRow = 0;
                    break;
                case HtmlNames.Th or HtmlNames.Caption or HtmlNames.Thead:
                    hasHeader = true;
                    inRow++;
                    cells++;
                    break;
                case HtmlNames.Td:
                    cells++;
                    inRow++;
                    break;
                case HtmlNames.Pre:
                    hasCode = true;
                    break;
                case HtmlNames.P or HtmlNames.Div or HtmlNames.H1 or HtmlNames.H2 or HtmlNames.H3 or HtmlNames.Form or HtmlNames.Article
                    or HtmlNames.Section:
                    blocks++;
                    break;
                default:
                    break;
            }
            widest = Math.Max(widest, inRow);
        }
        // One row with code in it is the code beside its line numbers.
        if (hasCode && rows <= 1)
            return false;
        return widest >= 2 && (hasHeader ? rows >= 1 : rows >= 2 && blocks <= cells * 2);
    }
}
