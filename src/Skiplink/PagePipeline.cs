using System.Text;
using Skiplink.Content;
using Skiplink.EmbeddedData;
using Skiplink.Explaining;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Html.Encodings;
using Skiplink.Learning;
using Skiplink.Metadata;
using Skiplink.PageModel;
using Skiplink.SavedText;
using Skiplink.Selection;
using Skiplink.Writing;

namespace Skiplink;

/// <summary>The stages from the bytes of a page to its article, with their memory, which one page after the other uses. For one thread at a time.</summary>
internal sealed class PagePipeline
{
    private readonly ScoringModel _model;
    private readonly HtmlParser _parser = new();
    private readonly BlockTable _blocks = new();
    private readonly BlockBuilder _blockBuilder = new();
    private readonly FeatureBuilder _features = new();
    private readonly PageDecoder _decoder = new();

    // For the text in a page's data, made when the first page needs them.
    private HiddenText? _dataText;
    private HtmlParser? _dataParser;
    private BlockTable? _dataBlocks;
    private readonly float[] _kindFeatures = new float[KindModel.FeatureCount];
    private readonly BlockScorer _scorer = new();
    private readonly BlockSelector _selection = new();
    private readonly MetadataReader _metadata = new();
    private readonly TitleMatter _titleMatter = new();
    private readonly ContentWalk _walk = new();
    private readonly UrlResolver _urls = new();
    private readonly ContentWriter _writer = new();
    private readonly Captions _captions = new();

    /// <summary>Is told when a station of the way is passed, to measure them.</summary>
    internal Action<Station>? Passed { get; init; }

    public PagePipeline(ScoringModel model) => _model = model;

    public Article Read(ReadOnlyMemory<byte> page, ReadOptions options) => Read(page, options, out _);

    public Article ReadSavedText(ReadOnlyMemory<byte> text, ReadOptions options) => ReadSavedText(text, options, out _);

    public Explanation Explain(ReadOnlyMemory<byte> page, ReadOptions options)
    {
        // What the data hold has no blocks of the page that could be explained.
        Article article = Read(page, options, out HtmlDocument document, withData: false);
        return Explainer.Explain(article, _selection.LowestKept, document, _blocks, _scorer, _model.Html, _features.Values);
    }

    public Explanation ExplainSavedText(ReadOnlyMemory<byte> text, ReadOptions options)
    {
        Article article = ReadSavedText(text, options, out HtmlDocument document);
        return Explainer.Explain(article, _selection.LowestKept, document, _blocks, _scorer, _model.Text, _features.Values);
    }

    /// <summary>Reads a page and gives its tree and its blocks, for measuring what comes after.</summary>
    public BlockTable ReadBlocks(ReadOnlyMemory<byte> page, out HtmlDocument document)
    {
        Read(page, new(), out document, withData: false);
        return _blocks;
    }

    private Article Read(ReadOnlyMemory<byte> page, ReadOptions options, out HtmlDocument document, bool withData = true)
    {
        document = Parse(_parser, page, options.TransportEncoding);
        Passed?.Invoke(Station.Parse);
        _blockBuilder.Build(document, _blocks);
        Passed?.Invoke(Station.Blocks);
        double promised = Score(document, _model.Html, options.Mode), confidence = _model.Html.Calibration.Of(promised);
        KindModel.Fill(_features.Page, _blocks, _features.Values, promised, _kindFeatures);
        // A page that shows nothing has no features, and is of no kind.
        PageKind kind = _blocks.Count > 0 ? _model.Kinds.Tell(_kindFeatures) : PageKind.Other;
        if (options.Mode == SelectionMode.Balanced && BlockSelector.BalancedFor(kind, _blocks.Count) is var beta && beta != BlockSelector.Balanced)
            _selection.ChooseAgain(_blocks, beta);
        _selection.Finish(_blocks);
        Passed?.Invoke(Station.Kind);
        Standfirst.Keep(_blocks, _features.Page);
        PageMetadata metadata = _metadata.Read(document, _blocks, _features.Page.TitleBlock, kind, options.Url);
        Passed?.Invoke(Station.Metadata);
        _titleMatter.Skip(document, _blocks, _features.Page.TitleBlock, metadata);
        if (options.Comments)
            ReaderComments.Keep(document, _blocks);
        if (withData && KeptWords() is < HiddenText.FewShown and var shown && ReadHidden(document, shown) is { } hidden)
            return Write(hidden.Document, hidden.Blocks, metadata, kind, HiddenText.Confidence, options, null);
        return Write(document, _blocks, metadata, kind, confidence, options, null);
    }

