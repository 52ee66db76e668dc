using System.Text;
using Skiplink.Addresses;
using Skiplink.Content;
using Skiplink.EmbeddedData;
using Skiplink.Explaining;
using Skiplink.Features;
using Skiplink.Html;
using Skiplink.Html.Encodings;
using Skiplink.Metadata;
using Skiplink.PageModel;
using Skiplink.SavedText;
using Skiplink.Selection;
using Skiplink.Surroundings;
using Skiplink.Verdicts;
using Skiplink.Writing;

namespace Skiplink;

/// <summary>
/// The stages from the bytes of a page to its article, each a value that the next ones read: tree, page model, probabilities, first cut,
/// kind and confidence, balanced selection, metadata, selection, content, article. The memory of the stages is used again for the next
/// page. For one thread at a time.
/// </summary>
internal sealed class PagePipeline
{
    private readonly ScoringModel _model;
    private readonly HtmlParser _parser = new(null, checksDeclarations: true);
    private readonly PageDecoder _decoder = new() { ChecksDeclarations = true };
    private readonly PageDocumentBuilder _pages = new();
    private readonly FeatureBuilder _features = new();
    private readonly BlockScorer _scorer = new();
    private readonly RoleScorer _roles = new();
    private readonly float[] _kindFeatures = new float[KindFeatures.Count];
    private readonly BlockSelector _selector = new();
    private readonly MetadataReader _metadata = new();
    private readonly ContentReader _content = new();
    private readonly UrlResolver _urls = new();
    private readonly ContentWriter _writer = new();
    private readonly PictureCaptions _captions = new();

    // For the text in a page's data, made when the first page needs them.
    private HtmlParser? _dataParser;
    private PageDocumentBuilder? _dataPages;
    private SelectionDraft? _dataDraft;

    /// <summary>Is called when a stage is completed, to measure the stages.</summary>
    public Action<Stage>? StageCompleted { get; init; }

    public PagePipeline(ScoringModel model) => _model = model;

    /// <summary>Reads a page of HTML.</summary>
    public Article Read(ReadOnlyMemory<byte> page, ReadOptions options) => Read(page, options, explain: false, out _);

    /// <summary>Reads the text of a page that somebody saved.</summary>
    public Article ReadSavedText(ReadOnlyMemory<byte> text, ReadOptions options) => ReadSavedText(text, options, explain: false, out _);

    /// <summary>Reads a page of HTML and says of each block why it was kept or skipped.</summary>
    public Explanation Explain(ReadOnlyMemory<byte> page, ReadOptions options)
    {
        Read(page, options, explain: true, out Explanation? explanation);
        return explanation!;
    }

    /// <summary>Reads saved text and says of each line why it was kept or skipped.</summary>
    public Explanation ExplainSavedText(ReadOnlyMemory<byte> text, ReadOptions options)
    {
        ReadSavedText(text, options, explain: true, out Explanation? explanation);
        return explanation!;
    }

    /// <summary>Reads a page and gives its model and what is kept of it, for measuring what comes after.</summary>
    public (PageDocument Page, SelectionResult Selection) Select(ReadOnlyMemory<byte> bytes)
    {
        PageDocument page = _pages.Build(Parse(_parser, bytes, null));
        _features.Build(page, _model.Lexicon);
        BlockScores scores = _scorer.Score(_model.Html, _features);
        _selector.FirstCut(page, scores.Probabilities);
        SelectionResult balanced = _selector.Balanced(scores.Probabilities, PageKind.Other, _features.Page);
        return (page, Finish(_selector.Start(SelectionMode.Balanced, balanced, scores.Probabilities, _features.Page), page, _content));
    }

