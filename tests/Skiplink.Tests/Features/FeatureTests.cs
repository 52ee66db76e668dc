using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Learning;
using Skiplink.PageModel;
using Train;
using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
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
            float[] training = new FeatureBuilder().Build(prepared.Model, ScoringModel.Default.Lexicon).ToArray();

            PageDocument read = new PageDocumentBuilder().Build(new HtmlParser().Parse(page));
            Assert.Equal(training, reading.Build(read, ScoringModel.Default.Lexicon).ToArray());
        }
    }

    [Fact]
    public void What_was_read_before_changes_nothing()
    {
        FeatureBuilder used = new();
        int step = LongTests.AreOn ? 5 : 50;
        foreach (LabelledPage page in Corpus.Read(Repository.Shared("data/wcxb-dev")).Where((_, i) => i % step == 0))
        {
            PreparedPage prepared = new(page, 0);
            float[] fresh = new FeatureBuilder().Build(prepared.Model, ScoringModel.Default.Lexicon).ToArray();
            ReadOnlySpan<float> again = used.Build(prepared.Model, ScoringModel.Default.Lexicon);
            for (int i = 0; i < fresh.Length; i++)
                Assert.True(
                    fresh[i].Equals(again[i]),
                    $"{page.Key}, block {i / FeatureRow.Count}: {(Feature)(i % FeatureRow.Count)} is {again[i]} instead of {fresh[i]}.");
        }
    }

    [Fact]
    public void The_network_is_told_what_trees_say_of_a_block_and_of_those_around_it()
    {
        PageDocument page = new PageDocumentBuilder().Build(
            HtmlDocument.Parse("<div class=a><h2>Mills</h2><p>One</p><p>Two</p></div><ul><li>Three</li><li>Four</li></ul>"));
        BlockTable blocks = page.Blocks;
        double[] scores = [1, 2, -1, -3, 0.5];
        float[] probabilities = Array.ConvertAll(scores, BlockScorer.Probability);
        FeatureBuilder builder = new();
        builder.Build(page, Lexicon.Empty);
        builder.Complete([2], scores, probabilities);
        Assert.Equal(5, blocks.Count);
        float Told(int block, Feature feature) => builder.Values[(block * FeatureRow.Count) + (int)feature];
        Assert.Equal(
            (-1f, 2f, -3f, 1f),
            (Told(2, Feature.TreeScore), Told(2, Feature.PreviousTreeScore), Told(2, Feature.NextTreeScore),
            Told(2, Feature.HeadingTreeScore)));
        Assert.Equal(Enumerable.Range(0, 3).Average(i => probabilities[i]), Told(2, Feature.GroupTreeMean), 1e-5);
        Assert.Equal(Enumerable.Range(0, 5).Average(i => probabilities[i]), Told(2, Feature.WiderTreeMean), 1e-5);
        Assert.Equal((probabilities[1] + probabilities[2]) / 2, Told(2, Feature.TwinTreeMean), 1e-5);
        // Who was not asked about is told nothing.
        Assert.Equal(0, Told(3, Feature.TreeScore));
    }

    [Fact]
    public void Rare_words_are_two_in_a_row_and_those_of_the_link_around()
    {
        PageDocument page = new PageDocumentBuilder().Build(
            HtmlDocument.Parse("<h2>Old mill wheels</h2><p>Nobody knew</p><p><a href=/shop/cart><span>Buy now</span></a></p>"));
        BlockTable blocks = page.Blocks;
        uint[] address = new uint[AttributeTokens.Max];
        int link = Enumerable.Range(0, blocks.Elements.Count).Single(i => blocks.Elements[i].Name == HtmlNames.A);
        int count = AttributeTokens.ReadAddress(page.Html, blocks.Elements[link].Node, address);
        Assert.Equal(3, count);
        ReadOnlySpan<uint> heading = blocks.WordsOf(0), text = blocks.WordsOf(1);
        Lexicon lexicon = new(new Dictionary<uint, float>
        {
            [LexiconQuery.Pair(text[0], text[1])] = 1,
            [LexiconQuery.Pair(heading[0] ^ Lexicon.HeadingSeed, heading[1])] = -2,
            [LexiconQuery.Pair(heading[1] ^ Lexicon.HeadingSeed, heading[2])] = -1,
            [address[1]] = -3,
            [address[2]] = 1,
        });
        FeatureBuilder builder = new();
        builder.Build(page, lexicon);
        builder.Complete([1, 2], new double[3], new float[3]);
        float Told(int block, Feature feature) => builder.Values[(block * FeatureRow.Count) + (int)feature];
        Assert.Equal(1, Told(1, Feature.PairSum), 0.03);
        Assert.Equal(-3, Told(1, Feature.HeadingPair), 0.06);
        Assert.Equal(-3, Told(2, Feature.HeadingPair), 0.06);
        Assert.Equal(0, Told(1, Feature.Address));
        Assert.Equal(-2, Told(2, Feature.Address), 0.06);
        Assert.Equal(-3, Told(2, Feature.AddressLeast), 0.03);
    }

    [Fact]
    public void Numbers_are_finite_and_shares_are_shares()
    {
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html"))
        {
            PageDocument page = new PageDocumentBuilder().Build(HtmlDocument.Parse(File.ReadAllBytes(file)));
            Span<float> features = new FeatureBuilder().Build(page, ScoringModel.Default.Lexicon);
            for (int i = 0; i < features.Length; i++)
            {
                Feature feature = (Feature)(i % FeatureRow.Count);
                Assert.True(float.IsFinite(features[i]), $"{feature} is {features[i]}");
                if (feature is Feature.LinkDensity or Feature.Group1LinkDensity or Feature.TwinLinkDensity or Feature.WordPlace)
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
            <h2>Later</h2><p>Home</p><p>Nobody saw it again, though the postman swore that he had met a shirt.</p>
            <footer>All rights reserved</footer>
            """;
        const string truth =
            "The wind turned in the night and took the washing with it, as far as the weir.\nLater\nHome\nNobody saw it again, though "
            + "the postman swore that he had met a shirt.";
        PreparedPage prepared = new(new("x", "", "x", "", System.Text.Encoding.UTF8.GetBytes(page), truth), 0);
        Assert.Equal([false, false, false, true, true, true, true, false], prepared.Labels);
        Assert.True(prepared.IsTaught);
    }
}
