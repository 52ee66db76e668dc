using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>A block without a single word (a row of stars, an arrow) goes with the blocks on both sides of it.</summary>
internal static class SymbolRule
{
    /// <summary>Keeps or skips such blocks.</summary>
    public static void Apply(SelectionDraft draft, ReadOnlySpan<float> probabilities)
    {
        BlockTable blocks = draft.Blocks;
        float lowest = (float)draft.LowestKept;
        for (int i = 1; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Words > 0)
                continue;
            if (probabilities[i] >= lowest && draft.IsKept(i - 1) && draft.IsKept(i + 1))
                draft.Keep(i, BlockReason.Symbol);
            else if (draft.IsKept(i))
                draft.Skip(i, BlockReason.Probability);
        }
    }
}
