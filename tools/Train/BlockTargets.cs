using Skiplink;
using Skiplink.PageModel;

namespace Train;

/// <summary>What the roles of blocks teach about main text.</summary>
internal static class BlockTargets
{
    /// <summary>
    /// Main text and standfirst are wanted, all else is not. The title and bylines are taken out of the text by rules after the cut, and
    /// corpora differ about captions: these count little or nothing.
    /// </summary>
    public static void FromRoles(RoleLabels roles, BlockTable blocks, out bool[] labels, float[] importance)
    {
        char[] letters = roles.For(blocks);
        labels = new bool[blocks.Count];
        for (int b = 0; b < letters.Length; b++)
        {
            if (letters[b] == RoleLabels.Undecided)
                continue;
            BlockRole role = (BlockRole)RoleLabels.Letters.IndexOf(letters[b]);
            labels[b] = role is BlockRole.Main or BlockRole.Standfirst;
            importance[b] = role switch
            {
                BlockRole.Title => 0,
                BlockRole.Byline or BlockRole.Caption => 0.3f,
                _ => 1,
            };
        }
    }
}
