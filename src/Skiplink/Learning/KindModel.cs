using Skiplink.Features;
using Skiplink.PageModel;

namespace Skiplink.Learning;

/// <summary>Tells what kind of page it is: for each kind one small ensemble, of which the surest wins.</summary>
internal sealed class KindModel(TreeEnsemble[] kinds)
{
    /// <summary>How many features there are.</summary>
    public const int FeatureCount = (int)KindFeature.Expected + 1;

    /// <summary>A page that no kind claims with this log-odds is of another kind.</summary>
    private const double LeastScore = -3;

    /// <summary>The ensembles, in the order of <see cref="PageKind"/> without <see cref="PageKind.Other"/>.</summary>
    public TreeEnsemble[] Kinds { get; } = kinds;

    public PageKind Tell(ReadOnlySpan<float> features)
    {
        PageKind best = PageKind.Other;
        double most = LeastScore;
        for (int i = 0; i < Kinds.Length; i++)
        {
            double score = Kinds[i].Score(features);
            if (score > most)
                (most, best) = (score, (PageKind)(i + 1));
        }
        return best;
    }

    /// <summary>Fills the features of a page whose blocks were selected.</summary>
    /// <param name="page">The page's facts.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="blockFeatures">The features of its blocks.</param>
    /// <param name="expected">The expected F1 of what was kept.</param>
    /// <param name="features">Where to, <see cref="FeatureCount"/> numbers.</param>
    public static void Fill(PageFacts page, BlockTable blocks, ReadOnlySpan<float> blockFeatures, double expected, Span<float> features)
    {
        Span<float> to = features;
        void Set(Span<float> values, KindFeature feature, float value) => values[(int)feature] = value;
        to.Clear();
        if (blocks.Count == 0)
            return;
        ref readonly PageData data = ref page.Data;
        Set(to, KindFeature.LogWords, FeatureRow.Log(page.Words));
        Set(to, KindFeature.LogBlocks, FeatureRow.Log(blocks.Count));
        Set(to, KindFeature.LinkDensity, FeatureRow.Share(page.LinkWords, page.Words));
        Set(to, KindFeature.LongShare, FeatureRow.Share(page.LongWords, page.Words));
        Set(to, KindFeature.LogImages, FeatureRow.Log(blocks.Elements[0].Images));
        Set(to, KindFeature.LogCurrencies, FeatureRow.Log(page.Currencies));
        Set(to, KindFeature.LogYears, FeatureRow.Log(page.Years));
        Set(to, KindFeature.LogArticles, FeatureRow.Log(page.Articles));
        Set(to, KindFeature.LogHeadings, FeatureRow.Log(blocks.Elements[0].Headings));
        Set(to, KindFeature.MainShare, FeatureRow.Share(page.MainWords, page.Words));
        Set(to, KindFeature.ArticleShare, FeatureRow.Share(page.ArticleWords, page.Words));
        Set(to, KindFeature.DataArticle, data.Article);
        Set(to, KindFeature.DataProducts, data.Product);
        Set(to, KindFeature.DataList, data.List);
        Set(to, KindFeature.DataForum, data.Forum);
        Set(to, KindFeature.DataService, data.Service);
        Set(to, KindFeature.DataManual, data.Manual);
        Set(to, KindFeature.GraphArticle, data.GraphArticle);
        Set(to, KindFeature.GraphProduct, data.GraphProduct);
        Set(to, KindFeature.GraphWebsite, data.GraphWebsite);
        Set(to, KindFeature.PathDepth, data.PathDepth);
        Set(to, KindFeature.PathLength, data.PathLength);
        Set(to, KindFeature.PathDigits, data.PathDigits);

        int words = 0, kept = 0, links = 0, longWords = 0, currencies = 0, headings = 0, list = 0, table = 0, code = 0;
        float twins = 0, classes = 0, texts = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            ref readonly BlockRow block = ref blocks[i];
            ReadOnlySpan<float> row = blockFeatures.Slice(i * FeatureRow.Count, FeatureRow.Count);
            classes += row[(int)Feature.ClassPath];
            texts += row[(int)Feature.TextSum];
            if (!block.Kept)
                continue;
            Surroundings around = blocks.Elements[block.Inner].Surroundings;
            kept++;
            words += block.Words;
            links += block.LinkWords;
            longWords += PageFacts.IsLong(block) ? block.Words : 0;
            currencies += block.Shape.Currencies > 0 ? 1 : 0;
            headings += (around & Surroundings.Heading) != 0 ? 1 : 0;
            list += (around & Surroundings.List) != 0 ? block.Words : 0;
            table += (around & Surroundings.Table) != 0 ? block.Words : 0;
            code += (around & Surroundings.Preformatted) != 0 ? block.Words : 0;
            twins += row[(int)Feature.LogTwins];
        }
        Set(to, KindFeature.LogKeptWords, FeatureRow.Log(words));
        Set(to, KindFeature.KeptShare, FeatureRow.Share(words, page.Words));
        Set(to, KindFeature.KeptBlocks, FeatureRow.Log(kept));
        Set(to, KindFeature.KeptWordsPerBlock, FeatureRow.Share(words, kept));
        Set(to, KindFeature.KeptLinkDensity, FeatureRow.Share(links, words));
        Set(to, KindFeature.KeptLongShare, FeatureRow.Share(longWords, words));
        Set(to, KindFeature.KeptCurrencies, FeatureRow.Share(currencies, kept));
        Set(to, KindFeature.KeptHeadings, FeatureRow.Share(headings, kept));
        Set(to, KindFeature.KeptListShare, FeatureRow.Share(list, words));
        Set(to, KindFeature.KeptTableShare, FeatureRow.Share(table, words));
        Set(to, KindFeature.KeptCodeShare, FeatureRow.Share(code, words));
        Set(to, KindFeature.KeptTwins, FeatureRow.Share(twins, kept));
        Set(to, KindFeature.MeanClass, classes / blocks.Count);
        Set(to, KindFeature.MeanText, texts / blocks.Count);
        Set(to, KindFeature.Expected, (float)expected);
    }
}
