using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Scoring;

/// <summary>Fills the features of all blocks of a page, a row each. Linear in blocks and elements: what a block needs of its surroundings has been summed up before.</summary>
internal sealed partial class FeatureBuilder
{
    private readonly PageFacts _page = new();
    private readonly ElementWords _words = new();
    private readonly LinkWords _links = new();
    private readonly TextWords _texts = new();
    private float[] _values = [];
    private readonly GroupFeatures _groups = new();
    private readonly PathDistances _half = new();
    private readonly PathDistances _most = new();
    private readonly PathDistances _reader = new();
    private BlockTable _blocks = null!;

    /// <summary>The rows of the page that was read last.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, _blocks.Count * FeatureRow.Count);

    /// <summary>The facts of the page that was read last.</summary>
    public PageFacts Page => _page;

    /// <summary>Returns the rows, <see cref="FeatureRow.Count"/> numbers for each block; they are valid until the next page.</summary>
    public Span<float> Build(HtmlDocument document, BlockTable blocks, Lexicon lexicon)
    {
        _blocks = blocks;
        int length = blocks.Count * FeatureRow.Count;
        if (_values.Length < length)
            _values = new float[Math.Max(length, _values.Length * 2)];
        Span<float> values = _values.AsSpan(0, length);
        _page.Read(document, blocks);
        _words.Read(document, blocks.Elements, lexicon);
        _links.Read(document, blocks.Elements, lexicon);
        _texts.Read(blocks, lexicon);
        for (int i = 0; i < blocks.Count; i++)
            _page.TwinsOf(i).TextSum += _texts[i].Sum;
        _groups.Start(blocks.Elements);
        _half.Measure(blocks.Elements, _page.HalfElement);
        _most.Measure(blocks.Elements, _page.MostElement);
        _reader.Measure(blocks.Elements, _page.ReaderElement);
        Span<float> wholePage = stackalloc float[FeatureRow.Count];
        WholePage(new(wholePage));
        wholePage = wholePage[..FeatureRow.PageCount];
        for (int i = 0; i < blocks.Count; i++)
        {
            Span<float> numbers = Slice(values, i);
            numbers.Clear();
            wholePage.CopyTo(numbers);
            FeatureRow row = new(numbers);
            Text(i, row);
            Place(i, row);
            Groups(i, row);
            Tree(i, row);
            Twins(i, row);
            Neighbours(i, row);
            Titles(i, row);
            Words(i, row);
        }
        return values;
    }

    private static Span<float> Slice(Span<float> values, int block) => values.Slice(block * FeatureRow.Count, FeatureRow.Count);

    private void Text(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        ref readonly TextShape shape = ref block.Shape;
        float words = Math.Max(1, block.Words), bytes = Math.Max(1, shape.Bytes);
        row[Feature.LogWords] = FeatureRow.Log(block.Words);
        row[Feature.LogBytes] = FeatureRow.Log(shape.Bytes);
        row[Feature.WordLength] = bytes / words;
        row[Feature.LinkDensity] = block.LinkWords / words;
        row[Feature.LogLinks] = FeatureRow.Log(block.Links);
        row[Feature.CommaRate] = shape.Commas / words;
        row[Feature.StopRate] = shape.Stops / words;
        row[Feature.LogStops] = FeatureRow.Log(shape.Stops);
        row[Feature.SymbolRate] = shape.Symbols / words;
        row[Feature.DigitRate] = shape.Digits / bytes;
        row[Feature.UpperRate] = shape.Upper / bytes;
        row[Feature.CapitalizedRate] = shape.Capitalized / words;
        row[Feature.WideRate] = shape.Wide / bytes;
        row[Feature.EndsWithStop] = EndsWithStop(shape) ? 1 : 0;
        row[Feature.EndsWithColon] = shape.Last == ':' ? 1 : 0;
        row[Feature.StartsUpper] = shape.First is >= (byte)'A' and <= (byte)'Z' ? 1 : 0;
        row[Feature.StartsWithDigit] = shape.First is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
        row[Feature.StartsWithSymbol] = shape.First < 128 && !char.IsAsciiLetterOrDigit((char)shape.First) ? 1 : 0;
        row[Feature.Currencies] = shape.Currencies;
        row[Feature.Years] = shape.Years;
        row[Feature.Copyright] = shape.Copyrights;
        row[Feature.JointRate] = shape.Joints / words;
    }

    private static bool EndsWithStop(in TextShape shape) => shape.Last is (byte)'.' or (byte)'!' or (byte)'?' or (byte)'"';

    private void Place(int index, FeatureRow row)
    {
        ref readonly BlockRow block = ref _blocks[index];
        ref readonly ElementRow container = ref _blocks.Elements[block.Container];
        ref readonly ElementRow inner = ref _blocks.Elements[block.Inner];
        row[Feature.HeadingLevel] = PageFacts.HeadingLevel(_blocks, index);
        row[Feature.Depth] = container.Depth;
        row[Feature.InlineDepth] = inner.Depth - container.Depth;
        Surroundings all = inner.Surroundings;
        ReadOnlySpan<Surroundings> flags = Flags;
        for (int i = 0; i < flags.Length; i++)
            row[Feature.InNav + i] = (all & flags[i]) != 0 ? 1 : 0;
        row[Feature.IsListItem] = container.Name == HtmlNames.Li ? 1 : 0;
        row[Feature.IsCell] = container.Name is HtmlNames.Td or HtmlNames.Th ? 1 : 0;
    }

    /// <summary>For each flag from <see cref="Feature.InNav"/> to <see cref="Feature.InParagraph"/> what it tells.</summary>
    private static readonly Surroundings[] Flags =
    [
        Surroundings.Nav, Surroundings.Header, Surroundings.Footer, Surroundings.Aside, Surroundings.Main, Surroundings.Article, Surroundings.Form, Surroundings.Figure,
        Surroundings.Table, Surroundings.List, Surroundings.Preformatted, Surroundings.Heading, Surroundings.Dialog, Surroundings.Hidden, Surroundings.NoScript, Surroundings.Label,
        Surroundings.Caption, Surroundings.Section, Surroundings.Paragraph,
    ];

    private void Twins(int index, FeatureRow row)
    {
        ref readonly TwinGroup twins = ref _page.TwinsOf(index);
        row[Feature.LogTwins] = FeatureRow.Log(twins.Blocks);
        row[Feature.TwinLinkDensity] = FeatureRow.Share(twins.LinkWords, twins.Words);
        row[Feature.TwinShare] = FeatureRow.Share(twins.Words, _page.Words);
        row[Feature.TwinPlace] = FeatureRow.Share(index - twins.First, twins.Last - twins.First);
        int same = _page.SameTexts(index);
        row[Feature.LogSameText] = FeatureRow.Log(same - 1);
        row[Feature.TwinStops] = FeatureRow.Share(twins.Stops, twins.Blocks);
        row[Feature.TwinTextSum] = twins.TextSum / twins.Blocks;
        ref readonly TwinGroup tagTwins = ref _page.TagTwinsOf(index);
        row[Feature.LogTagTwins] = FeatureRow.Log(tagTwins.Blocks);
        row[Feature.TagTwinLinkDensity] = FeatureRow.Share(tagTwins.LinkWords, tagTwins.Words);
    }

    private void WholePage(FeatureRow row)
    {
        int count = _blocks.Count;
        row[Feature.PageWords] = FeatureRow.Log(_page.Words);
        row[Feature.PageBlocks] = FeatureRow.Log(count);
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
