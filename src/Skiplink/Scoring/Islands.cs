using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Scoring;

/// <summary>
/// Keeps what stands among kept text and was skipped for its looks: a block of code, a formula on a line of its own, a paragraph without links. Text on both sides of it,
/// in one parent, says that it belongs; so does being the last of a parent whose text was kept. Captions are not among them: most labels leave them out, as do headings
/// over nothing.
/// </summary>
internal static class Islands
{
    /// <summary>A last paragraph has at least so many words: fewer are a line of its own kind, as a signature is.</summary>
    private const int LeastWords = 4;

    private const Surroundings Structure = Surroundings.Preformatted | Surroundings.List | Surroundings.Table | Surroundings.Definition | Surroundings.Quotation;

    /// <summary>Keeps them.</summary>
    /// <param name="blocks">The page's blocks, after the cut.</param>
    public static void Keep(BlockTable blocks)
    {
        Span<ElementRow> rows = blocks.Elements.Rows;
        for (int i = 1; i < rows.Length; i++)
        {
            ref readonly ElementRow element = ref rows[i];
            if (element.Blocks == 0 || element.Name is not (HtmlNames.P or HtmlNames.Pre or HtmlNames.Math) || !IsSkipped(blocks.Rows.Slice(element.FirstBlock, element.Blocks)))
                continue;
            if (element.Name == HtmlNames.P ? IsParagraphOfText(blocks, i) : IsAmongText(blocks, Outermost(rows, i)))
            {
                foreach (ref BlockRow block in blocks.Rows.Slice(element.FirstBlock, element.Blocks))
                {
                    block.Kept = true;
                    block.Verdict = Verdict.AmongText;
                }
            }
        }
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
        int before = row.FirstBlock - 1, after = row.FirstBlock + row.Blocks, end = parent.FirstBlock + parent.Blocks;
        if (before < parent.FirstBlock || !blocks[before].Kept)
            return false;
        while (after < end && !blocks[after].Kept && (blocks[after].Words == 0 || (blocks.Elements[blocks[after].Inner].Surroundings & Surroundings.Caption) != 0))
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
