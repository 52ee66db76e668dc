using Skiplink.Features;
using Train;
using Xunit;

namespace Skiplink.Tests;

public sealed class TrainingTests
{
    [Fact]
    public void The_example_corpus_trains_a_model_that_reads_and_the_same_one_twice()
    {
        string folder = Directory.CreateTempSubdirectory("skiplink").FullName;
        byte[] first = TrainOnExample(Path.Combine(folder, "a.bin")), second = TrainOnExample(Path.Combine(folder, "b.bin"));
        Assert.Equal(first, second);
        using BinaryReader reader = new(new MemoryStream(first));
        ScoringModel model = ScoringModel.Read(reader);
        Assert.True(model.Lexicon.Count > 10);
        Assert.InRange(new PageReader(model).Read(File.ReadAllBytes(Repository.Sample("heron.html"))).Confidence, 0, 1);
    }

    private static byte[] TrainOnExample(string path)
    {
        try
        {
            Experiment experiment = new(Options.Parse([Repository.Sample(""), "folds=3", "bags=1", "trees=10", "least-rows=2"]));
            experiment.Prepare();
            experiment.CrossValidate();
            experiment.Ship(path);
        }
        catch (DllNotFoundException)
        {
            Assert.Skip(
                "Skipped: LightGBM's own library does not load on this machine. On Debian and Ubuntu it needs the package libgomp1.");
        }
        return File.ReadAllBytes(path);
    }
}
