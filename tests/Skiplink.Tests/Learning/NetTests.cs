using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Learning;
using Skiplink.PageModel;
using Train;
using Xunit;

namespace Skiplink.Tests;

[Trait("Category", "HotPath")]
public sealed class NetTests
{
    [Theory]
    [InlineData(1, 3, 16)]
    [InlineData(4, 7, 16)]
    [InlineData(11, 5, 48)]
    public void A_product_of_matrices_is_the_sum_of_products(int rows, int inputs, int outputs)
    {
        Random random = new(5);
        float[] x = Numbers(random, rows * inputs), w = Numbers(random, inputs * outputs), bias = Numbers(random, outputs),
            y = new float[rows * outputs];
        DenseKernel.Multiply(x, inputs, w, bias, outputs, y);
        DenseKernel.Multiply(x, inputs, w, default, outputs, y);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < outputs; j++)
                Assert.Equal(
                    bias[j] + (2 * Enumerable.Range(0, inputs).Sum(k => (double)x[(i * inputs) + k] * w[(k * outputs) + j])),
                    y[(i * outputs) + j], 1e-4);
        }
    }

    [Fact]
    public void Training_goes_down_the_slope_of_the_loss()
    {
        // What a small step in one weight changes of the loss is what the way back says of it.
        NetPage page = PageOf(Sample);
        BlockNet net = NetOf(page);
        Options options = new() { NetDropout = 0, NetF1 = 3 };
        NetBackward backward = new(net);
        backward.Run(page, 1, options);
        Random random = new(9);
        int told = 0;
        for (int tried = 0; tried < 60; tried++)
        {
            int weight = random.Next(net.Weights.Length);
            const float Step = 2e-3f;
            float before = net.Weights[weight];
            net.Weights[weight] = before + Step;
            double above = backward.LossOf(page, options);
            net.Weights[weight] = before - Step;
            double below = backward.LossOf(page, options);
            net.Weights[weight] = before;
            double slope = (above - below) / (2 * Step);
            Assert.Equal(slope, backward.Gradient[weight], 2e-3 + (0.05 * Math.Abs(slope)));
            told += Math.Abs(slope) > 1e-3 ? 1 : 0;
        }
        Assert.True(told > 10, $"Only {told} of the weights that were tried change the loss.");
    }

    [Fact]
    public void A_page_scores_the_same_in_pieces_and_as_a_whole()
    {
        NetPage page = PageOf(string.Concat(Enumerable.Range(0, 40).Select(i => $"<div class=c{i % 3}>{Sample}</div>")));
        BlockNet net = NetOf(page);
        NetPass pass = new();
        pass.Reserve(net, page.Labels.Length);
        for (int i = 0; i < page.Labels.Length; i++)
            net.Scale(page.Features.AsSpan(i * net.Inputs, net.Inputs), pass.Scaled.AsSpan(i * net.Inputs, net.Inputs));
        pass.Run(net, page.Labels.Length);
        Assert.True(page.Labels.Length > 200);
        // What all blocks have in common is added first there and in turn here.
        Assert.All(ScoresOf(net, page).Zip(pass.Scores), static pair => Assert.Equal(pair.Second, pair.First, 1e-4f));
    }

    [Fact]
    public void A_block_scores_the_same_whichever_blocks_are_asked_for()
    {
        NetPage page = PageOf(string.Concat(Enumerable.Range(0, 40).Select(static i => $"<div class=c{i % 3}>{Sample}</div>")));
        BlockNet net = NetOf(page);
        float[] all = ScoresOf(net, page);
        int[] some = [.. Enumerable.Range(0, all.Length).Where(static i => i % 3 == 1)];
        Assert.Equal(some.Select(i => all[i]), new NetScorer().Run(net, page.Features, FeatureRow.PageCount, some).ToArray());
        Assert.True(new NetScorer().Run(net, page.Features, FeatureRow.PageCount, []).IsEmpty);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        NetPage page = PageOf(Sample);
        BlockNet net = NetOf(page);
        using MemoryStream file = new();
        using BinaryWriter writer = new(file);
        net.Write(writer);
        file.Position = 0;
        using BinaryReader reader = new(file);
        BlockNet read = BlockNet.Read(reader, [.. Enumerable.Range(0, FeatureRow.Count)], FeatureRow.Count);
        Assert.Equal(ScoresOf(net, page), ScoresOf(read, page));
    }

    [Fact]
    public void Sizes_that_no_network_has_are_refused()
    {
        using MemoryStream file = new();
        using BinaryWriter writer = new(file);
        writer.Write(FeatureRow.Count);
        writer.Write(17);
        file.Position = 0;
        using BinaryReader reader = new(file);
        Assert.Throws<InvalidDataException>(() => BlockNet.Read(reader, [.. Enumerable.Range(0, FeatureRow.Count)], FeatureRow.Count));
    }

    [Fact]
    public void The_same_pages_and_seed_give_the_same_network()
    {
        NetPage[] pages = [PageOf(Sample), PageOf(Other)];
        Options options = new() { NetEpochs = 3 };
        float[] first = new NetTrainer(options, 4).Train(pages).Weights;
        Assert.Equal(first, new NetTrainer(options, 4).Train(pages).Weights);
        Assert.NotEqual(first, new NetTrainer(options, 5).Train(pages).Weights);
    }

    [Fact]
    public void Training_learns_what_it_is_shown()
    {
        NetPage[] pages = [PageOf(Sample), PageOf(Other)];
        BlockNet net = new NetTrainer(new() { NetEpochs = 200, NetDropout = 0 }, 1).Train(pages);
        foreach (NetPage page in pages)
        {
            float[] scores = ScoresOf(net, page);
            for (int i = 0; i < scores.Length; i++)
                Assert.Equal(page.Labels[i] > 0.5, scores[i] > 0);
        }
    }

    private const string Sample =
        "<nav><a href=/a>Home</a><a href=/b>News</a></nav><main><h1>On mills</h1><p>The wheel turned in the stream for eleven years, and "
        + "nobody knew whose it was.</p><h2>The deed</h2><p>A clerk found it in the chest, with a list of debts.</p></main><footer><p>"
        + "All rights reserved</p></footer>";
    private const string Other =
        "<div class=menu><ul><li><a href=/x>Shop</a><li><a href=/y>Cart</a></ul></div><article><h1>Rain</h1><p>It rained for a week, and "
        + "then for another, until the lower road was a river.</p><p>Nobody minded much, least of all the herons.</p></article><div "
        + "class=related><a href=/z>Snow</a></div>";

    private static NetPage PageOf(string html)
    {
        PageDocument page = new PageDocumentBuilder().Build(HtmlDocument.Parse(html));
        BlockTable blocks = page.Blocks;
        FeatureBuilder builder = new();
        builder.Build(page, Lexicon.Empty);
        builder.Complete([.. Enumerable.Range(0, blocks.Count)], new double[blocks.Count], new float[blocks.Count]);
        return new()
        {
            Features = builder.Values.ToArray(),
            Labels =
                [.. Enumerable.Range(0, blocks.Count)
                .Select(i => (blocks.Elements[blocks[i].Inner].Context & (ContextFlags.Main | ContextFlags.Article)) != 0 ? 1f : 0f)],
            Weights = [.. Enumerable.Repeat(20f, blocks.Count)],
            Words = [.. Enumerable.Range(0, blocks.Count).Select(i => (float)blocks[i].Words)],
        };
    }

    private static BlockNet NetOf(NetPage page)
    {
        BlockNet net = new(FeatureRow.Count, 16);
        Random random = new(3);
        for (int k = 0; k < net.Inputs; k++)
            (net.Means[k], net.Scales[k]) = (page.Features.Where((_, i) => i % net.Inputs == k).Average(), 0.5f);
        for (int k = 0; k < net.Weights.Length; k++)
            net.Weights[k] = 0.2f * (float)(random.NextDouble() - 0.5);
        return net;
    }

    private static float[] ScoresOf(BlockNet net, NetPage page)
    {
        NetScorer scorer = new();
        return scorer.Run(net, page.Features, FeatureRow.PageCount, [.. Enumerable.Range(0, page.Labels.Length)]).ToArray();
    }

    private static float[] Numbers(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
}
