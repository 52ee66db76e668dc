using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Skips the text of a box in which a reader may leave an e-mail address, as for a newsletter: a small element with a field for an address
/// and a few words, however much the text around it looks like the page's.
/// </summary>
internal static class SubscriptionRule
{
    /// <summary>A box has no more words than this.</summary>
    private const int MaxWords = 60;

    /// <summary>Skips such boxes.</summary>
    public static void Apply(SelectionDraft draft, PageDocument page)
    {
        ReadOnlySpan<ElementRow> rows = page.Elements.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Name == HtmlNames.Input && IsForAddress(new(page.Html, rows[i].Node)) && BoxAround(rows, i) is > 0 and var box)
                Skip(draft, rows[box]);
        }
    }

    private static bool IsForAddress(HtmlNode input) => Ascii.EqualsIgnoreCase(input.Utf8Attribute(HtmlNames.Type), "email"u8);

    /// <summary>The outermost element around a field that is small enough to be a box, or 0: what is larger has text of its own.</summary>
    private static int BoxAround(ReadOnlySpan<ElementRow> rows, int field)
    {
        int box = 0;
        for (int i = rows[field].Parent; i > 0 && rows[i].Words <= MaxWords
            && rows[i].Name is not (HtmlNames.Main or HtmlNames.Article); i = rows[i].Parent)
            box = i;
        return box;
    }

    private static void Skip(SelectionDraft draft, in ElementRow box)
    {
        for (int block = box.FirstBlock; block < box.FirstBlock + box.Blocks; block++)
        {
            if (draft.IsKept(block))
                draft.Skip(block, BlockReason.Subscription);
        }
    }
}
