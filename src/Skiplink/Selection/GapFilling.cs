using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Keeps what stands among kept text but is below the threshold of the model: a block of code, a formula on a line of its own, a paragraph
/// without links. Text on both sides of it, in one parent, says that it belongs; so does being the last of a parent whose text was kept.
/// Captions are not among them: most labels leave them out, as do headings over nothing.
/// </summary>
internal static class GapFilling
{
    /// <summary>A last paragraph has at least this many words: fewer are a line of its own kind, as a signature is.</summary>
    private const int MinWords = 4;

    /// <summary>At most this many captions and symbols are passed when kept text after the gap is searched for.</summary>
    private const int MaxBetween = 8;

    private const ContextFlags Structure =
        ContextFlags.Preformatted | ContextFlags.List | ContextFlags.Table | ContextFlags.Definition | ContextFlags.Quotation;

    /// <summary>Fills the gaps.</summary>
    public static void Apply(SelectionDraft draft)
    {
        BlockTable blocks = draft.Blocks;
        for (int i = 1; i < blocks.Count; i++)
        {
            // Kept text stands right before each gap.
            if (!draft.IsKept(i) && draft.IsKept(i - 1) && GapAt(draft, i) is > 0 and var element)
                draft.KeepRest(i, blocks.Elements[element].Blocks, BlockReason.GapFilling);
        }
    }

    /// <summary>The outermost element that begins with a block and belongs to the text around it, or 0.</summary>
    private static int GapAt(SelectionDraft draft, int block)
    {
        ElementTable elements = draft.Blocks.Elements;
        int found = 0;
        for (int i = draft.Blocks[block].Inner; i > 0 && elements[i].FirstBlock == block; i = elements[i].Parent)
        {
            ref readonly ElementRow element = ref elements[i];
            bool isGap = element.Blocks > 0 && element.Name is HtmlNames.P or HtmlNames.Pre or HtmlNames.Math && IsSkipped(draft, element);
            if (isGap && (element.Name == HtmlNames.P ? IsParagraphOfText(draft, i) : IsAmongText(draft, Outermost(elements.Rows, i))))
                found = i;
        }
        return found;
    }

    private static bool IsSkipped(SelectionDraft draft, in ElementRow element)
    {
        for (int i = element.FirstBlock; i < element.FirstBlock + element.Blocks; i++)
        {
            if (draft.IsKept(i) || draft.ReasonOf(i) != BlockReason.Probability)
                return false;
        }
        return true;
    }

    /// <summary>The outermost element around that holds nothing else: highlighters and renderers wrap what they show.</summary>
    private static int Outermost(ReadOnlySpan<ElementRow> rows, int element)
    {
        int blocks = rows[element].Blocks;
        while (rows[element].Parent > 0 && rows[rows[element].Parent].Blocks == blocks)
            element = rows[element].Parent;
        return element;
    }

    /// <summary>
    /// Whether the text goes on behind code or a formula, under the parent of both, or ends with it. A caption or a symbol between does not
    /// count.
    /// </summary>
    private static bool IsAmongText(SelectionDraft draft, int element)
    {
        ElementTable elements = draft.Blocks.Elements;
        ref readonly ElementRow row = ref elements[element];
        ref readonly ElementRow parent = ref elements[row.Parent];
        int before = row.FirstBlock - 1, after = row.FirstBlock + row.Blocks, end = parent.FirstBlock + parent.Blocks,
            last = Math.Min(end, after + MaxBetween);
        if (before < parent.FirstBlock || !draft.IsKept(before))
            return false;
        while (after < last && !draft.IsKept(after) && IsCaptionOrSymbol(draft.Blocks, after))
            after++;
        return after == end || draft.IsKept(after);
    }

    private static bool IsCaptionOrSymbol(BlockTable blocks, int block) =>
        blocks[block].Words == 0 || (blocks.Elements[blocks[block].Inner].Context & ContextFlags.Caption) != 0;

    /// <summary>Whether a paragraph stands between kept text, or ends what goes on behind code, a list, a table or a quotation.</summary>
    private static bool IsParagraphOfText(SelectionDraft draft, int element)
    {
        ElementTable elements = draft.Blocks.Elements;
        ref readonly ElementRow row = ref elements[element];
        ref readonly ElementRow parent = ref elements[row.Parent];
        int before = row.FirstBlock - 1, after = row.FirstBlock + row.Blocks;
        if (row.LinkWords > 0 || before < parent.FirstBlock || !draft.IsKept(before))
            return false;
        if (after < parent.FirstBlock + parent.Blocks)
            return draft.IsKept(after);
        ContextFlags own = elements[draft.Blocks[before].Inner].Context & ~parent.Context;
        return row.Words >= MinWords && (own & Structure) != 0;
    }
}
