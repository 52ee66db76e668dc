using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>The features of a whole page from which its kind is predicted.</summary>
internal static class KindFeatures
{
    /// <summary>How many features there are.</summary>
    public const int Count = (int)KindFeature.Expected + 1;

    /// <summary>Fills the features of a page.</summary>
    /// <param name="page">The page's facts.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="kept">For each block whether the first cut keeps it.</param>
    /// <param name="blockFeatures">The features of its blocks.</param>
    /// <param name="expectedF1">The expected F1 of what the first cut keeps.</param>
    /// <param name="features">Where to, <see cref="Count"/> numbers.</param>
    public static void Fill(
        PageFacts page, BlockTable blocks, ReadOnlySpan<bool> kept, ReadOnlySpan<float> blockFeatures, double expectedF1,
            Span<float> features)
    {
        features.Clear();
        if (blocks.Count == 0)
            return;
        FillPage(page, blocks, features);
        FillKept(page, blocks, kept, blockFeatures, features);
        Set(features, KindFeature.Expected, (float)expectedF1);
    }

    private static void Set(Span<float> features, KindFeature feature, float value) => features[(int)feature] = value;

    private static void FillPage(PageFacts page, BlockTable blocks, Span<float> to)
    {
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
    }

    private static void FillKept(PageFacts page, BlockTable blocks, ReadOnlySpan<bool> isKept, ReadOnlySpan<float> blockFeatures,
        Span<float> to)
    {
        int words = 0, kept = 0, links = 0, longWords = 0, currencies = 0, headings = 0, list = 0, table = 0, code = 0;
        float samePaths = 0, classes = 0, texts = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            ref readonly BlockRow block = ref blocks[i];
            ReadOnlySpan<float> row = blockFeatures.Slice(i * FeatureRow.Count, FeatureRow.Count);
            classes += row[(int)Feature.ClassPath];
            texts += row[(int)Feature.TextSum];
            if (!isKept[i])
                continue;
            ContextFlags context = blocks.Elements[block.Inner].Context;
            kept++;
            words += block.Words;
            links += block.LinkWords;
            longWords += block.IsLong ? block.Words : 0;
            currencies += block.Shape.Currencies > 0 ? 1 : 0;
            headings += (context & ContextFlags.Heading) != 0 ? 1 : 0;
            list += (context & ContextFlags.List) != 0 ? block.Words : 0;
            table += (context & ContextFlags.Table) != 0 ? block.Words : 0;
            code += (context & ContextFlags.Preformatted) != 0 ? block.Words : 0;
            samePaths += row[(int)Feature.LogTwins];
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
        Set(to, KindFeature.KeptTwins, FeatureRow.Share(samePaths, kept));
        Set(to, KindFeature.MeanClass, classes / blocks.Count);
        Set(to, KindFeature.MeanText, texts / blocks.Count);
    }
}
