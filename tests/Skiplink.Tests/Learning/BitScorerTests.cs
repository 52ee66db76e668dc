using Skiplink.Features;
using Skiplink.Learning;
using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
public sealed class BitScorerTests
{
    private const int Columns = 9;

    public static TheoryData<int> Counts => [1, 3, 4, 7, 8, 9, 31, 33, 63, 64, 65, 255, 256, 257, 512, 577, 1201];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Many_rows_at_once_score_as_each_alone(int count) =>
        ScoresAsEachAlone(count, static (trees, rows, scores) => trees.Score(rows, Columns, scores, new()));

    [Theory]
    [MemberData(nameof(Counts))]
    public void Rows_score_by_bits_as_each_alone(int count) =>
        ScoresAsEachAlone(count, static (trees, rows, scores) => trees.ScoreByBits(rows, Columns, scores, new()));

    private static void ScoresAsEachAlone(int count, Action<TreeEnsemble, float[], double[]> score)
    {
        Random random = new(count);
        TreeEnsemble trees = Trees(random, trees: 37, maxLeaves: BitTrees.MaxLeaves);
        float[] rows = Rows(random, count);
        double[] scores = new double[count];
        score(trees, rows, scores);
        for (int i = 0; i < count; i++)
            Assert.Equal(trees.Score(rows.AsSpan(i * Columns, Columns)), scores[i]);
        Assert.True(count == 1 || scores.Distinct().Count() > 1);
    }

    [Fact]
    public void The_scratch_memory_of_one_page_does_not_show_on_the_next()
    {
        Random random = new(5);
        TreeEnsemble large = Trees(random, trees: 40, maxLeaves: BitTrees.MaxLeaves), small = Trees(random, trees: 3, maxLeaves: 4);
        BitScorer scorer = new();
        foreach ((TreeEnsemble trees, int count) in new[] { (large, 700), (small, 10), (large, 70), (small, 600) })
        {
            float[] rows = Rows(random, count);
            double[] scores = new double[count];
            trees.ScoreByBits(rows, Columns, scores, scorer);
            for (int i = 0; i < count; i++)
                Assert.Equal(trees.Score(rows.AsSpan(i * Columns, Columns)), scores[i]);
        }
    }

    [Fact]
    public void Trees_that_do_not_fit_are_walked_down()
    {
        Random random = new(6);
        TreeEnsemble trees = Trees(random, trees: 5, maxLeaves: 3 * BitTrees.MaxLeaves);
        float[] rows = Rows(random, 100);
        double[] scores = new double[100];
        trees.Score(rows, Columns, scores, new());
        for (int i = 0; i < 100; i++)
            Assert.Equal(trees.Score(rows.AsSpan(i * Columns, Columns)), scores[i]);
    }

    [Fact]
    public void The_trees_of_the_embedded_model_fit()
    {
        Assert.True(ScoringModel.Default.Html.Trees.FitsBits);
        Assert.True(ScoringModel.Default.Text.Trees.FitsBits);
    }

    // Few different values, so that many meet a threshold exactly; one column is the same for all rows.
    private static float[] Rows(Random random, int count)
    {
        float[] rows = new float[count * Columns];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = i % Columns == 3 ? 2 : (i / Columns / 64 % 3 * 4) + random.Next(-6, 7);
        return rows;
    }

    private static TreeEnsemble Trees(Random random, int trees, int maxLeaves)
    {
        List<int> roots = [];
        List<TreeEnsemble.Node> nodes = [];
        List<float> leaves = [];
        for (int tree = 0; tree < trees; tree++)
            roots.Add(Grow(random.Next(1, maxLeaves + 1)));
        return new([.. roots], [.. nodes], [.. leaves]);

        int Grow(int leafCount)
        {
            if (leafCount == 1)
            {
                leaves.Add((float)random.NextDouble() - 0.5f);
                return ~(leaves.Count - 1);
            }
            int node = nodes.Count, left = random.Next(1, leafCount);
            nodes.Add(default);
            nodes[node] = new(random.Next(Columns), random.Next(-6, 14) + (random.Next(2) * 0.5f), Grow(left), Grow(leafCount - left), 0);
            return node;
        }
    }
}
