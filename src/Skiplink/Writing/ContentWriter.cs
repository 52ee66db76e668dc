using System.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Makes the writers that a caller asked for and replays a page's content to them. It keeps their memory, and nothing of a page.</summary>
internal sealed class ContentWriter
{
    private readonly ByteBuffer _output = new();
    private readonly MarkdownMemory _markdownMemory = new();

    /// <summary>Writes the content in the forms that the options name.</summary>
    public ArticleForms Write(ContentTape content, PageMetadata metadata, ReadOptions options)
    {
        WriteOptions write = WriteOptions.From(options);
        return new(Text(content))
        {
            Markdown = Asks(options, ArticleFormats.Markdown) ? Markdown(content, write) : null,
            Html = Asks(options, ArticleFormats.Html) ? Html(content, write) : null,
            Tei = Asks(options, ArticleFormats.Tei) ? Tei(content, metadata, options.Url, write) : null,
            Blocks = Asks(options, ArticleFormats.Blocks) ? Blocks(content) : null,
            HasFormulas = content.HasMath,
        };
    }

    private static bool Asks(ReadOptions options, ArticleFormats format) => (options.Formats & format) != 0;

    private byte[] Text(ContentTape content)
    {
        _output.Clear();
        PlainTextWriter text = new(_output);
        content.Replay(ref text);
        return Written();
    }

    private byte[] Markdown(ContentTape content, WriteOptions options)
    {
        _output.Clear();
        MarkdownWriter markdown = new(_output, options, content.HasMath, _markdownMemory);
        content.Replay(ref markdown);
        return Written();
    }

    private byte[] Html(ContentTape content, WriteOptions options)
    {
        _output.Clear();
        HtmlWriter html = new(_output, options);
        content.Replay(ref html);
        html.Finish();
        return Written();
    }

    private byte[] Tei(ContentTape content, PageMetadata metadata, Uri? url, WriteOptions options)
    {
        _output.Clear();
        TeiDocument.Begin(_output, metadata, url);
        TeiWriter tei = new(_output, options, Encoding.UTF8.GetBytes(metadata.Language?.Value ?? ""));
        content.Replay(ref tei);
        tei.Finish();
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
