using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// A list or a table of which most is kept is kept whole: a reader who is given a table without one of its cells is given another table.
/// The reverse, skipping the little that was kept of one, was measured and does not pay.
/// </summary>
internal sealed class ListCompletion
{
    /// <summary>How much must be kept: the mean of its share in words and its share in blocks.</summary>
    public const double MinShareKept = 0.5;

    private readonly List<int> _parts = [];

    /// <summary>Keeps the rest of such lists and tables.</summary>
    public void Apply(SelectionDraft draft)
    {
        FindParts(draft);
        // From the end: what is inside is settled before what is around it.
        for (int i = _parts.Count - 1; i >= 0; i--)
        {
            ref readonly ElementRow element = ref draft.Blocks.Elements[_parts[i]];
            if (ShareKept(draft, element) is > MinShareKept and < 1)
                draft.KeepRest(element.FirstBlock, element.Blocks, BlockReason.ListCompletion);
        }
    }

    /// <summary>Finds the lists and tables around kept blocks, in the order of the page.</summary>
    private void FindParts(SelectionDraft draft)
    {
        _parts.Clear();
        BlockTable blocks = draft.Blocks;
        ReadOnlySpan<ElementRow> rows = blocks.Elements.Rows;
        int before = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!draft.IsKept(i))
                continue;
            // What holds the kept block before this one too was looked at with it.
            for (int at = blocks[i].Container; at > 0 && rows[at].FirstBlock > before; at = rows[at].Parent)
            {
                if (rows[at].Blocks >= 2 && rows[at].Name is HtmlNames.Ul or HtmlNames.Ol or HtmlNames.Dl or HtmlNames.Table)
                    _parts.Add(at);
            }
            before = i;
        }
        _parts.Sort();
    }

    /// <summary>The mean of the share in words and the share in blocks that is kept of an element.</summary>
    public static double ShareKept(SelectionDraft draft, in ElementRow element)
    {
        int kept = 0, all = 0, keptWords = 0, words = 0;
        for (int i = element.FirstBlock; i < element.FirstBlock + element.Blocks; i++)
        {
            int own = draft.Blocks[i].Words;
            if (own == 0)
                continue;
            all++;
            words += own;
            if (draft.IsKept(i))
            {
                kept++;
                keptWords += own;
            }
        }
        return all == 0 ? 0 : ((keptWords / (double)words) + (kept / (double)all)) / 2;
    }
}
