using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Makes the content of an article of what the walk has recorded. It keeps its memory from page to page, and nothing of a page.
/// </summary>
internal sealed class ContentWriter
{
    private readonly ByteBuffer _output = new();

    /// <summary>Writes the plain text, and copies the events for the formats that are asked for later.</summary>
    public ArticleContent Write(ContentTape content, PageMetadata metadata, ReadOptions options)
    {
        _output.Clear();
        PlainTextWriter text = new(_output);
        content.Replay(ref text);
        return new(_output.Span(0, _output.Count).ToArray(), content.Copy(), metadata, options);
    }
}
