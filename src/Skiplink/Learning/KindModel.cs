namespace Skiplink.Learning;

/// <summary>Predicts what kind of page it is: for each kind one small ensemble, of which the surest wins.</summary>
internal sealed class KindModel(TreeEnsemble[] kinds)
{
    /// <summary>A page that no kind claims with this log-odds is of another kind.</summary>
    private const double LeastScore = -3;

    /// <summary>The kinds that can be predicted: all but <see cref="PageKind.Other"/>.</summary>
    public static IReadOnlyList<PageKind> Predicted { get; } = [.. Enum.GetValues<PageKind>().Where(static kind => kind != PageKind.Other)];

    /// <summary>The ensembles, one for each of <see cref="Predicted"/>.</summary>
    public TreeEnsemble[] Kinds { get; } = kinds;

    public PageKind Predict(ReadOnlySpan<float> features)
    {
        PageKind best = PageKind.Other;
        double most = LeastScore;
        for (int i = 0; i < Kinds.Length; i++)
        {
            double score = Kinds[i].Score(features);
            if (score > most)
                (most, best) = (score, Predicted[i]);
        }
        return best;
    }
}
