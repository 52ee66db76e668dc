using Skiplink.Features;
using Skiplink.Learning;

namespace Train;

/// <summary>
/// Models that leave out some folds of the pages, each trained once. A set of folds is a number with a bit for each. Whatever a model
/// learns of a page, the learnt words and what trees say of it, comes from models that have not seen the page's fold.
/// </summary>
internal sealed class CrossFit(IReadOnlyList<PreparedPage> pages, Func<uint, Lexicon> lexiconWithout, Trainer trainer, bool hasStructure)
{
    private readonly Dictionary<uint, TreeEnsemble> _trees = [];

    /// <summary>A model of blocks that leaves out some folds.</summary>
    public ScoringModel.Part PartWithout(uint folds, Calibration calibration)
    {
        PreparedPage[] seen = [.. pages.Where(p => (folds & BitOf(p)) == 0)];
        // One after the other, since training is a matter for all cores.
        foreach (uint bit in seen.Select(BitOf).Distinct())
            TreesWithout(folds | bit);
        Dictionary<PreparedPage, double[]> scores = seen.Where(static p => p.IsTaught)
            .Select(p => (Page: p, Lexicon: lexiconWithout(folds | BitOf(p)), Trees: TreesWithout(folds | BitOf(p)))).ToArray()
            .AsParallel().Select(static p => (p.Page, Scores: Trainer.Scores(p.Page, p.Lexicon, p.Trees)))
                .ToDictionary(static p => p.Page, static p => p.Scores);
        return new(TreesWithout(folds), trainer.Network(seen, p => lexiconWithout(folds | BitOf(p)), p => scores[p]), calibration,
            hasStructure);
    }

    /// <summary>The bit of a page's fold.</summary>
    public static uint BitOf(PreparedPage page) => 1u << page.Fold;

    private TreeEnsemble TreesWithout(uint folds)
    {
        if (!_trees.TryGetValue(folds, out TreeEnsemble? trees))
            _trees[folds] = trees = trainer.Blocks(pages.Where(p => (folds & BitOf(p)) == 0), p => lexiconWithout(folds | BitOf(p)));
        return trees;
    }
}
