using System.Diagnostics;
using System.Globalization;
using Skiplink.Blocks;
using Skiplink.Scoring;

namespace Train;

/// <summary>Cross-validation over sites and the final training.</summary>
internal sealed class Experiment(Options options)
{
    private const int LeastSites = 2;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private PreparedPage[] _pages = [];
    private PreparedPage[] _texts = [];
    private LexiconLearner.PageCounts[] _counts = [];

    public void Prepare()
    {
        IReadOnlyList<LabelledPage> corpus = Corpus.Read(options.Corpus);
        _pages = new PreparedPage[corpus.Count];
        Parallel.For(0, corpus.Count, i => _pages[i] = new(corpus[i], FoldOf(corpus[i].Site)));
        _texts = new PreparedPage[corpus.Count];
        Parallel.For(0, corpus.Count, i => _texts[i] = _pages[i].AsSavedText());
        _counts = new LexiconLearner.PageCounts[_pages.Length];
        Parallel.For(0, _pages.Length, i => _counts[i] = LexiconLearner.Count(_pages[i]));
        int taught = _pages.Count(static p => p.IsTaught);
        Say($"{_pages.Length} pages, {_pages.Select(static p => p.Page.Site).Distinct().Count()} sites, {_pages.Sum(static p => p.Blocks.Count)} blocks; {taught} pages taught");
        Report("ceiling (the labels)", i => PageScore.OfBlocks(_pages[i].Blocks, b => _pages[i].Labels[b], _pages[i].TruthWords));
    }

    public void CrossValidate()
    {
        int folds = options.Folds;
        Lexicon[] without = options.Reuse ? [] : [.. Enumerable.Range(0, folds).Select(k => LexiconOf(p => p.Fold != k))];
        PageScore[] scores = new PageScore[_pages.Length], textScores = new PageScore[_pages.Length], fixedScores = new PageScore[_pages.Length], best = new PageScore[_pages.Length];
        double[] expected = new double[_pages.Length];
        using OutOfFoldRows? outOfFold = options.Rows is null ? null : new(options.Rows);
        for (int k = 0; k < folds; k++)
        {
            ScoringModel model = options.Reuse ? Load(FoldFile(k)) : TrainWithout(k, without);
            if (options.FoldModels is not null && !options.Reuse)
                Save(model, FoldFile(k));
            int[] heldOut = [.. Enumerable.Range(0, _pages.Length).Where(i => _pages[i].Fold == k)];
            outOfFold?.Write(model, heldOut.Select(i => _pages[i].Page));
            Parallel.ForEach(heldOut, i =>
            {
                PreparedPage page = _pages[i];
                expected[i] = Run(page, model, model.Trees);
                Run(_texts[i], model, model.TextTrees);
                textScores[i] = PageScore.OfBlocks(_texts[i].Blocks, b => _texts[i].Blocks[b].Kept, _texts[i].TruthWords);
                scores[i] = PageScore.OfBlocks(page.Blocks, b => page.Blocks[b].Kept, page.TruthWords);
                fixedScores[i] = PageScore.OfBlocks(page.Blocks, b => page.Blocks[b].Probability >= 0.5f, page.TruthWords);
                best[i] = BestCut(page);
            });
            Say($"fold {k}: {heldOut.Average(i => scores[i].F1):F4}");
        }
        Report("cut at 0.5", i => fixedScores[i]);
        Report("best cut of each page", i => best[i]);
        Report("out of fold", i => scores[i]);
        Report("saved text", i => textScores[i]);
        foreach (IGrouping<int, int> bin in Enumerable.Range(0, _pages.Length).GroupBy(i => Math.Min(9, (int)(expected[i] * 10))).OrderBy(static g => g.Key))
            Console.WriteLine($"  told {bin.Average(i => expected[i]):F3}  was {bin.Average(i => scores[i].F1):F3}  {bin.Count()} pages");
    }

    /// <summary>A model that has not seen one fold. Its training pages see a lexicon that was learnt without their own fold and without the fold held out.</summary>
    private ScoringModel TrainWithout(int k, Lexicon[] without)
    {
        Lexicon[] inner = [.. Enumerable.Range(0, options.Folds).Select(j => j == k ? without[k] : LexiconOf(p => p.Fold != k && p.Fold != j))];
        using LightGbm trained = TrainOn(_pages, p => p.Fold != k, p => inner[p.Fold]);
        if (!options.Text)
            return new(without[k], trained.ToEnsemble(), trained.ToEnsemble());
        using LightGbm trainedText = TrainOn(_texts, p => p.Fold != k, p => inner[p.Fold]);
        return new(without[k], trained.ToEnsemble(), trainedText.ToEnsemble());
    }

    private string FoldFile(int k) => Path.Combine(options.FoldModels!, string.Create(CultureInfo.InvariantCulture, $"{k}.bin"));

    public void Ship(string path)
    {
        int folds = Math.Max(2, options.Folds);
        Lexicon[] without = [.. Enumerable.Range(0, folds).Select(k => LexiconOf(p => p.Fold != k))];
        using LightGbm trained = TrainOn(_pages, static _ => true, p => without[p.Fold]);
        using LightGbm trainedText = TrainOn(_texts, static _ => true, p => without[p.Fold]);
        Save(new(LexiconOf(static _ => true), trained.ToEnsemble(), trainedText.ToEnsemble()), path);
        Say($"{path}: {new FileInfo(path).Length} bytes");
    }

