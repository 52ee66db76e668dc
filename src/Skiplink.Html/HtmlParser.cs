using Skiplink.Html.Encodings;
using Skiplink.Html.Tokenizing;
using Skiplink.Html.TreeBuilding;

namespace Skiplink.Html;

/// <summary>
/// Parses one page after another into the same memory; once warm, it does not allocate. A returned document is valid until the next page. A
/// parser parses one page at a time (otherwise <see cref="InvalidOperationException"/>): give each thread its own.
/// </summary>
/// <remarks>
/// Follows the parsing section of the WHATWG HTML standard (https://html.spec.whatwg.org/#parsing). Parse errors are repaired as the
/// standard says and not reported.
/// </remarks>
public sealed class HtmlParser
{
    private readonly HtmlParseOptions _options;
    private readonly HtmlDocument _document = new();
    private readonly PageDecoder _decoder;
    private readonly TreeBuilder _builder;
    private ExclusiveUse _use;

    /// <summary>Creates a parser.</summary>
    /// <param name="options">How to parse; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="HtmlParseOptions.MaxDepth"/> is below 16.</exception>
    public HtmlParser(HtmlParseOptions? options = null)
        : this(options, checksDeclarations: false)
    {
    }

    /// <summary>Creates a parser.</summary>
    /// <param name="options">How to parse; null for the defaults.</param>
    /// <param name="checksDeclarations">Whether a declared encoding that the bytes contradict is not believed.</param>
    internal HtmlParser(HtmlParseOptions? options, bool checksDeclarations)
    {
        _options = options ?? new();
        _decoder = new() { ChecksDeclarations = checksDeclarations };
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxDepth, 16, nameof(options));
        _builder = new TreeBuilder(_document.Nodes, _document.AttributeRows, _document.Names, _document.Text, _options.Scripting,
            _options.MaxDepth);
    }

    /// <summary>Parses a page in any encoding, which is sniffed as in section 13.2.3.</summary>
    /// <param name="page">The bytes. Valid UTF-8 is not copied and must not change while the document is in use.</param>
    public HtmlDocument Parse(ReadOnlyMemory<byte> page) => Parse(page, _options.TransportEncoding);

    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte})"/>
    /// <param name="page">The bytes. Valid UTF-8 is not copied and must not change while the document is in use.</param>
    /// <param name="transportEncoding">The encoding that the transport declares for this page, or null.</param>
    public HtmlDocument Parse(ReadOnlyMemory<byte> page, string? transportEncoding)
    {
        _use.Begin(this);
        try
        {
            DecodedPage decoded = _decoder.Decode(page, transportEncoding);
            return Run(decoded.Utf8, decoded.EncodingName);
        }
        finally
        {
            _use.End();
        }
    }

    /// <summary>Parses a page that is known to be valid UTF-8, whatever encoding it declares.</summary>
    /// <param name="page">Valid UTF-8 without a byte order mark. It is not copied and must not change while the document is in use.</param>
    public HtmlDocument ParseUtf8(ReadOnlyMemory<byte> page)
    {
        _use.Begin(this);
        try
        {
            return Run(page, "UTF-8");
        }
        finally
        {
            _use.End();
        }
    }

    /// <summary>
    /// Parses a fragment like <c>innerHTML</c> of a context element (13.4). Its nodes are the children of the document's root.
    /// </summary>
    /// <param name="fragment">The markup, in valid UTF-8.</param>
    /// <param name="contextName">The context element's local name.</param>
    /// <param name="contextNamespace">The context element's namespace.</param>
    public HtmlDocument ParseFragment(ReadOnlyMemory<byte> fragment, string contextName,
        HtmlNamespace contextNamespace = HtmlNamespace.Html)
    {
        ArgumentNullException.ThrowIfNull(contextName);
        _use.Begin(this);
        try
        {
            _document.Begin(fragment, "UTF-8");
            ContentModel model = _builder.StartFragment(contextName, contextNamespace);
            Tokenize(model);
            _builder.FinishFragment();
            return _document;
        }
        finally
        {
            _use.End();
        }
    }

    private HtmlDocument Run(ReadOnlyMemory<byte> utf8, string encodingName)
    {
        _document.Begin(utf8, encodingName);
        _builder.StartDocument();
        Tokenize(ContentModel.Data);
        return _document;
    }

    private void Tokenize(ContentModel model)
    {
        Tokenizer<TreeSink> tokenizer = new(_document.Text, _document.Names, _document.AttributeRows, new TreeSink(_builder), model);
        tokenizer.Run();
    }
}
