using System.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Tells the writers that a caller asked for what the walk has recorded. It keeps their memory from page to page.</summary>
internal sealed class ContentWriter
{
    private readonly ByteBuffer _output = new();
    private MarkdownWriter _markdown = new();
    private HtmlWriter _html = new();
    private TeiWriter _tei = new();

    /// <summary>Writes the content in the forms that the options name.</summary>
    public ArticleForms Write(ContentTape content, PageMetadata metadata, ReadOptions options)
    {
        _output.Clear();
        PlainTextWriter text = new(_output);
        content.Replay(ref text);
        return new(Written())
        {
            Markdown = Asks(options, ArticleFormats.Markdown) ? Markdown(content, options) : null,
            Html = Asks(options, ArticleFormats.Html) ? Html(content, options) : null,
            Tei = Asks(options, ArticleFormats.Tei) ? Tei(content, metadata, options) : null,
            Blocks = Asks(options, ArticleFormats.Blocks) ? Blocks(content) : null,
            HasFormulas = content.HasMath,
        };
    }

    private static bool Asks(ReadOptions options, ArticleFormats format) => (options.Formats & format) != 0;

    private byte[] Markdown(ContentTape content, ReadOptions options)
    {
        _output.Clear();
        (_markdown.WithImages, _markdown.WithLinks, _markdown.WithTables) = (options.Images, options.Links, options.Tables);
        _markdown.Begin(_output, content.HasMath);
        content.Replay(ref _markdown);
        return Written();
    }

    private byte[] Html(ContentTape content, ReadOptions options)
    {
        _output.Clear();
        (_html.WithImages, _html.WithLinks, _html.WithTables) = (options.Images, options.Links, options.Tables);
        _html.Begin(_output);
        content.Replay(ref _html);
        _html.Finish();
        return Written();
    }

    private byte[] Tei(ContentTape content, PageMetadata metadata, ReadOptions options)
    {
        _output.Clear();
        (_tei.WithImages, _tei.WithLinks, _tei.WithTables) = (options.Images, options.Links, options.Tables);
        TeiDocument.Begin(_output, metadata, options.Url);
        _tei.Begin(_output, Encoding.UTF8.GetBytes(metadata.Language?.Value ?? ""));
        content.Replay(ref _tei);
        _tei.Finish();
        TeiDocument.End(_output);
        return Written();
    }

    private static IReadOnlyList<ContentBlock> Blocks(ContentTape content)
    {
        BlockModelBuilder builder = new();
        content.Replay(ref builder);
        return builder.Blocks;
    }

    private byte[] Written() => _output.Span(0, _output.Count).ToArray();
}
