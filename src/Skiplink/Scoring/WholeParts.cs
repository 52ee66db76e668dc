using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Scoring;

/// <summary>
/// A list or a table of which selection kept most is kept whole: a reader who is given a table without one of its cells is given another table. The reverse, skipping
/// the little that was kept of one, was measured and does not pay.
/// </summary>
internal static class WholeParts
{
    /// <summary>How much must have been kept: the mean of its share in words and its share in blocks.</summary>
    private const double MostKept = 0.5;

    /// <summary>Keeps the rest of such parts.</summary>
    public static void Complete(BlockTable blocks)
    {
        Span<ElementRow> rows = blocks.Elements.Rows;
        // From the end: what is inside is settled before what is around it.
        for (int i = rows.Length - 1; i > 0; i--)
        {
            ref readonly ElementRow element = ref rows[i];
            if (element.Blocks < 2 || element.Name is not (HtmlNames.Ul or HtmlNames.Ol or HtmlNames.Dl or HtmlNames.Table))
                continue;
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
