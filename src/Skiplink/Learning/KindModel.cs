namespace Skiplink.Learning;

/// <summary>Predicts what kind of page it is: for each kind one small ensemble, of which the one with the highest score wins.</summary>
internal sealed class KindModel(TreeEnsemble[] kinds)
{
    /// <summary>The kind of a page is Other unless an ensemble gives it this score, in log-odds.</summary>
    private const double MinScore = -3;

    /// <summary>The kinds that can be predicted: all but <see cref="PageKind.Other"/>.</summary>
    public static IReadOnlyList<PageKind> Predicted { get; } = [.. Enum.GetValues<PageKind>().Where(static kind => kind != PageKind.Other)];

    /// <summary>The ensembles, one for each of <see cref="Predicted"/>.</summary>
    public TreeEnsemble[] Kinds { get; } = kinds;

    public PageKind Predict(ReadOnlySpan<float> features)
    {
        PageKind best = PageKind.Other;
        double max = MinScore;
        for (int i = 0; i < Kinds.Length; i++)
        {
            double score = Kinds[i].Score(features);
            if (score > max)
                (max, best) = (score, Predicted[i]);
        }
        return best;
    }
}
