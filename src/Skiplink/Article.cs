using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Skiplink.Surroundings;
using Skiplink.Verdicts;
using Skiplink.Writing;

namespace Skiplink;

/// <summary>The main text of a page with its metadata. It never changes, and any number of threads may use it at once.</summary>
/// <remarks>
/// Plain text is made when the page is read. Every other format is written when it is first asked for, from a compact copy of the kept
/// content; the page, its tree and its reader are not kept alive.
/// </remarks>
[JsonConverter(typeof(ArticleJsonConverter))]
public sealed class Article
{
    private readonly ArticleContent _content;
    private readonly PageSurroundings _surroundings;
    private IReadOnlyList<string>? _authors;
    private IReadOnlyList<string>? _agencies;
    private string? _text;
    private string? _markdown;
    private string? _html;
    private string? _tei;
    private IReadOnlyList<ContentBlock>? _blocks;
    private IReadOnlyList<ReaderComment>? _comments;
    private IReadOnlyList<RelatedLink>? _related;

    internal Article(
        PageMetadata metadata, PageKind kind, double confidence, ArticleContent content, IReadOnlyList<Picture> pictures,
        VerdictFinding verdict, PageSurroundings surroundings)
    {
        Metadata = metadata;
        Kind = kind;
        Confidence = confidence;
        _content = content;
        _surroundings = surroundings;
        Pictures = pictures;
        (Verdict, Evidence, Shown) = (verdict.Verdict, verdict.Evidence, verdict.Shown);
    }

    /// <summary>The metadata of the page, each value with its source.</summary>
    public PageMetadata Metadata { get; }

    /// <summary>The title, without the site's name; null when the page has none.</summary>
    public string? Title => Metadata.Title?.Value;

    /// <summary>The authors, one name each; empty when the page names none.</summary>
    public IReadOnlyList<string> Authors => _authors ??= Values(Metadata.Authors);

    /// <summary>
    /// The news agencies that the byline or the dateline names, by their usual names: <c>Reuters</c>, <c>AP</c>, <c>dpa</c>.
    /// </summary>
    public IReadOnlyList<string> Agencies => _agencies ??= Values(Metadata.Agencies);

    /// <summary>When it was published, in ISO 8601, as exact as the page is; null when it does not say.</summary>
    public string? Published => Metadata.Published?.Value;

    /// <summary>When it was last changed, in ISO 8601, as exact as the page is; null when it does not say.</summary>
    public string? Modified => Metadata.Modified?.Value;

    /// <summary>The name of the site; null when neither page nor address give it.</summary>
    public string? Site => Metadata.Site?.Value;

    /// <summary>The language, as a BCP 47 tag; null when it is not known.</summary>
    public string? Language => Metadata.Language?.Value;

    /// <summary>The kind of page; <see cref="PageKind.Other"/> for saved text.</summary>
    public PageKind Kind { get; }

    /// <summary>
    /// What the page is if it is no page to read: an error page, a wall, a shell. <see cref="PageVerdict.None"/> for all others.
    /// </summary>
    public PageVerdict Verdict { get; }

    /// <summary>What <see cref="Verdict"/> stands on; empty without a verdict.</summary>
    public IReadOnlyList<VerdictEvidence> Evidence { get; }

    /// <summary>Of a page behind a paywall, how much of its text it shows; else null.</summary>
    public ShownText? Shown { get; }

    /// <summary>The pictures of the main text, in document order.</summary>
    public IReadOnlyList<Picture> Pictures { get; }

    /// <summary>
    /// The lead that is set apart between title and text; null when the page has none. Where the text begins with it, it is part of
    /// <see cref="Text"/> too.
    /// </summary>
    public string? Standfirst => _surroundings.Standfirst;

    /// <summary>
    /// What readers wrote under the text, in the order of the page; empty when there is nothing. The posts of a thread are its main text
    /// and not among them. They are read when they are first asked for.
    /// </summary>
    public IReadOnlyList<ReaderComment> Comments => _comments ??= _surroundings.ReadComments();

    /// <summary>
    /// Links to other texts beside the main text, in the order of the page, each address once; 100 at most, empty when there are none.
    /// </summary>
    public IReadOnlyList<RelatedLink> Related => _related ??= _surroundings.ReadRelated();

