using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>What was decided of the blocks of a page: for each whether it is kept, and the reason. It does not change.</summary>
internal sealed class SelectionResult : BlockDecisions
{
    internal SelectionResult(
        BlockTable blocks, bool[] kept, BlockReason[] reasons, int[] keptBefore, double expectedF1, double lowestKept, BlockRole[] roles,
        int titleBlock)
    {
        (Blocks, KeptBlocks, Reasons, KeptBefore) = (blocks, kept, reasons, keptBefore);
        (ExpectedF1, LowestKept, Roles, TitleBlock) = (expectedF1, lowestKept, roles, titleBlock);
    }

    /// <summary>How many blocks are kept.</summary>
    public int KeptCount => KeptBefore[Blocks.Count];

    /// <summary>Copies the decisions.</summary>
    public void CopyTo(bool[] kept, BlockReason[] reasons)
    {
        Kept.CopyTo(kept);
        Reasons.AsSpan(0, Blocks.Count).CopyTo(reasons);
    }
}
