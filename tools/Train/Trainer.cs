using Skiplink.Blocks;
using Skiplink.Scoring;

namespace Train;

/// <summary>Trains the parts of a model on prepared pages.</summary>
internal sealed class Trainer(Options options)
{
    /// <summary>Trees and network that tell blocks apart.</summary>
    /// <param name="pages">What to train on; pages that are not taught are left out.</param>
    /// <param name="lexiconOf">The learnt words that a page is seen with: learnt without its own site.</param>
    /// <param name="calibration">What the promise of its probabilities is worth.</param>
    public ScoringModel.Part Part(IReadOnlyList<PreparedPage> pages, Func<PreparedPage, Lexicon> lexiconOf, Calibration calibration)
    {
        TreeEnsemble trees = Blocks(pages, lexiconOf);
        NetPage[] inputs = [.. pages.Where(static p => p.IsTaught).AsParallel().AsOrdered().Select(p => NetPageOf(p, lexiconOf(p)))];
        return new(trees, new NetTrainer(options, options.Seed).Train(inputs), calibration);
    }

    /// <summary>Features that the network alone looks at: words seen on few sites, which trees of few rows a leaf make too much of.</summary>
    private const Feature FirstOfNetAlone = Feature.Address;

    /// <summary>Trees that tell blocks apart.</summary>
    /// <param name="pages">What to train on; pages that are not taught are left out.</param>
    /// <param name="lexiconOf">The learnt words that a page is seen with: learnt without its own site.</param>
    private TreeEnsemble Blocks(IEnumerable<PreparedPage> pages, Func<PreparedPage, Lexicon> lexiconOf)
    {
        PreparedPage[] taught = [.. pages.Where(static p => p.IsTaught)];
        int[] starts = new int[taught.Length];
        int count = 0;
        for (int i = 0; i < taught.Length; i++)
        {
            starts[i] = count;
            count += taught[i].Blocks.Count;
        }
        float[] features = new float[count * FeatureRow.Count], labels = new float[count], weights = new float[count];
        HashSet<string> without = [.. options.Without.Split(',')];
        int[] cleared = [.. Enumerable.Range(0, FeatureRow.Count).Where(f => f >= (int)FirstOfNetAlone || without.Contains(((Feature)f).ToString()))];
        Parallel.For(0, taught.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, static () => new FeatureBuilder(), (i, _, builder) =>
        {
            PreparedPage page = taught[i];
            Span<float> rows = features.AsSpan(starts[i] * FeatureRow.Count, page.Blocks.Count * FeatureRow.Count);
            builder.Build(page.Document, page.Blocks, lexiconOf(page)).CopyTo(rows);
            for (int b = 0; b < page.Blocks.Count; b++)
            {
                foreach (int f in cleared)
                    rows[(b * FeatureRow.Count) + f] = 0;
                labels[starts[i] + b] = page.Labels[b] ? 1 : 0;
                weights[starts[i] + b] = Weight(page, b);
            }
            return builder;
        }, static _ => { });

        TreeEnsemble[] bags = new TreeEnsemble[options.Bags];
        for (int i = 0; i < bags.Length; i++)
        {
            using LightGbm trained = LightGbm.Train(features, FeatureRow.Count, labels, weights, options.Trees, options.BoosterParameters(options.Seed + (100 * i)));
            bags[i] = trained.ToEnsemble();
        }
        return bags.Length == 1 ? bags[0] : TreeEnsemble.Mean(bags);
    }

    /// <summary>A page as the network learns from it.</summary>
    public static NetPage NetPageOf(PreparedPage page, Lexicon lexicon)
    {
        BlockGraph graph = new();
        float[] features = new FeatureBuilder().Build(page.Document, page.Blocks, lexicon).ToArray();
        graph.Read(page.Blocks);
        int count = page.Blocks.Count;
        NetPage input = new() { Graph = graph, Features = features, Labels = new float[count], Weights = new float[count], Words = new float[count] };
        for (int b = 0; b < count; b++)
        {
            input.Labels[b] = page.Labels[b] ? 1 : 0;
            input.Weights[b] = Weight(page, b);
            input.Words[b] = page.Blocks[b].Words;
        }
        return input;
    }

    /// <summary>Trees that tell kinds of pages apart, one ensemble for each kind against all others.</summary>
    public static KindModel Kinds(IReadOnlyList<PageReading> pages)
    {
        float[] features = new float[pages.Count * KindModel.FeatureCount];
        for (int i = 0; i < pages.Count; i++)
            pages[i].KindFeatures.CopyTo(features, i * KindModel.FeatureCount);
        TreeEnsemble[] kinds = new TreeEnsemble[Enum.GetValues<PageKindLabel>().Length];
        for (int k = 0; k < kinds.Length; k++)
        {
            float[] labels = [.. pages.Select(p => p.Kind == (PageKindLabel)k ? 1f : 0f)];
            using LightGbm trained = LightGbm.Train(features, KindModel.FeatureCount, labels, [], Options.KindTrees, Options.KindParameters);
            kinds[k] = trained.ToEnsemble();
        }
        return new(kinds);
    }

    /// <summary>A page of many blocks counts for more than a small one, but not by their number, and a long block for more than a short one, but not by its words: the measure is a mean over pages of F1 over words.</summary>
    private static float Weight(PreparedPage page, int block) =>
        (float)(Math.Sqrt(300.0 / (page.Blocks.Count + 30)) * Math.Sqrt((page.Blocks[block].Words + 2) / 10.0));
}
