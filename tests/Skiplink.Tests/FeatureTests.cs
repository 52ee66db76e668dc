using Skiplink.Blocks;
using Skiplink.Html;
using Skiplink.Scoring;
using Train;
using Xunit;

namespace Skiplink.Tests;

public sealed class FeatureTests
{
    [Fact]
    public void Training_and_reading_see_the_same_numbers()
    {
        FeatureBuilder reading = new();
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html"))
        {
            byte[] page = File.ReadAllBytes(file);
            PreparedPage prepared = new(new("x", "", "x", "", page, "no truth"), 0);
            float[] training = new FeatureBuilder().Build(prepared.Document, prepared.Blocks, ScoringModel.Default.Lexicon).ToArray();

            HtmlDocument document = new HtmlParser().Parse(page);
            BlockTable blocks = new();
            new BlockBuilder().Build(document, blocks);
            Assert.Equal(training, reading.Build(document, blocks, ScoringModel.Default.Lexicon).ToArray());
        }
    }

    [Fact]
    public void What_was_read_before_changes_nothing()
    {
        FeatureBuilder used = new();
        foreach (LabelledPage page in Corpus.Read(Repository.Shared("data/wcxb-dev")).Where(static (_, i) => i % 5 == 0))
        {
            PreparedPage prepared = new(page, 0);
            float[] fresh = new FeatureBuilder().Build(prepared.Document, prepared.Blocks, ScoringModel.Default.Lexicon).ToArray();
            ReadOnlySpan<float> again = used.Build(prepared.Document, prepared.Blocks, ScoringModel.Default.Lexicon);
            for (int i = 0; i < fresh.Length; i++)
                Assert.True(fresh[i].Equals(again[i]), $"{page.Key}, block {i / FeatureRow.Count}: {(Feature)(i % FeatureRow.Count)} is {again[i]} instead of {fresh[i]}.");
        }
    }

    [Fact]
    public void Numbers_are_finite_and_shares_are_shares()
    {
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html"))
        {
            HtmlDocument document = HtmlDocument.Parse(File.ReadAllBytes(file));
            BlockTable blocks = new();
            new BlockBuilder().Build(document, blocks);
            Span<float> features = new FeatureBuilder().Build(document, blocks, ScoringModel.Default.Lexicon);
            for (int i = 0; i < features.Length; i++)
            {
                Feature feature = (Feature)(i % FeatureRow.Count);
                Assert.True(float.IsFinite(features[i]), $"{feature} is {features[i]}");
                if (feature is Feature.LinkDensity or Feature.Group1LinkDensity or Feature.TwinLinkDensity or Feature.WordPlace or Feature.ShareOfTitle)
                    Assert.InRange(features[i], 0, 1);
            }
        }
    }

    [Fact]
    public void Labels_follow_the_truth_and_menus_are_not_part_of_it()
    {
        const string page = """
            <body><ul><li><a href=/>Home</a><li><a href=/x>Weather</a></ul>
            <h1>The wind</h1><p>The wind turned in the night and took the washing with it, as far as the weir.</p>
            <h2>Later</h2><p>Home</p><p>Nobody saw it again, though the postman swore that he had met a shirt.</p><footer>All rights reserved</footer>
            """;
        const string truth = "The wind turned in the night and took the washing with it, as far as the weir.\nLater\nHome\nNobody saw it again, though the postman swore that he had met a shirt.";
        PreparedPage prepared = new(new("x", "", "x", "", System.Text.Encoding.UTF8.GetBytes(page), truth), 0);
        Assert.Equal([false, false, false, true, true, true, true, false], prepared.Labels);
        Assert.True(prepared.IsTaught);
    }
}
