using System.Diagnostics;
using System.Globalization;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Learning;
using Skiplink.PageModel;

namespace Skiplink.Benchmarks;

/// <summary>What the ways to score rows with the model's trees take, for pages of few and of many rows.</summary>
internal static class TreeWays
{
    private const int Pages = 12;
    private const int Rounds = 60;

    private static readonly int[] Counts = [1, 4, 8, 16, 32, 64, 65, 128, 256, 257, 384, 512];
    private static readonly (string Name, Action<BitScorer, float[], double[]> Run)[] Ways =
    [
        ("by bits", static (scorer, rows, scores) => Trees.ScoreByBits(rows, FeatureRow.Count, scores, scorer)),
        ("as chosen", static (scorer, rows, scores) => Trees.Score(rows, FeatureRow.Count, scores, scorer)),
        ("one by one", Walk),
    ];

    private static TreeEnsemble Trees => ScoringModel.Default.Html.Trees;

    public static int Run(Page[] pages)
    {
        List<float[]> features = [.. pages.Select(Features).Where(static f => f.Length >= Counts[^1] * FeatureRow.Count).Take(Pages)];
        BitScorer scorer = new();
        bool differ = false;
        Console.WriteLine($"µs for the rows of a page, {Trees.Trees} trees, the least of {Rounds} rounds, mean of {features.Count} pages");
        Console.WriteLine();
        Console.WriteLine($"| | {string.Join(" | ", Counts)} |");
        Console.WriteLine($"|---|{string.Concat(Counts.Select(static _ => "---|"))}");
        foreach ((string name, Action<BitScorer, float[], double[]> run) in Ways)
        {
            List<string> cells = [];
            foreach (int count in Counts)
            {
                double all = 0;
                foreach (float[] page in features)
                {
                    float[] rows = page[..(count * FeatureRow.Count)];
                    double[] scores = new double[count], single = new double[count];
                    all += Least(() => run(scorer, rows, scores));
                    Walk(scorer, rows, single);
                    differ |= !scores.AsSpan().SequenceEqual(single);
                }
                cells.Add((all / features.Count).ToString("F1", CultureInfo.InvariantCulture));
            }
            Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }
        Console.WriteLine();
        Console.WriteLine(differ ? "The ways differ." : "All ways give the same.");
        return differ ? 1 : 0;
    }

    private static double Least(Action run)
    {
        double least = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
        return least;
    }

    private static void Walk(BitScorer scorer, float[] rows, double[] scores)
    {
        for (int i = 0; i < scores.Length; i++)
            scores[i] = Trees.Score(rows.AsSpan(i * FeatureRow.Count, FeatureRow.Count));
    }

    private static float[] Features(Page page)
    {
        PageDocument model = new PageDocumentBuilder().Build(HtmlDocument.Parse(page.Bytes));
        return new FeatureBuilder().Build(model, ScoringModel.Default.Lexicon).ToArray();
    }
}