    /// <summary>
    /// Parses a page. One that is sound UTF-8 and not ASCII alone is read as such, whatever its <c>meta</c> says: whoever saved it changed
    /// the bytes and left the markup. By chance a page in another encoding is not sound UTF-8. What the transport names, and a byte order
    /// mark, are believed all the same.
    /// </summary>
    public static HtmlDocument Parse(HtmlParser parser, ReadOnlyMemory<byte> page, string? transportEncoding)
    {
        ReadOnlySpan<byte> bytes = page.Span;
        bool isUtf8 = transportEncoding is null && !Ascii.IsValid(bytes) && !bytes.StartsWith("\uFEFF"u8)
            && System.Text.Unicode.Utf8.IsValid(bytes);
        return isUtf8 ? parser.ParseUtf8(page) : parser.Parse(page, transportEncoding);
    }

    /// <summary>Keeps the footnotes of what a draft keeps, and ends the draft.</summary>
    public static SelectionResult Finish(SelectionDraft draft, PageDocument page, ContentReader content)
    {
        content.Start(page);
        FootnoteRule.Apply(draft, content.Notes.FindLinked(draft));
        FootnoteRule.Apply(draft, content.Notes.FindLoose(draft));
        return draft.Freeze();
    }

    private Article Read(ReadOnlyMemory<byte> bytes, ReadOptions options, bool explain, out Explanation? explanation)
    {
        HtmlDocument document = Parse(_parser, bytes, options.TransportEncoding);
        StageCompleted?.Invoke(Stage.Parse);
        PageDocument page = _pages.Build(document);
        StageCompleted?.Invoke(Stage.PageModel);
        ReadOnlySpan<float> features = _features.Build(page, _model.Lexicon);
        PageFacts facts = _features.Page;
        StageCompleted?.Invoke(Stage.Features);
        BlockScores scores = _scorer.Score(_model.Html, _features);
        StageCompleted?.Invoke(Stage.Scoring);

        // Kind, confidence and metadata are those of the balanced mode, whatever the mode: the model has learnt them so.
        SelectionResult firstCut = _selector.FirstCut(page, scores.Probabilities);
        double confidence = _model.Html.Calibration.Of(firstCut.ExpectedF1);
        KindFeatures.Fill(facts, page.Blocks, firstCut.Kept, features, firstCut.ExpectedF1, _kindFeatures);
        // A page that shows nothing has no features, and is of no kind.
        PageKind kind = page.Blocks.Count > 0 ? _model.Kinds.Predict(_kindFeatures) : PageKind.Other;
        StageCompleted?.Invoke(Stage.Kind);
        SelectionResult balanced = _selector.Balanced(scores.Probabilities, kind, facts);
        StageCompleted?.Invoke(Stage.Selection);
        PageMetadata metadata = _metadata.Read(page, balanced, facts.TitleBlock, kind, options.Url);
        StageCompleted?.Invoke(Stage.Metadata);

        SelectionDraft draft = _selector.Start(options.Mode, balanced, scores.Probabilities, facts);
        draft.SetRoles(_roles.Predict(_model.Roles, features, page.Blocks, _scorer.Groups), facts.TitleBlock);
        RoleRule.Apply(draft, _roles, kind);
        CommentRule.Apply(draft, page, kind);
        _selector.SkipTitleBlock(draft, page, facts.TitleBlock, metadata.Title?.Value, Values(metadata.Authors));
        if (ReadEmbedded(draft, page) is var (data, dataSelection))
        {
            Article embedded = Write(
                data, dataSelection, metadata, kind, FittedConstants.EmbeddedTextConfidence, options, null, VerdictFinding.None);
            explanation = explain ? ExplainEmbedded(embedded, page, draft, data, dataSelection, features, scores) : null;
            return embedded;
        }
        SelectionResult selection = Finish(draft, page, _content);
        Article article = Write(page, selection, metadata, kind, confidence, options, null, VerdictReader.Read(page, selection));
        explanation = explain ? new(article, selection.LowestKept, Explainer.Explain(page, selection, _model.Html, features, scores))
            : null;
        return article;
    }

