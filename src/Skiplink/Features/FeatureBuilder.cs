using Skiplink.Learning;
using Skiplink.PageModel;

namespace Skiplink.Features;

/// <summary>
/// Fills the features of all blocks of a page, a row each. Linear in blocks and elements: what a block needs of its surroundings has been
/// summed up before.
/// </summary>
internal sealed partial class FeatureBuilder
{
    private readonly PageFacts _page = new();
    private readonly ElementWords _words = new();
    private readonly TextWords _texts = new();
    private readonly RoleWords _roleWords = new();
    private readonly RareWords _rareWords = new();
    private readonly TreeScoreFeatures _treeScores = new();
    private readonly GroupFeatures _groups = new();
    private readonly PathDistances _ways = new();
    private float[] _values = [];
    private PageDocument _document = null!;
    private BlockTable _blocks = null!;
    private Lexicon _lexicon = null!;

    // A place among the page's words, and among those of its long text, is multiplied by these to be a share.
    private float _perWord;
    private float _perLongWord;

    /// <summary>The rows of the page that was read last.</summary>
    public Span<float> Values => _values.AsSpan(0, _blocks.Count * FeatureRow.Count);

    /// <summary>The blocks of the page that was read last.</summary>
    public BlockTable Blocks => _blocks;

    /// <summary>The facts of the page that was read last.</summary>
    public PageFacts Page => _page;

    /// <summary>
    /// Returns the rows, <see cref="FeatureRow.Count"/> numbers for each block; they are valid until the next page. What the network alone
    /// looks at is filled in by <see cref="Complete"/>.
    /// </summary>
    public Span<float> Build(PageDocument page, Lexicon lexicon)
    {
        BlockTable blocks = page.Blocks;
        (_document, _blocks, _lexicon) = (page, blocks, lexicon);
        int length = blocks.Count * FeatureRow.Count;
        if (_values.Length < length)
            _values = new float[Math.Max(length, _values.Length * 2)];
        _page.Read(page);
        _words.Read(page.Html, blocks.Elements, lexicon);
        _texts.Read(blocks, lexicon);
        _roleWords.Read(page, lexicon.Roles);
        _groups.Start(blocks.Elements);
        _ways.Measure(blocks.Elements, _page);
        (_perWord, _perLongWord) = (FeatureRow.PerWhole(_page.Words), FeatureRow.PerWhole(_page.LongWords));
        Span<float> values = Values, ofPage = stackalloc float[FeatureRow.Count];
        ofPage.Clear();
        WholePage(new(ofPage));
        FeatureRow before = default;
        for (int i = 0; i < blocks.Count; i++)
        {
            Span<float> numbers = values.Slice(i * FeatureRow.Count, FeatureRow.Count);
            ofPage.CopyTo(numbers);
            FeatureRow row = new(numbers);
            // Place, Groups and SamePath write whole vectors: the ends of these are written over by what comes after, so the order counts.
            Text(i, row);
            Place(i, row);
            Groups(i, row);
            SamePath(i, row);
            Headings(i, row);
            Words(i, row);
            _roleWords.Fill(i, row);
            Around(i, row);
            if (i > 0)
                Neighbours(i, before, row);
            before = row;
        }
        return values;
    }

    /// <summary>Fills in the rows of some blocks what rare words say of them, and what tree scores of them and of those around.</summary>
    /// <param name="blocks">Which blocks.</param>
    /// <param name="scores">What trees say of each block of the page, in log-odds.</param>
    /// <param name="probabilities">The same as probabilities.</param>
    public void Complete(ReadOnlySpan<int> blocks, ReadOnlySpan<double> scores, ReadOnlySpan<float> probabilities)
    {
        _rareWords.Fill(_document.Html, _blocks, blocks, _lexicon, Values);
        _treeScores.Fill(_blocks, _page.SamePaths, _groups, scores, probabilities, blocks, Values);
    }

    private void WholePage(FeatureRow row)
    {
        row[Feature.PageWords] = FeatureRow.Log(_page.Words);
        row[Feature.PageBlocks] = FeatureRow.Log(_blocks.Count);
        row[Feature.PageLinkDensity] = FeatureRow.Share(_page.LinkWords, _page.Words);
        row[Feature.PageLongShare] = FeatureRow.Share(_page.LongWords, _page.Words);
        row[Feature.PageLongBlocks] = FeatureRow.Log(_page.LongBlocks);
        row[Feature.PageImages] = FeatureRow.Log(_blocks.Elements[0].Images);
        row[Feature.PageCurrencies] = FeatureRow.Log(_page.Currencies);
        row[Feature.PageYears] = FeatureRow.Log(_page.Years);
        row[Feature.PageArticles] = FeatureRow.Log(_page.Articles);
        row[Feature.PageHeadings] = FeatureRow.Log(_blocks.Elements[0].Headings);
        row[Feature.PageMainShare] = FeatureRow.Share(_page.MainWords, _page.Words);
        ref readonly PageData data = ref _page.Data;
        row[Feature.DataArticle] = data.Article;
        row[Feature.DataProducts] = FeatureRow.Log(data.Product);
        row[Feature.DataList] = data.List;
        row[Feature.DataForum] = data.Forum;
        row[Feature.DataService] = data.Service;
        row[Feature.DataManual] = data.Manual;
        row[Feature.GraphArticle] = data.GraphArticle;
        row[Feature.GraphProduct] = data.GraphProduct;
        row[Feature.GraphWebsite] = data.GraphWebsite;
        row[Feature.PathDepth] = data.PathDepth;
        row[Feature.PathLength] = data.PathLength;
        row[Feature.PathDigits] = data.PathDigits;
    }
}
