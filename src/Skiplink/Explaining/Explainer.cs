using System.Text;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Explaining;

/// <summary>Says of each block of a page why it was kept or skipped.</summary>
internal static class Explainer
{
    private const int MaxReasons = 4;
    private const double MinWeight = 0.05;
    private const int MaxPath = 6;

    /// <summary>Explains the blocks of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selection">What was decided of its blocks.</param>
    /// <param name="model">The model that scored them.</param>
    /// <param name="features">Their features.</param>
    /// <param name="scores">What the model made of them.</param>
    public static List<BlockExplanation> Explain(
        PageDocument page, BlockDecisions selection, ScoringModel.Part model, ReadOnlySpan<float> features, BlockScores scores)
    {
        BlockTable blocks = page.Blocks;
        double[] usual = Usual(model, features, scores), contributions = new double[FeatureRow.Count];
        List<BlockExplanation> all = new(blocks.Count);
        int piece = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            Array.Clear(contributions);
            BlockScorer.Explain(model, features, scores, i, contributions);
            all.Add(Explain(page, selection, i, scores.Probabilities[i], Reasons(contributions, usual)));
            while (piece < blocks.HiddenPieces.Count && blocks.HiddenPieces[piece].Block <= i)
                all.Add(Explain(page, blocks.HiddenPieces[piece++]));
        }
        return all;
    }

    /// <summary>Explains the blocks of a text from a page's data, which no model has scored.</summary>
    /// <param name="data">The text as a page.</param>
    /// <param name="selection">What was decided of its blocks.</param>
    /// <param name="probability">The probability that each of them is main text.</param>
    public static IEnumerable<BlockExplanation> ExplainData(PageDocument data, SelectionResult selection, double probability)
    {
        for (int i = 0; i < data.Blocks.Count; i++)
            yield return Explain(data, selection, i, probability, []);
    }

    private static BlockExplanation Explain(PageDocument page, BlockDecisions selection, int block, double probability, Reason[] reasons)
    {
        string path = PathOf(page.Html, page.Blocks, page.Blocks[block].Inner);
        return new(BlockText.Of(page, block), path, probability, selection.IsKept(block), selection.ReasonOf(block), reasons)
        {
            HiddenBy = HiddenPhrases.Of(page.Blocks[block].Hidden),
            Role = page.Blocks[block].Hidden == default ? selection.RoleOf(block) : BlockRole.Hidden,
        };
    }

    /// <summary>A text that is hidden amid a block: no model has scored it.</summary>
    private static BlockExplanation Explain(PageDocument page, HiddenText piece)
    {
        string path = PathOf(page.Html, page.Blocks, page.Blocks[piece.Block].Inner);
        return new(BlockText.OfHidden(page, piece), path, 0, false, BlockReason.Hidden, [])
        {
            HiddenBy = HiddenPhrases.Of(piece.Reason),
            Role = BlockRole.Hidden,
        };
    }

    /// <summary>What the features that are the same for all blocks of the page contribute to each is no reason for any of them.</summary>
    private static double[] Usual(ScoringModel.Part model, ReadOnlySpan<float> features, BlockScores scores)
    {
        int count = scores.Probabilities.Length;
        double[] sums = new double[FeatureRow.Count];
        for (int i = 0; i < count; i++)
            BlockScorer.Explain(model, features, scores, i, sums);
        for (int f = 0; f < sums.Length; f++)
            sums[f] = f < FeatureRow.PageCount && count > 0 ? sums[f] / count : 0;
        return sums;
    }

    private static Reason[] Reasons(double[] contributions, double[] usual)
    {
        Dictionary<string, double> weights = [];
        for (int f = 0; f < contributions.Length; f++)
        {
            string phrase = FeaturePhrases.Of((Feature)f);
            weights[phrase] = weights.GetValueOrDefault(phrase) + contributions[f] - usual[f];
        }
        IEnumerable<KeyValuePair<string, double>> strongest = weights.Where(static w => Math.Abs(w.Value) >= MinWeight)
            .OrderByDescending(static w => Math.Abs(w.Value)).Take(MaxReasons);
        return [.. strongest.Select(static w => new Reason(w.Key, w.Value))];
    }

    private static string PathOf(HtmlDocument document, BlockTable blocks, int element)
    {
        List<string> path = [];
        for (; element != 0 && path.Count < MaxPath; element = blocks.Elements[element].Parent)
        {
            HtmlNode node = new(document, blocks.Elements[element].Node);
            string classes = Tidy.Text(Encoding.UTF8.GetString(node.Utf8Attribute(HtmlNames.Class)));
            path.Add(classes.Length == 0 ? node.LocalName : $"{node.LocalName}.{classes.Replace(' ', '.')}");
        }
        path.Reverse();
        return string.Join(" › ", path);
    }
}