    /// <summary>The text in the page's data, where that has more words than what the page shows.</summary>
    private (HtmlDocument Document, BlockTable Blocks)? ReadHidden(HtmlDocument document, int shown)
    {
        if ((_dataText ??= new()).Find(document, _blocks.Scripts) is not { } markup)
            return null;
        _dataParser ??= new();
        BlockTable blocks = _dataBlocks ??= new();
        HtmlDocument hidden = _dataParser.ParseUtf8(markup);
        _blockBuilder.Build(hidden, blocks);
        if (blocks.WordCount <= 2 * shown)
            return null;
        foreach (ref BlockRow block in blocks.Rows)
            block.Kept = true;
        return (hidden, blocks);
    }

    /// <summary>How many words are kept, as far as it matters whether they are few.</summary>
    private int KeptWords()
    {
        int words = 0;
        foreach (ref readonly BlockRow block in _blocks.Rows)
        {
            words += block.Kept ? block.Words : 0;
            if (words >= HiddenText.FewShown)
                break;
        }
        return words;
    }

    /// <summary>
    /// Parses a page. One that is sound UTF-8 and not ASCII alone is read as such, whatever its <c>meta</c> says: whoever saved it changed the bytes and left the markup. By
    /// chance a page in another encoding is not sound UTF-8. What the transport names, and a byte order mark, are believed all the same.
    /// </summary>
    public static HtmlDocument Parse(HtmlParser parser, ReadOnlyMemory<byte> page, string? transportEncoding)
    {
        ReadOnlySpan<byte> bytes = page.Span;
        bool isUtf8 = transportEncoding is null && !Ascii.IsValid(bytes) && !bytes.StartsWith("\uFEFF"u8) && System.Text.Unicode.Utf8.IsValid(bytes);
        return isUtf8 ? parser.ParseUtf8(page) : parser.Parse(page, transportEncoding);
    }

    private Article ReadSavedText(ReadOnlyMemory<byte> text, ReadOptions options, out HtmlDocument document)
    {
        string decoded = Encoding.UTF8.GetString(_decoder.Decode(text, options.TransportEncoding).Utf8.Span);
        document = _parser.ParseUtf8(LinesDocument.FromText(decoded));
        _blockBuilder.Build(document, _blocks);
        double confidence = _model.Text.Calibration.Of(Score(document, _model.Text, options.Mode));
        _selection.Finish(_blocks);
        SavedTextLayout layout = SavedTextLayout.Read(document, _blocks);
        PageMetadata metadata = SavedTextMetadata.Read(document, _blocks, layout, options.Url, _metadata);
        return Write(document, _blocks, metadata, PageKind.Other, confidence, options, layout.Pictures);
    }

    private Article Write(HtmlDocument document, BlockTable blocks, PageMetadata metadata, PageKind kind, double confidence, ReadOptions options, IReadOnlyList<Picture>? pictures)
    {
        // Where nobody says where the page came from, its links are resolved against the address that it names for itself.
        _urls.Begin(document, options.Url, metadata.Url?.Value);
        ContentTape content = _walk.Run(document, blocks, _urls);
        Passed?.Invoke(Station.Walk);
        Article article = new(metadata, kind, confidence, _writer.Write(content, metadata, options), pictures ?? _captions.Read(document, content));
        Passed?.Invoke(Station.Write);
        return article;
    }

    /// <summary>Scores and chooses; returns the F1 that the probabilities promise.</summary>
    private double Score(HtmlDocument document, ScoringModel.Part part, SelectionMode mode)
    {
        _features.Build(document, _blocks, _model.Lexicon);
        Passed?.Invoke(Station.Features);
        _scorer.Score(part, _features, _blocks);
        Passed?.Invoke(Station.Model);
        double promised = _selection.Choose(_blocks, mode switch { SelectionMode.Precision => BlockSelector.Precise, SelectionMode.Recall => BlockSelector.Complete, _ => BlockSelector.Balanced });
        Passed?.Invoke(Station.Selection);
        return promised;
    }
}