    private Article ReadSavedText(ReadOnlyMemory<byte> text, ReadOptions options, bool explain, out Explanation? explanation)
    {
        string decoded = Encoding.UTF8.GetString(_decoder.Decode(text, options.TransportEncoding).Utf8.Span);
        PageDocument page = _pages.Build(_parser.ParseUtf8(LinesDocument.FromText(decoded)));
        ReadOnlySpan<float> features = _features.Build(page, _model.Lexicon);
        BlockScores scores = _scorer.Score(_model.Text, _features);
        double confidence = _model.Text.Calibration.Of(_selector.FirstCut(page, scores.Probabilities).ExpectedF1);
        SelectionResult balanced = _selector.Balanced(scores.Probabilities, kind: null, facts: null);

        SavedTextLayout layout = SavedTextLayout.Read(page, balanced.Kept);
        SelectionResult lines = _selector.SkipLines(balanced, layout);
        (PageMetadata metadata, IReadOnlyList<int> titleBlock) = SavedTextMetadata.Read(page, lines, layout, options.Url, _metadata);

        SelectionDraft draft = _selector.Start(options.Mode, balanced, scores.Probabilities, facts: null);
        SavedTextRule.Apply(draft, layout);
        SavedTextRule.SkipTitleBlock(draft, titleBlock);
        SelectionResult selection = Finish(draft, page, _content);
        Article article = Write(page, selection, metadata, PageKind.Other, confidence, options, layout.Pictures, VerdictFinding.None);
        explanation = explain ? new(article, selection.LowestKept, Explainer.Explain(page, selection, _model.Text, features, scores))
            : null;
        return article;
    }

    /// <summary>The text in the page's data with all of it kept, where the page shows little and the data have more.</summary>
    private (PageDocument Data, SelectionResult Selection)? ReadEmbedded(SelectionDraft shown, PageDocument page)
    {
        if (!EmbeddedTextRule.IsWanted(shown) || EmbeddedText.Find(page) is not { } markup)
            return null;
        _dataParser ??= new();
        _dataPages ??= new();
        _dataDraft ??= new();
        PageDocument data = _dataPages.Build(_dataParser.ParseUtf8(markup));
        if (!EmbeddedTextRule.IsEnough(shown, data))
            return null;
        EmbeddedTextRule.KeepAll(_dataDraft, data);
        return (data, Finish(_dataDraft, data, _content));
    }

    private Explanation ExplainEmbedded(
        Article article, PageDocument page, SelectionDraft shown, PageDocument data, SelectionResult selection,
            ReadOnlySpan<float> features, BlockScores scores)
    {
        EmbeddedTextRule.SkipShown(shown);
        List<BlockExplanation> blocks = Explainer.Explain(page, shown, _model.Html, features, scores);
        blocks.AddRange(Explainer.ExplainData(data, selection, FittedConstants.EmbeddedTextConfidence));
        return new(article, FittedConstants.EmbeddedTextConfidence, blocks);
    }

    private Article Write(
        PageDocument page, SelectionResult selection, PageMetadata metadata, PageKind kind, double confidence, ReadOptions options,
            IReadOnlyList<Picture>? pictures, VerdictFinding verdict)
    {
        // Where nobody says where the page came from, its links are resolved against the address that it names for itself.
        _urls.Begin(page.Head, options.Url, metadata.Url?.Value);
        ContentTape content = _content.Read(selection, _urls);
        StageCompleted?.Invoke(Stage.Walk);
        PageSurroundings surroundings = PageSurroundings.Take(page, selection, metadata, kind, options.Url);
        Article article = new(metadata, kind, confidence, _writer.Write(content, metadata, options),
            pictures ?? _captions.Read(page, content), verdict, surroundings);
        StageCompleted?.Invoke(Stage.Write);
        return article;
    }

    private static string[] Values(IReadOnlyList<MetadataValue> found)
    {
        string[] values = found.Count == 0 ? [] : new string[found.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = found[i].Value;
        return values;
    }
}