    private int FoldOf(string site)
    {
        uint hash = 2166136261;
        foreach (char c in site)
            hash = (hash ^ c) * 16777619;
        hash ^= hash >> 15;
        return (int)(hash * 0x9E3779B1 >> 8) % Math.Max(2, options.Folds);
    }

    private Lexicon LexiconOf(Func<PreparedPage, bool> isIn) =>
        LexiconLearner.Learn(Enumerable.Range(0, _pages.Length).Where(i => _pages[i].IsTaught && isIn(_pages[i])).Select(i => _counts[i]), LeastSites);

    private LightGbm TrainOn(PreparedPage[] all, Func<PreparedPage, bool> isIn, Func<PreparedPage, Lexicon> lexiconOf)
    {
        PreparedPage[] pages = [.. all.Where(p => p.IsTaught && isIn(p))];
        int[] starts = new int[pages.Length];
        int rows = 0;
        for (int i = 0; i < pages.Length; i++)
        {
            starts[i] = rows;
            rows += pages[i].Blocks.Count;
        }
        float[] features = new float[rows * FeatureRow.Count], labels = new float[rows], weights = new float[rows];
        HashSet<string> without = [.. options.Without.Split(',')];
        int[] cleared = [.. Enumerable.Range(0, FeatureRow.Count).Where(f => without.Contains(((Feature)f).ToString()))];
        Parallel.For(0, pages.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => new FeatureBuilder(), (i, _, builder) =>
        {
            PreparedPage page = pages[i];
            Span<float> of = features.AsSpan(starts[i] * FeatureRow.Count, page.Blocks.Count * FeatureRow.Count);
            builder.Build(page.Document, page.Blocks, lexiconOf(page)).CopyTo(of);
            for (int b = 0; b < page.Blocks.Count; b++)
            {
                foreach (int f in cleared)
                    of[(b * FeatureRow.Count) + f] = 0;
                labels[starts[i] + b] = page.Labels[b] ? 1 : 0;
                weights[starts[i] + b] = Weight(page, b);
            }
            return builder;
        }, static _ => { });
        return LightGbm.Train(features, FeatureRow.Count, labels, weights, options.Trees, options.BoosterParameters);
    }

    private static readonly double WP = double.Parse(Environment.GetEnvironmentVariable("W_PAGE") ?? "0", CultureInfo.InvariantCulture);
    private static readonly double WW = double.Parse(Environment.GetEnvironmentVariable("W_WORD") ?? "0", CultureInfo.InvariantCulture);
    private static readonly double BETA = double.Parse(Environment.GetEnvironmentVariable("BETA") ?? "1", CultureInfo.InvariantCulture);
    private static float Weight(PreparedPage page, int block) =>
        (float)(Math.Pow(300.0 / (page.Blocks.Count + 30), WP) * Math.Pow((page.Blocks[block].Words + 2) / 10.0, WW));

    private static double Run(PreparedPage page, ScoringModel model, TreeEnsemble trees)
    {
        FeatureBuilder builder = new();
        Span<float> features = builder.Build(page.Document, page.Blocks, model.Lexicon);
        float[] probabilities = new float[page.Blocks.Count];
        ScoringModel.Score(trees, features, probabilities);
        for (int i = 0; i < probabilities.Length; i++)
            page.Blocks[i].Probability = probabilities[i];
        return new Selection().Select(page.Blocks, BETA);
    }

    private static PageScore BestCut(PreparedPage page)
    {
        float[] cuts = [.. Enumerable.Range(0, page.Blocks.Count).Select(b => page.Blocks[b].Probability).Distinct().Order()];
        PageScore best = default;
        for (int i = 0; i < 40 && cuts.Length > 0; i++)
        {
            float cut = cuts[i * cuts.Length / 40];
            PageScore score = PageScore.OfBlocks(page.Blocks, b => page.Blocks[b].Probability >= cut, page.TruthWords);
            best = score.F1 > best.F1 ? score : best;
        }
        return best;
    }

    private void Report(string what, Func<int, PageScore> score)
    {
        PageScore[] scores = [.. Enumerable.Range(0, _pages.Length).Select(score)];
        Console.WriteLine($"{what}: P {scores.Average(static s => s.Precision):F4}  R {scores.Average(static s => s.Recall):F4}  F1 {scores.Average(static s => s.F1):F4}   "
            + string.Join("  ", Enumerable.Range(0, _pages.Length).GroupBy(i => _pages[i].Page.Kind).OrderBy(static g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Average(i => scores[i].F1):F3}")));
    }

    private static void Save(ScoringModel model, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using BinaryWriter writer = new(File.Create(path));
        model.Write(writer);
    }

    private static ScoringModel Load(string path)
    {
        using BinaryReader reader = new(File.OpenRead(path));
        return ScoringModel.Read(reader);
    }

    private void Say(string line) => Console.WriteLine($"[{_clock.Elapsed.TotalSeconds,5:F0} s] {line}");
}
