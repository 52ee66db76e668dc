using System.Globalization;
using Skiplink.Features;
using Skiplink.Learning;
using Skiplink.PageModel;
using Skiplink.Selection;

namespace Train;

/// <summary>
/// What each feature is worth to a model that is done: how much the F1 of pages it has not seen falls when the feature says of every block what it says on average.
/// Two features that say the same stand in for each other and both look worth little, so that what is left out by this list has to be trained anew and scored.
/// </summary>
internal sealed class Importance
{
    private readonly double[] _lost = new double[FeatureRow.Count];
    private readonly double[] _moved = new double[FeatureRow.Count];
    private readonly Lock _lock = new();
    private int _pages;

    /// <summary>Adds the pages that a model has not seen.</summary>
    public void Add(ScoringModel model, IEnumerable<PreparedPage> pages) => Parallel.ForEach(pages.Where(static p => p.IsTaught), page => Add(model, page));

    private void Add(ScoringModel model, PreparedPage page)
    {
        BlockTable blocks = page.Blocks;
        FeatureBuilder builder = new();
        builder.Build(page.Document, blocks, model.Lexicon);
        double[] trees = new double[blocks.Count];
        model.Html.Trees.Score(builder.Values, FeatureRow.Count, trees, new BitScorer());
        for (int b = 0; b < blocks.Count; b++)
            blocks[b].Probability = BlockScorer.Probability(trees[b]);
        builder.Complete([.. Enumerable.Range(0, blocks.Count)], trees);
        float[] features = builder.Values.ToArray(), column = new float[blocks.Count];
        BlockScorer scorer = new();
        BlockSelector selection = new();
        double whole = Score(model, features, page, scorer, selection);
        float[] probabilities = [.. Enumerable.Range(0, blocks.Count).Select(b => blocks[b].Probability)];
        double[] lost = new double[FeatureRow.Count], moved = new double[FeatureRow.Count];
        for (int f = 0; f < FeatureRow.Count; f++)
        {
            for (int b = 0; b < blocks.Count; b++)
            {
                ref float value = ref features[(b * FeatureRow.Count) + f];
                (column[b], value) = (value, model.Html.Net.Means[f]);
            }
            lost[f] = whole - Score(model, features, page, scorer, selection);
            for (int b = 0; b < blocks.Count; b++)
            {
                features[(b * FeatureRow.Count) + f] = column[b];
                moved[f] += Math.Abs(blocks[b].Probability - probabilities[b]) / blocks.Count;
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
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(Feature)f} {_lost[f] / _pages:F5} {_moved[f] / _pages:F5}"));
    }

    // The share of words that are labelled, which is as good for a difference as the benchmark's bags of words, and much faster.
    private static double Score(ScoringModel model, float[] features, PreparedPage page, BlockScorer scorer, BlockSelector selection)
    {
        BlockTable blocks = page.Blocks;
        scorer.Score(model.Html, features, blocks);
        selection.Select(blocks, BlockSelector.Balanced);
        double kept = 0, labelled = 0, both = 0;
        for (int b = 0; b < blocks.Count; b++)
        {
            kept += blocks[b].Kept ? blocks[b].Words : 0;
            labelled += page.Labels[b] ? blocks[b].Words : 0;
            both += blocks[b].Kept && page.Labels[b] ? blocks[b].Words : 0;
        }
        return kept + labelled == 0 ? 0 : 2 * both / (kept + labelled);
    }
}
