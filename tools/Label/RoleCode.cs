using Skiplink;
using Train;

namespace Label;

/// <summary>The letters by which roles are written in labels.</summary>
internal static class RoleCode
{
    /// <summary>The letter of a role.</summary>
    public static char Of(BlockRole role) => RoleLabels.Letters[(int)role];

    /// <summary>Whether a letter stands for a role, or for a block that is undecided.</summary>
    public static bool IsKnown(char letter) => letter == RoleLabels.Undecided || RoleLabels.Letters.Contains(letter);

    /// <summary>The role of a letter; null for a block that is undecided.</summary>
    public static BlockRole? Role(char letter) => letter == RoleLabels.Undecided ? null : (BlockRole)RoleLabels.Letters.IndexOf(letter);
}