    /// <summary>The expected F1 over words of the main text, calibrated, 0 to 1: of pages with 0.9, about 0.9 is what they score.</summary>
    public double Confidence { get; }

    /// <summary>
    /// The main text: a line for each block, blank lines between blocks, without title and byline. Empty when the page has none.
    /// </summary>
    public string Text => _text ??= Encoding.UTF8.GetString(_content.Text);

    /// <summary>The main text in UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Text => _content.Text;

    /// <summary>The main text as Markdown: CommonMark with GFM tables and footnotes. Empty when the page has none.</summary>
    /// <remarks>With <see cref="ReadOptions.Comments"/> readers' comments follow in a section of their own.</remarks>
    public string Markdown => _markdown ??= WithComments(_content.Markdown(), CommentSection.Markdown);

    /// <summary>The Markdown as a document of its own, under its title.</summary>
    public string MarkdownDocument =>
        Markdown.Length > 0 && Title is { Length: > 0 } title ? $"{MarkdownTitle.Of(title, HasFormulas)}\n\n{Markdown}" : Markdown;

    /// <summary>The main text as a fragment of HTML that is safe to put into another page. Empty when the page has none.</summary>
    /// <remarks>With <see cref="ReadOptions.Comments"/> readers' comments follow in a section of their own.</remarks>
    public string Html => _html ??= WithComments(_content.Html(), CommentSection.Html);

    /// <summary>The article as a TEI P5 document.</summary>
    public string Tei => _tei ??= Encoding.UTF8.GetString(_content.Tei());

    /// <summary>The main text as typed blocks. Empty when the page has none.</summary>
    public IReadOnlyList<ContentBlock> Blocks => _blocks ??= _content.Blocks();

    /// <summary>
    /// Whether there are formulas in the main text: in the Markdown dollar signs then delimit TeX, and others are escaped.
    /// </summary>
    public bool HasFormulas => _content.HasFormulas;

    internal ArticleContent Content => _content;

    /// <summary>A format of the main text, and the comments in a section below it where they were asked for.</summary>
    private string WithComments(byte[] format, Func<IReadOnlyList<ReaderComment>, string> write)
    {
        string text = Encoding.UTF8.GetString(format);
        if (!_content.Options.Comments || Comments.Count == 0)
            return text;
        return text.Length > 0 ? $"{text.TrimEnd('\n')}\n\n{write(Comments)}" : write(Comments);
    }

    /// <summary>The article as one JSON object on one line, with the fields that the command writes.</summary>
    /// <param name="source">Where the page came from: a path, an address. The field is left out when null.</param>
    /// <remarks><see cref="JsonSerializer"/> writes the same object, without <paramref name="source"/>.</remarks>
    public string ToJson(string? source = null)
    {
        ArrayBufferWriter<byte> output = new();
        ArticleJson.Write(this, output, source);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>Writes what <see cref="ToJson"/> gives, in UTF-8.</summary>
    /// <param name="output">Where it is written.</param>
    /// <param name="source">Where the page came from: a path, an address. The field is left out when null.</param>
    public void WriteJson(IBufferWriter<byte> output, string? source = null) => ArticleJson.Write(this, output, source);

    /// <summary>Writes what <see cref="ToJson"/> gives to a stream, in UTF-8.</summary>
    /// <param name="output">Where it is written; it is left open.</param>
    /// <param name="source">Where the page came from: a path, an address. The field is left out when null.</param>
    public void WriteJson(Stream output, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArrayBufferWriter<byte> json = new();
        ArticleJson.Write(this, json, source);
        output.Write(json.WrittenSpan);
    }

    /// <summary>Writes what <see cref="ToJson"/> gives to a stream, in UTF-8.</summary>
    /// <param name="output">Where it is written; it is left open.</param>
    /// <param name="source">Where the page came from: a path, an address. The field is left out when null.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public async Task WriteJsonAsync(Stream output, string? source = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArrayBufferWriter<byte> json = new();
        ArticleJson.Write(this, json, source);
        await output.WriteAsync(json.WrittenMemory, cancellation).ConfigureAwait(false);
    }

    private static string[] Values(IReadOnlyList<MetadataValue> values) => [.. values.Select(static v => v.Value)];
}
