using System.Globalization;
using Skiplink.Features;
using Skiplink.Learning;
using Skiplink.Selection;

namespace Train;

/// <summary>
/// What each feature is worth to a model that is done: how much the F1 of pages it has not seen falls when the feature says of every block
/// what it says on average. Two features that say the same stand in for each other and both look worth little, so that what is left out by
/// this list has to be trained anew and scored.
/// </summary>
internal sealed class Importance
{
    private readonly double[] _lost = new double[FeatureRow.Count];
    private readonly double[] _moved = new double[FeatureRow.Count];
    private readonly Lock _lock = new();
    private int _pages;

    /// <summary>Adds the pages that a model has not seen.</summary>
    public void Add(ScoringModel model, IEnumerable<PreparedPage> pages) =>
        Parallel.ForEach(pages.Where(static p => p.IsTaught), page => Add(model, page));

    private void Add(ScoringModel model, PreparedPage page)
    {
        int count = page.Blocks.Count;
        FeatureBuilder builder = new();
        builder.Build(page.Model, model.Lexicon);
        double[] trees = new double[count];
        model.Html.Trees.Score(builder.Values, FeatureRow.Count, trees, new BitScorer());
        builder.Complete([.. Enumerable.Range(0, count)], trees, Array.ConvertAll(trees, BlockScorer.Probability));
        float[] features = builder.Values.ToArray(), column = new float[count];
        BlockScorer scorer = new();
        BlockSelector selector = new();
        double whole = Score(model, features, page, scorer, selector, out float[] probabilities);
        double[] lost = new double[FeatureRow.Count], moved = new double[FeatureRow.Count];
        for (int f = 0; f < FeatureRow.Count; f++)
        {
            for (int b = 0; b < count; b++)
            {
                ref float value = ref features[(b * FeatureRow.Count) + f];
                (column[b], value) = (value, model.Html.Net.Means[f]);
            }
            lost[f] = whole - Score(model, features, page, scorer, selector, out float[] without);
            for (int b = 0; b < count; b++)
            {
                features[(b * FeatureRow.Count) + f] = column[b];
                moved[f] += Math.Abs(without[b] - probabilities[b]) / count;
            }
        }
        lock (_lock)
        {
            _pages++;
            for (int f = 0; f < FeatureRow.Count; f++)
            {
                _lost[f] += lost[f];
                _moved[f] += moved[f];
            }
        }
    }

    /// <summary>Prints the features, those worth most first: the F1 that is lost, and how far probabilities move on average.</summary>
    public void Print()
    {
        Console.WriteLine("feature, F1 lost without it, mean move of the probabilities:");
        foreach (int f in Enumerable.Range(0, FeatureRow.Count).OrderByDescending(f => _lost[f]))
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {(Feature)f} {_lost[f] / _pages:F5} {_moved[f] / _pages:F5}"));
    }

    // The share of words that are labelled, which is as good for a difference as the benchmark's bags of words, and much faster.
    private static double Score(
        ScoringModel model, float[] features, PreparedPage page, BlockScorer scorer, BlockSelector selector, out float[] probabilities)
    {
        probabilities = scorer.Score(model.Html, features).Probabilities.ToArray();
        selector.FirstCut(page.Model, probabilities);
        SelectionResult selection = selector.Balanced(probabilities, kind: null, facts: null);
        double kept = 0, labelled = 0, both = 0;
        for (int b = 0; b < page.Blocks.Count; b++)
        {
            int words = page.Blocks[b].Words;
            kept += selection.IsKept(b) ? words : 0;
            labelled += page.Labels[b] ? words : 0;
            both += selection.IsKept(b) && page.Labels[b] ? words : 0;
        }
        return kept + labelled == 0 ? 0 : 2 * both / (kept + labelled);
    }
}
