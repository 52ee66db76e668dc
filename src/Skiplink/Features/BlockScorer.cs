using Skiplink.Learning;

namespace Skiplink.Features;

/// <summary>
/// From the features of a page's blocks to the probability that each is main text. Trees score all blocks; those that they leave in doubt,
/// about a quarter, are scored by the network too, and a weighted mean of the two counts, in log-odds. Holds scratch memory: one for each
/// thread.
/// </summary>
internal sealed class BlockScorer
{
    /// <summary>The weight of the network beside the trees where both score a block.</summary>
    public const double NetShare = 0.7;

    /// <summary>
    /// Blocks that trees give this much log-odds, for or against, are not in doubt: for them the network makes no significant difference
    /// out of fold.
    /// </summary>
    private const double Sure = 2;

    private readonly BitScorer _scorer = new();
    private readonly NetScorer _net = new();
    private double[] _scores = [];
    private float[] _probabilities = [];
    private int[] _doubtful = [];

    /// <summary>The groups of the page that was scored last.</summary>
    public GroupSmoothing Groups { get; } = new();

    /// <summary>Scores the blocks of the page that features were built for last.</summary>
    public BlockScores Score(ScoringModel.Part model, FeatureBuilder features)
    {
        int count = features.Values.Length / FeatureRow.Count;
        ReadOnlySpan<int> doubtful = ScoreByTrees(model, features.Values, count);
        features.Complete(doubtful, _scores.AsSpan(0, count), _probabilities.AsSpan(0, count));
        BlockScores scores = ScoreByNet(model, features.Values, doubtful, count);
        if (model.HasStructure)
        {
            Groups.Start(features.Blocks);
            Groups.Apply(features.Blocks, _probabilities.AsSpan(0, count));
        }
        return scores;
    }

    /// <summary>As <see cref="Score(ScoringModel.Part, FeatureBuilder)"/>, from features that are complete.</summary>
    public BlockScores Score(ScoringModel.Part model, ReadOnlySpan<float> features)
    {
        int count = features.Length / FeatureRow.Count;
        return ScoreByNet(model, features, ScoreByTrees(model, features, count), count);
    }

    /// <summary>Scores all blocks by the trees, and returns those that they leave in doubt.</summary>
    private ReadOnlySpan<int> ScoreByTrees(ScoringModel.Part model, ReadOnlySpan<float> features, int count)
    {
        int doubtful = 0;
        if (_scores.Length < count)
        {
            int size = Math.Max(count, 2 * _scores.Length);
            (_scores, _probabilities, _doubtful) = (new double[size], new float[size], new int[size]);
        }
        Span<double> scores = _scores.AsSpan(0, count);
        Span<float> probabilities = _probabilities.AsSpan(0, count);
        model.Trees.Score(features, FeatureRow.Count, scores, _scorer);
        Span<int> inDoubt = _doubtful.AsSpan(0, count);
        for (int i = 0; i < scores.Length; i++)
        {
            probabilities[i] = Probability(scores[i]);
            inDoubt[doubtful] = i;
            doubtful += IsSure(scores[i]) ? 0 : 1;
        }
        return inDoubt[..doubtful];
    }

    /// <summary>Adds what the network says of the blocks in doubt.</summary>
    private BlockScores ScoreByNet(ScoringModel.Part model, ReadOnlySpan<float> features, ReadOnlySpan<int> doubtful, int count)
    {
        ReadOnlySpan<float> net = _net.Run(model.Net, features, FeatureRow.PageCount, doubtful);
        for (int i = 0; i < net.Length; i++)
            _probabilities[doubtful[i]] = Probability((_scores[doubtful[i]] * (1 - NetShare)) + (net[i] * NetShare));
        return new(_probabilities.AsSpan(0, count), _scores.AsSpan(0, count));
    }

    /// <summary>The probability of log-odds.</summary>
    public static float Probability(double score) => 1 / (1 + MathF.Exp(-(float)score));

    private static bool IsSure(double score) => Math.Abs(score) > Sure;

    /// <summary>Adds up, for each feature, how far it moved the score of one block.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">The complete features of the page's blocks.</param>
    /// <param name="scores">What the model made of them.</param>
    /// <param name="block">The block.</param>
    /// <param name="contributions">For each feature what it moved is added to this, in log-odds.</param>
    public static void Explain(ScoringModel.Part model, ReadOnlySpan<float> features, BlockScores scores, int block,
        Span<double> contributions)
    {
        ReadOnlySpan<float> row = features.Slice(block * FeatureRow.Count, FeatureRow.Count);
        // The trees' score is an input of the network: the gradient of that input is passed on to the features of the trees.
        double ofTrees = IsSure(scores.TreeScores[block])
            ? 1
            : 1 - NetShare + (NetShare * NetScorer.Explain(model.Net, row, NetShare, (int)Feature.TreeScore, contributions));
        Span<double> trees = stackalloc double[FeatureRow.Count];
        trees.Clear();
        model.Trees.Explain(row, trees);
        for (int f = 0; f < trees.Length; f++)
            contributions[f] += trees[f] * ofTrees;
    }
}
