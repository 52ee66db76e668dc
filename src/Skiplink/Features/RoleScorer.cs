using Skiplink.Learning;

namespace Skiplink.Features;

/// <summary>Gives each block the most probable of the roles that are not main text. Holds scratch memory: one for each thread.</summary>
internal sealed class RoleScorer
{
    private readonly BitScorer _scorer = new();
    private double[] _scores = [];
    private double[] _max = [];
    private BlockRole[] _roles = [];

    /// <summary>The roles of the page that features were built for; valid until the next page.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">The rows of the page's blocks.</param>
    public ReadOnlySpan<BlockRole> Predict(RoleModel model, ReadOnlySpan<float> features)
    {
        int count = features.Length / FeatureRow.Count;
        if (_scores.Length < count)
        {
            int size = Math.Max(count, 2 * _scores.Length);
            (_scores, _max, _roles) = (new double[size], new double[size], new BlockRole[size]);
        }
        Span<BlockRole> roles = _roles.AsSpan(0, count);
        Span<double> scores = _scores.AsSpan(0, count), max = _max.AsSpan(0, count);
        roles.Fill(BlockRole.Navigation);
        max.Fill(double.NegativeInfinity);
        for (int r = 0; r < model.Roles.Length; r++)
        {
            model.Roles[r].Score(features, FeatureRow.Count, scores, _scorer);
            BlockRole role = RoleModel.Predicted[r];
            for (int i = 0; i < count; i++)
            {
                if (scores[i] > max[i])
                    (max[i], roles[i]) = (scores[i], role);
            }
        }
        return roles;
    }
}
