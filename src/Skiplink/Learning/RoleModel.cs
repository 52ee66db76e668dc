namespace Skiplink.Learning;

/// <summary>Predicts the roles of blocks: for each role one small ensemble, of which the one with the highest score wins.</summary>
internal sealed class RoleModel(TreeEnsemble[] roles)
{
    /// <summary>
    /// The roles that can be predicted. Main text is what the block model and the selection keep, and the title block is found by its own
    /// rule.
    /// </summary>
    public static IReadOnlyList<BlockRole> Predicted { get; } =
    [
        BlockRole.Navigation, BlockRole.Related, BlockRole.Promotion, BlockRole.Comment, BlockRole.Caption, BlockRole.Standfirst,
        BlockRole.Byline, BlockRole.Author, BlockRole.Notice, BlockRole.Hidden, BlockRole.Other,
    ];

    /// <summary>The ensembles, one for each of <see cref="Predicted"/>; none in a model that was not taught roles.</summary>
    public TreeEnsemble[] Roles { get; } = roles;
}
