using Skiplink.Features;

namespace Skiplink.Selection;

/// <summary>
/// Skips blocks of an article that are above the cut but are more probably something else than not: comments, promotion, teasers, what is
/// said about the author. The block model has learned from labels that differ about these; the role model has learned what they are. On
/// other kinds of pages the same blocks are often what the page is for.
/// </summary>
internal static class RoleRule
{
    /// <summary>The log-odds of roles that the block model confuses with main text most.</summary>
    private const float MinLogOdds = 0;

    /// <summary>The same for roles that headings and short lines of the text look like.</summary>
    private const float MinLogOddsOfLines = 1;

    /// <summary>Skips them.</summary>
    public static void Apply(SelectionDraft draft, RoleScorer roles, PageKind kind)
    {
        if (kind != PageKind.Article)
            return;
        for (int i = 0; i < draft.Blocks.Count; i++)
        {
            if (!draft.IsKept(i) || draft.ReasonOf(i) == BlockReason.Standfirst)
                continue;
            float min = roles.Roles[i] switch
            {
                BlockRole.Comment or BlockRole.Promotion or BlockRole.Related => MinLogOdds,
                BlockRole.Author or BlockRole.Notice or BlockRole.Navigation => MinLogOddsOfLines,
                _ => float.PositiveInfinity,
            };
            if (roles.LogOdds[i] > min)
                draft.Skip(i, BlockReason.Role);
        }
    }
}
