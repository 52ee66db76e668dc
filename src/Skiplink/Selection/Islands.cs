using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Keeps what stands among kept text and was skipped for its looks: a block of code, a formula on a line of its own, a paragraph without links. Text on both sides of it,
/// in one parent, says that it belongs; so does being the last of a parent whose text was kept. Captions are not among them: most labels leave them out, as do headings
/// over nothing.
/// </summary>
internal static class Islands
{
    /// <summary>A last paragraph has at least so many words: fewer are a line of its own kind, as a signature is.</summary>
    private const int LeastWords = 4;

    /// <summary>So many captions and signs are looked over on the way to the text behind.</summary>
    private const int MostBetween = 8;

    private const Surroundings Structure = Surroundings.Preformatted | Surroundings.List | Surroundings.Table | Surroundings.Definition | Surroundings.Quotation;

    /// <summary>Keeps them.</summary>
    /// <param name="blocks">The page's blocks, after the cut.</param>
    public static void Keep(BlockTable blocks)
    {
        Span<BlockRow> rows = blocks.Rows;
        for (int i = 1; i < rows.Length; i++)
        {
            // Kept text stands right before each of them.
            if (!rows[i].Kept && rows[i - 1].Kept && ElementOfText(blocks, i) is > 0 and var element)
            {
                foreach (ref BlockRow block in rows.Slice(i, blocks.Elements[element].Blocks))
                {
                    block.Kept = true;
                    block.Verdict = Verdict.AmongText;
                }
            }
        }
    }

    /// <summary>The element that begins with a block and belongs to the text around it, or 0.</summary>
    private static int ElementOfText(BlockTable blocks, int block)
    {
        ElementTable elements = blocks.Elements;
        int found = 0;
        for (int i = blocks[block].Inner; i > 0 && elements[i].FirstBlock == block; i = elements[i].Parent)
        {
            ref readonly ElementRow element = ref elements[i];
            if (element.Blocks > 0 && element.Name is HtmlNames.P or HtmlNames.Pre or HtmlNames.Math && IsSkipped(blocks.Rows.Slice(block, element.Blocks))
                && (element.Name == HtmlNames.P ? IsParagraphOfText(blocks, i) : IsAmongText(blocks, Outermost(elements.Rows, i))))
                found = i;
        }
        return found;
    }

    private static bool IsSkipped(ReadOnlySpan<BlockRow> blocks)
    {
        foreach (ref readonly BlockRow block in blocks)
        {
            if (block.Kept || block.Verdict != Verdict.Scored)
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

    /// <summary>Whether the text goes on behind code or a formula, under the parent of both, or ends with it. A caption or a sign between does not count.</summary>
    private static bool IsAmongText(BlockTable blocks, int element)
    {
        ref readonly ElementRow row = ref blocks.Elements[element];
        ref readonly ElementRow parent = ref blocks.Elements[row.Parent];
        int before = row.FirstBlock - 1, after = row.FirstBlock + row.Blocks, end = parent.FirstBlock + parent.Blocks, last = Math.Min(end, after + MostBetween);
        if (before < parent.FirstBlock || !blocks[before].Kept)
            return false;
        while (after < last && !blocks[after].Kept && (blocks[after].Words == 0 || (blocks.Elements[blocks[after].Inner].Surroundings & Surroundings.Caption) != 0))
            after++;
        return after == end || blocks[after].Kept;
    }

    /// <summary>Whether a paragraph stands between kept text, or ends what goes on behind code, a list, a table or a quotation.</summary>
    private static bool IsParagraphOfText(BlockTable blocks, int element)
    {
        ref readonly ElementRow row = ref blocks.Elements[element];
        ref readonly ElementRow parent = ref blocks.Elements[row.Parent];
        int before = row.FirstBlock - 1, after = row.FirstBlock + row.Blocks;
        if (row.LinkWords > 0 || before < parent.FirstBlock || !blocks[before].Kept)
            return false;
        if (after < parent.FirstBlock + parent.Blocks)
            return blocks[after].Kept;
        Surroundings own = blocks.Elements[blocks[before].Inner].Surroundings & ~parent.Surroundings;
        return row.Words >= LeastWords && (own & Structure) != 0;
    }
}
