using Skiplink.Features;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// A list or a table of which selection kept most is kept whole: a reader who is given a table without one of its cells is given another table. The reverse, skipping
/// the little that was kept of one, was measured and does not pay.
/// </summary>
internal sealed class WholeParts
{
    /// <summary>How much must have been kept: the mean of its share in words and its share in blocks.</summary>
    private const double MostKept = 0.5;

    private readonly List<int> _parts = [];

    /// <summary>Keeps the rest of such parts.</summary>
    public void Complete(BlockTable blocks)
    {
        FindParts(blocks);
        // From the end: what is inside is settled before what is around it.
        for (int i = _parts.Count - 1; i >= 0; i--)
        {
            ref readonly ElementRow element = ref blocks.Elements[_parts[i]];
            Span<BlockRow> inside = blocks.Rows.Slice(element.FirstBlock, element.Blocks);
            if (ShareKept(inside) is > MostKept and < 1)
            {
                foreach (ref BlockRow block in inside)
                {
                    block.Verdict = block.Kept ? block.Verdict : Verdict.PartOfWhole;
                    block.Kept = true;
                }
            }
        }
    }

    /// <summary>Finds the lists and tables around kept blocks, in the order of the page.</summary>
    private void FindParts(BlockTable blocks)
    {
        _parts.Clear();
        Span<ElementRow> rows = blocks.Elements.Rows;
        int before = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].Kept)
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

    /// <summary>Keeps a heading whose neighbours on both sides were kept, unless it links somewhere: what stands under it is part of the text, so it is too.</summary>
    public static void KeepHeadings(BlockTable blocks)
    {
        for (int i = 1; i + 1 < blocks.Count; i++)
        {
            ref BlockRow block = ref blocks[i];
            if (!block.Kept && block.Words > 0 && block.LinkWords == 0 && block.Verdict == Verdict.Scored && blocks[i - 1].Kept && blocks[i + 1].Kept && PageFacts.HeadingLevel(blocks, i) > 1
                && PageFacts.IsLong(blocks[i - 1]) && PageFacts.IsLong(blocks[i + 1]))
            {
                block.Kept = true;
                block.Verdict = Verdict.HeadingWithin;
            }
        }
    }

    private static double ShareKept(ReadOnlySpan<BlockRow> blocks)
    {
        int kept = 0, all = 0, keptWords = 0, words = 0;
        foreach (ref readonly BlockRow block in blocks)
        {
            if (block.Words == 0)
                continue;
            all++;
            words += block.Words;
            if (block.Kept)
            {
                kept++;
                keptWords += block.Words;
            }
        }
        return all == 0 ? 0 : ((keptWords / (double)words) + (kept / (double)all)) / 2;
    }
}
