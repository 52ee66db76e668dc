using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Surroundings;

/// <summary>The text of the lead that is set apart between title and text.</summary>
internal static class StandfirstText
{
    /// <summary>A lead has no more blocks.</summary>
    private const int MaxBlocks = 6;

    /// <summary>Blocks that stand farther apart are no one lead: byline, date and picture may stand between.</summary>
    private const int MaxGap = 8;

    /// <summary>The blocks of the role, a line each; null when there are none.</summary>
    public static string? Of(PageDocument page, SelectionResult selection)
    {
        List<string>? lines = null;
        int last = -1;
        for (int i = 0; i < selection.Blocks.Count; i++)
        {
            if (selection.RoleOf(i) != BlockRole.Standfirst || selection.Blocks[i].IsHidden)
                continue;
            if (lines is not null && (i - last > MaxGap || lines.Count == MaxBlocks))
                break;
            (lines ??= []).Add(BlockText.Of(page, i));
            last = i;
        }
        return lines is null ? null : string.Join('\n', lines);
    }
}
