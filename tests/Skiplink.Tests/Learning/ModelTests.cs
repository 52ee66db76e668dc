using Skiplink.Features;
using Skiplink.Learning;
using Train;
using Xunit;

namespace Skiplink.Tests;

public sealed class ModelTests
{
    private const int Columns = 6;
    private const string Parameters =
        "objective=binary num_leaves=15 learning_rate=0.2 min_data_in_leaf=5 seed=3 deterministic=true force_row_wise=true num_threads=2 "
        + "verbosity=-1 bagging_fraction=0.7 bagging_freq=1";

    [Fact]
    public void Our_trees_give_what_lightgbm_gives()
    {
        (float[] rows, float[] labels) = Rows(3000);
        using LightGbm trained = Train(rows, labels, 60);
        TreeEnsemble ours = trained.ToEnsemble();
        double[] theirs = trained.Predict(rows, Columns);
        Assert.Contains(theirs, static score => score > 1);
        for (int i = 0; i < theirs.Length; i++)
            Assert.Equal(theirs[i], ours.Score(rows.AsSpan(i * Columns, Columns)), 1e-6);
    }

    [Fact]
    public void The_same_rows_and_seed_give_the_same_file()
    {
        Assert.Equal(File(), File());

        static byte[] File()
        {
            (float[] rows, float[] labels) = Rows(3000);
            using LightGbm trained = Train(rows, labels, 30);
            using MemoryStream file = new();
            using BinaryWriter writer = new(file);
            trained.ToEnsemble().Write(writer);
            return file.ToArray();
        }
    }

    [Fact]
    public void Reasons_add_up_to_the_score()
    {
        (float[] rows, float[] labels) = Rows(2000);
        using LightGbm trained = Train(rows, labels, 20);
        TreeEnsemble trees = trained.ToEnsemble();
        double[] first = new double[Columns], second = new double[Columns];
        trees.Explain(rows.AsSpan(0, Columns), first);
        trees.Explain(rows.AsSpan(Columns, Columns), second);
        double difference = trees.Score(rows.AsSpan(0, Columns)) - trees.Score(rows.AsSpan(Columns, Columns));
        Assert.Equal(difference, first.Sum() - second.Sum(), 1e-3);
    }

    [Fact]
    public void The_embedded_model_knows_the_features_of_this_program()
    {
        ScoringModel model = ScoringModel.Default;
        Assert.InRange(model.Html.Trees.Trees, 20, 1000);
        Assert.All(model.Html.Trees.Features, static f => Assert.True(Enum.IsDefined((Feature)f)));
        Assert.Equal(FeatureRow.Count, Enum.GetValues<Feature>().Length);
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        using BinaryReader reader = new(new MemoryStream([1, 2, 3, 4, 5, 6, 7, 8]));
        Assert.Contains(
            "not a Skiplink model", Assert.Throws<InvalidDataException>(() => ScoringModel.Read(reader)).Message, StringComparison.Ordinal);
    }

    private static LightGbm Train(float[] rows, float[] labels, int trees)
    {
        try
        {
            return LightGbm.Train(rows, Columns, labels, [], trees, Parameters);
        }
        catch (DllNotFoundException)
        {
            Assert.Skip(
                "Skipped: LightGBM's own library does not load on this machine. On Debian and Ubuntu it needs the package libgomp1.");
            throw;
        }
    }

    private static (float[] Rows, float[] Labels) Rows(int count)
    {
        Random random = new(7);
        float[] rows = new float[count * Columns], labels = new float[count];
        for (int i = 0; i < count; i++)
        {
            Span<float> row = rows.AsSpan(i * Columns, Columns);
            foreach (ref float value in row)
                value = (float)random.NextDouble() * 10;
            row[5] = random.Next(3);
            labels[i] = (row[0] > 5) ^ (row[1] * row[2] > 20) || row[5] == 2 ? 1 : 0;
        }
        return (rows, labels);
    }
}
