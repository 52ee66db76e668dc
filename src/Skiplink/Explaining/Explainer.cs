using System.Text;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Learning;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Explaining;

/// <summary>Says of each block of a page that was just read why it was kept or skipped.</summary>
internal static class Explainer
{
    private const int MostReasons = 4;
    private const double LeastWeight = 0.05;
    private const int MostPath = 6;

    public static Explanation Explain(Article article, double cut, HtmlDocument document, BlockTable blocks, BlockScorer scorer, ScoringModel.Part model, ReadOnlySpan<float> features)
    {
        double[] usual = Usual(scorer, model, features, blocks.Count);
        double[] contributions = new double[FeatureRow.Count];
        List<BlockExplanation> all = new(blocks.Count);
        for (int i = 0; i < blocks.Count; i++)
        {
            Array.Clear(contributions);
            scorer.Explain(model, features, i, contributions);
            ref readonly BlockRow block = ref blocks[i];
            all.Add(new(TextOf(document, blocks, i), PathOf(document, blocks, block.Inner), block.Probability, block.Kept, block.Verdict, Reasons(contributions, usual)));
        }
        return new(article, cut, all);
    }

    /// <summary>What the features that are the same for all blocks of the page contribute to each is no reason for any of them.</summary>
    private static double[] Usual(BlockScorer scorer, ScoringModel.Part model, ReadOnlySpan<float> features, int count)
    {
        double[] sums = new double[FeatureRow.Count];
        for (int i = 0; i < count; i++)
            scorer.Explain(model, features, i, sums);
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
        return [.. weights.Where(static w => Math.Abs(w.Value) >= LeastWeight).OrderByDescending(static w => Math.Abs(w.Value)).Take(MostReasons).Select(static w => new Reason(w.Key, w.Value))];
    }

    private static string TextOf(HtmlDocument document, BlockTable blocks, int index)
    {
        StringBuilder text = new();
        for (int i = blocks[index].FirstNode; i <= blocks[index].LastNode; i++)
        {
            if (blocks.BlockOf(i) == index)
                text.Append(Encoding.UTF8.GetString(new HtmlNode(document, i).Utf8Text));
        }
        return Tidy.Text(text.ToString());
    }

    private static string PathOf(HtmlDocument document, BlockTable blocks, int element)
    {
        List<string> path = [];
        for (; element != 0 && path.Count < MostPath; element = blocks.Elements[element].Parent)
        {
            HtmlNode node = new(document, blocks.Elements[element].Node);
            string classes = Tidy.Text(Encoding.UTF8.GetString(node.Utf8Attribute(HtmlNames.Class)));
            path.Add(classes.Length == 0 ? node.LocalName : $"{node.LocalName}.{classes.Replace(' ', '.')}");
        }
        path.Reverse();
        return string.Join(" › ", path);
    }
}
