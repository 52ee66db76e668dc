using Skiplink.SavedText;

namespace Skiplink.Selection;

/// <summary>
/// Skips the lines of saved text that were recognised: boilerplate, captions, the title and the way to it, byline and date line.
/// </summary>
internal static class SavedTextRule
{
    /// <summary>Less than one in this many of the kept words stands over the title where that is the way to it.</summary>
    private const int MinTimesOver = 8;

    /// <summary>Skips boilerplate, captions, the title and what stands over it.</summary>
    public static void Apply(SelectionDraft draft, SavedTextLayout layout)
    {
        bool isOver = false, isWayThere = IsWayThere(draft, layout);
        for (int i = 0; i < draft.Blocks.Count; i++)
        {
            if (layout.IsBoilerplate(i))
            {
                Skip(draft, i, BlockReason.Boilerplate);
                // What comes behind "Related stories" are related stories.
                isOver |= i > layout.LastParagraph;
            }
            else if (layout.IsCaption(i))
            {
                draft.Skip(i, BlockReason.Caption);
            }
            else if (isOver)
            {
                Skip(draft, i, BlockReason.Boilerplate);
            }
            else if (i == layout.TitleBlock || (i < layout.TitleBlock && isWayThere) || layout.RepeatsTitle(i))
            {
                // What stands over the title is the way there.
                Skip(draft, i, BlockReason.TitleBlock);
            }
        }
    }

    /// <summary>Skips the byline and the date line between title and text.</summary>
    public static void SkipTitleBlock(SelectionDraft draft, IReadOnlyList<int> lines)
    {
        foreach (int line in lines)
            draft.Skip(line, BlockReason.TitleBlock);
    }

    /// <summary>Whether little enough of what is kept stands over the title for it to be menus, and not what the page is about.</summary>
    private static bool IsWayThere(SelectionDraft draft, SavedTextLayout layout)
    {
        int over = 0, all = 0;
        for (int i = 0; i < draft.Blocks.Count; i++)
        {
            int words = draft.IsKept(i) ? draft.Blocks[i].Words : 0;
            all += words;
            over += i < layout.TitleBlock ? words : 0;
        }
        return over * MinTimesOver < all;
    }

    private static void Skip(SelectionDraft draft, int block, BlockReason reason)
    {
        if (draft.IsKept(block))
            draft.Skip(block, reason);
    }
}
