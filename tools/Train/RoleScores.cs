using Skiplink;
using Skiplink.Features;

namespace Train;

/// <summary>How well roles are predicted: precision, recall and F1 over blocks for each role, over all labelled pages.</summary>
internal sealed class RoleScores
{
    private static readonly float Sure = float.Parse(Environment.GetEnvironmentVariable("SK_SURE") ?? "0");
    private readonly Lock _lock = new();
    private readonly long[,] _counts = new long[RoleLabels.Letters.Length, RoleLabels.Letters.Length];

    /// <summary>Adds a page. Kept blocks are main text, others have the role that the model predicts.</summary>
    public void Add(PreparedPage page, PageReading reading, ScoringModel model)
    {
        GroupSmoothing groups = new();
        groups.Start(page.Blocks);
        RoleScorer scorer = new();
        ReadOnlySpan<BlockRole> predicted =
            scorer.Predict(model.Roles, new FeatureBuilder().Build(page.Model, model.Lexicon), page.Blocks, groups);
        ReadOnlySpan<float> logOdds = scorer.LogOdds;
        lock (_lock)
        {
            for (int b = 0; b < page.Blocks.Count; b++)
            {
                if (page.Roles![b] == RoleLabels.Undecided)
                    continue;
                BlockRole role = reading.Kept[b] && !(logOdds[b] > Sure) ? BlockRole.Main : predicted[b];
                _counts[RoleLabels.Letters.IndexOf(page.Roles[b]), (int)role]++;
            }
        }
    }

    /// <summary>Prints them.</summary>
    public void Print()
    {
        int roles = RoleLabels.Letters.Length;
        Console.WriteLine("roles of blocks, out of fold:");
        for (int r = 0; r < roles; r++)
        {
            long labelled = Enumerable.Range(0, roles).Sum(c => _counts[r, c]),
                predicted = Enumerable.Range(0, roles).Sum(c => _counts[c, r]);
            if (labelled > 0)
            {
                Console.WriteLine(
                    $"  {(BlockRole)r,-11} P {_counts[r, r] / Math.Max(1.0, predicted):F3}  R {_counts[r, r] / (double)labelled:F3}"
                    + $"  F1 {2.0 * _counts[r, r] / (labelled + predicted):F3}  {labelled} blocks   as: "
                    + string.Join(' ', Enumerable.Range(0, roles).Where(c => c != r && _counts[r, c] * 50 > labelled)
                        .Select(c => $"{(BlockRole)c} {_counts[r, c] / (double)labelled:F2}")));
            }
        }
    }
}
