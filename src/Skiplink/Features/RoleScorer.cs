using Skiplink.Learning;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>Gives each block the most probable of the roles that are not main text. Holds scratch memory: one for each thread.</summary>
internal sealed class RoleScorer
{
    private readonly BitScorer _scorer = new();
    private double[] _scores = [];
    private float[] _logOdds = [];
    private float[] _max = [];
    private BlockRole[] _roles = [];

    /// <summary>The roles of the page that features were built for; valid until the next page.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">The rows of the page's blocks.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="groups">Their groups: roles too are those of groups more than of single blocks.</param>
    public ReadOnlySpan<BlockRole> Predict(RoleModel model, ReadOnlySpan<float> features, BlockTable blocks, GroupSmoothing groups)
    {
        int count = features.Length / FeatureRow.Count;
        if (_scores.Length < count)
        {
            int size = Math.Max(count, 2 * _scores.Length);
            (_scores, _logOdds, _max, _roles) = (new double[size], new float[size], new float[size], new BlockRole[size]);
        }
        Span<BlockRole> roles = _roles.AsSpan(0, count);
        Span<double> scores = _scores.AsSpan(0, count);
        Span<float> max = _max.AsSpan(0, count), logOdds = _logOdds.AsSpan(0, count);
        roles.Fill(BlockRole.Navigation);
        max.Fill(float.NegativeInfinity);
        for (int r = 0; r < model.Roles.Length; r++)
        {
            model.Roles[r].Score(features, FeatureRow.Count, scores, _scorer);
            for (int i = 0; i < count; i++)
                logOdds[i] = (float)scores[i];
            groups.ApplyToLogOdds(blocks, logOdds);
            BlockRole role = RoleModel.Predicted[r];
            for (int i = 0; i < count; i++)
            {
                if (logOdds[i] > max[i])
                    (max[i], roles[i]) = (logOdds[i], role);
            }
        }
        return roles;
    }

    /// <summary>The roles that <see cref="Predict"/> gave.</summary>
    public ReadOnlySpan<BlockRole> Roles => _roles;

    /// <summary>The log-odds of the role that <see cref="Predict"/> gave each block.</summary>
    public ReadOnlySpan<float> LogOdds => _max;
}
