using Skiplink.Features;
using Skiplink.Learning;

namespace Train;

/// <summary>Trains the parts of a model on prepared pages.</summary>
internal sealed class Trainer(Options options)
{
    /// <summary>A network that judges blocks by their features and by what trees said of the page.</summary>
    /// <param name="pages">What to train on; pages that are not taught are left out.</param>
    /// <param name="lexiconOf">The learnt words that a page is seen with: learnt without its own site.</param>
    /// <param name="scoresOf">What trees that have not seen the page say of its blocks.</param>
    public BlockNet Network(IEnumerable<PreparedPage> pages, Func<PreparedPage, Lexicon> lexiconOf, Func<PreparedPage, double[]> scoresOf)
    {
        NetPage[] inputs =
            [.. pages.Where(static p => p.IsTaught).AsParallel().AsOrdered().Select(p => NetPageOf(p, lexiconOf(p), scoresOf(p)))];
        return new NetTrainer(options, options.Seed).Train(inputs);
    }

    /// <summary>Trees that tell blocks apart.</summary>
    /// <param name="pages">What to train on; pages that are not taught are left out.</param>
    /// <param name="lexiconOf">The learnt words that a page is seen with: learnt without its own site.</param>
    public TreeEnsemble Blocks(IEnumerable<PreparedPage> pages, Func<PreparedPage, Lexicon> lexiconOf)
    {
        PreparedPage[] taught = [.. pages.Where(static p => p.IsTaught)];
        int[] starts = new int[taught.Length];
        int count = 0;
        for (int i = 0; i < taught.Length; i++)
        {
            starts[i] = count;
            count += taught[i].Blocks.Count;
        }
        // Who has seen no page says nothing.
        if (count == 0)
            return new([], [], []);
        float[] features = new float[count * FeatureRow.Count], labels = new float[count], weights = new float[count];
        HashSet<string> without = [.. options.Without.Split(',')];
        int[] cleared =
            [.. Enumerable.Range(0, FeatureRow.Count).Where(f => f >= FeatureRow.TreeCount || without.Contains(((Feature)f).ToString()))];
        Parallel.For(
            0, taught.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, static () => new FeatureBuilder(), (i, _, builder) =>
        {
            PreparedPage page = taught[i];
            Span<float> rows = features.AsSpan(starts[i] * FeatureRow.Count, page.Blocks.Count * FeatureRow.Count);
            builder.Build(page.Model, lexiconOf(page)).CopyTo(rows);
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
            using LightGbm trained = LightGbm.Train(
                features, FeatureRow.Count, labels, weights, options.Trees, options.BoosterParameters(options.Seed + (100 * i)));
            bags[i] = trained.ToEnsemble();
        }
        return bags.Length == 1 ? bags[0] : TreeEnsemble.Mean(bags);
    }

    /// <summary>What trees say of the blocks of a page.</summary>
    public static double[] Scores(PreparedPage page, Lexicon lexicon, TreeEnsemble trees)
    {
        double[] scores = new double[page.Blocks.Count];
        trees.Score(new FeatureBuilder().Build(page.Model, lexicon), FeatureRow.Count, scores, new BitScorer());
        return scores;
    }

    /// <summary>A page as the network learns from it.</summary>
    private static NetPage NetPageOf(PreparedPage page, Lexicon lexicon, double[] scores)
    {
        FeatureBuilder builder = new();
        builder.Build(page.Model, lexicon);
        int count = page.Blocks.Count;
        builder.Complete([.. Enumerable.Range(0, count)], scores, Array.ConvertAll(scores, BlockScorer.Probability));
        NetPage input = new()
        {
            Features = builder.Values.ToArray(),
            Labels = new float[count],
            Weights = new float[count],
            Words = new float[count],
            PageWeight = page.Page.Weight,
        };
        for (int b = 0; b < count; b++)
        {
            input.Labels[b] = page.Labels[b] ? 1 : 0;
            input.Weights[b] = Weight(page, b);
            input.Words[b] = page.Importance[b] > 0 ? page.Blocks[b].Words : 0;
        }
        return input;
    }

    /// <summary>Trees that tell kinds of pages apart, one ensemble for each kind against all others.</summary>
    public static KindModel Kinds(IReadOnlyList<PageReading> pages)
    {
        float[] features = new float[pages.Count * KindFeatures.Count];
        for (int i = 0; i < pages.Count; i++)
            pages[i].KindFeatures.CopyTo(features, i * KindFeatures.Count);
        float[] weights = [.. pages.Select(static p => p.KindWeight)];
        TreeEnsemble[] kinds = new TreeEnsemble[KindModel.Predicted.Count];
        for (int k = 0; k < kinds.Length; k++)
        {
            float[] labels = [.. pages.Select(p => p.Kind == KindModel.Predicted[k] ? 1f : 0f)];
            using LightGbm trained = LightGbm.Train(features, KindFeatures.Count, labels, weights, Options.KindTrees,
                Options.KindParameters);
            kinds[k] = trained.ToEnsemble();
        }
        return new(kinds);
    }

    /// <summary>Trees that tell the roles of blocks, one ensemble for each role against all others, main text among them.</summary>
    public static RoleModel Roles(IEnumerable<PreparedPage> pages, Func<PreparedPage, Lexicon> lexiconOf)
    {
        PreparedPage[] taught = [.. pages.Where(static p => p.Roles is not null)];
        List<float> weights = [];
        List<char> roles = [];
        foreach (PreparedPage page in taught)
        {
            for (int b = 0; b < page.Blocks.Count; b++)
            {
                roles.Add(page.Roles![b]);
                weights.Add(page.Roles[b] == RoleLabels.Undecided ? 0 : PageWeight(page));
            }
        }
        if (roles.Count == 0)
            return new([]);
        float[] features = new float[roles.Count * FeatureRow.TreeCount];
        FeatureBuilder builder = new();
        int at = 0;
        foreach (PreparedPage page in taught)
        {
            Span<float> rows = builder.Build(page.Model, lexiconOf(page));
            for (int b = 0; b < page.Blocks.Count; b++, at += FeatureRow.TreeCount)
                rows.Slice(b * FeatureRow.Count, FeatureRow.TreeCount).CopyTo(features.AsSpan(at));
        }
        float[][] labels = [.. RoleModel.Predicted.Select(role =>
            roles.Select(r => r == RoleLabels.Letters[(int)role] ? 1f : 0f).ToArray())];
        return new(LightGbm.TrainEach(features, FeatureRow.TreeCount, labels, [.. weights], Options.RoleTrees, Options.RoleParameters));
    }

    private static float PageWeight(PreparedPage page) => (float)Math.Sqrt(300.0 / (page.Blocks.Count + 30));

    /// <summary>
    /// A page of many blocks counts for more than a small one, but not by their number, and a long block for more than a short one, but not
    /// by its words: the measure is a mean over pages of F1 over words.
    /// </summary>
    private static float Weight(PreparedPage page, int block) =>
        page.Page.Weight * page.Importance[block]
        * (float)(PageWeight(page) * Math.Sqrt((page.Blocks[block].Words + 2) / 10.0));
}
