using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Keeps a heading between two long blocks that are kept, unless it links somewhere: what stands under it is part of the text, so it is
/// too.
/// </summary>
internal static class HeadingRule
{
    /// <summary>Keeps such headings.</summary>
    public static void Apply(SelectionDraft draft)
    {
        BlockTable blocks = draft.Blocks;
        for (int i = 1; i + 1 < blocks.Count; i++)
        {
            bool isSkippedText = !draft.IsKept(i) && blocks[i].Words > 0 && blocks[i].LinkWords == 0
                && draft.ReasonOf(i) == BlockReason.Probability;
            if (isSkippedText && IsKeptAndLong(draft, i - 1) && IsKeptAndLong(draft, i + 1) && blocks.HeadingLevelOf(i) > 1)
                draft.Keep(i, BlockReason.Heading);
        }
    }

    private static bool IsKeptAndLong(SelectionDraft draft, int block) => draft.IsKept(block) && draft.Blocks[block].IsLong;
}
