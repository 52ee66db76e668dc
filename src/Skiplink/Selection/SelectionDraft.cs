using System.Diagnostics;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Decisions about the blocks of a page while the rules are being applied. Its memory is used again for each page.
/// </summary>
internal sealed class SelectionDraft : BlockDecisions
{
    private bool _isFrozen;
    private bool _hasRoles;

    /// <summary>Starts anew with no block kept.</summary>
    /// <param name="blocks">The page's blocks.</param>
    public void Start(BlockTable blocks)
    {
        Blocks = blocks;
        _isFrozen = false;
        if (KeptBlocks.Length < blocks.Count)
        {
            int size = Math.Max(blocks.Count, 2 * KeptBlocks.Length);
            (KeptBlocks, Reasons, KeptBefore) = (new bool[size], new BlockReason[size], new int[size + 1]);
        }
        KeptBlocks.AsSpan(0, blocks.Count).Clear();
        for (int i = 0; i < blocks.Count; i++)
            Reasons[i] = blocks[i].IsHidden ? BlockReason.Hidden : BlockReason.Probability;
        (ExpectedF1, LowestKept) = (0, 1);
        (_hasRoles, TitleBlock) = (false, -1);
    }

    /// <summary>Notes the roles that were predicted, and the block of the title.</summary>
    public void SetRoles(ReadOnlySpan<BlockRole> roles, int titleBlock)
    {
        if (Roles.Length < roles.Length)
            Roles = new BlockRole[Math.Max(roles.Length, KeptBlocks.Length)];
        roles.CopyTo(Roles);
        (_hasRoles, TitleBlock) = (true, titleBlock);
    }

    /// <summary>Starts with the decisions of another selection of the same page.</summary>
    public void Start(SelectionResult other)
    {
        Start(other.Blocks);
        other.CopyTo(KeptBlocks, Reasons);
        (ExpectedF1, LowestKept) = (other.ExpectedF1, other.LowestKept);
    }

    /// <summary>Keeps a block, unless it is hidden from readers: no rule keeps that.</summary>
    public void Keep(int block, BlockReason reason)
    {
        Debug.Assert(!_isFrozen, "A frozen selection does not change.");
        if (Blocks[block].IsHidden)
            return;
        (KeptBlocks[block], Reasons[block]) = (true, reason);
    }

    /// <summary>Keeps those blocks of a range that are not kept yet.</summary>
    public void KeepRest(int first, int count, BlockReason reason)
    {
        for (int block = first; block < first + count; block++)
        {
            if (!KeptBlocks[block])
                Keep(block, reason);
        }
    }

    /// <summary>Skips a block. One that is hidden from readers is skipped for that and no other reason.</summary>
    public void Skip(int block, BlockReason reason)
    {
        Debug.Assert(!_isFrozen, "A frozen selection does not change.");
        if (Blocks[block].IsHidden)
            return;
        (KeptBlocks[block], Reasons[block]) = (false, reason);
    }

    /// <summary>Skips all blocks.</summary>
    public void SkipAll(BlockReason reason)
    {
        for (int block = 0; block < Blocks.Count; block++)
            Skip(block, reason);
    }

    /// <summary>Says what the cut lets expect, and the lowest probability above it.</summary>
    public void SetCut(double expectedF1, double lowestKept) => (ExpectedF1, LowestKept) = (expectedF1, lowestKept);

    /// <summary>Ends the draft: what it has decided, good until the draft is started again.</summary>
    public SelectionResult Freeze()
    {
        _isFrozen = true;
        CountKept();
        return new(Blocks, KeptBlocks, Reasons, KeptBefore, ExpectedF1, LowestKept, _hasRoles ? Roles : [], TitleBlock);
    }

    /// <summary>Counts the kept blocks for <see cref="BlockDecisions.KeptIn"/>.</summary>
    public void CountKept()
    {
        int kept = 0;
        for (int i = 0; i < Blocks.Count; i++)
        {
            KeptBefore[i] = kept;
            kept += KeptBlocks[i] ? 1 : 0;
        }
        KeptBefore[Blocks.Count] = kept;
    }
}
