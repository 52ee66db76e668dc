using Skiplink.Html;

namespace Skiplink.PageModel;

/// <summary>
/// Makes a <see cref="PageDocument"/> of a tree. Its memory is used again for each page: a page that it made before is overwritten.
/// </summary>
internal sealed class PageDocumentBuilder
{
    private readonly PageHeadBuilder _head = new();
    private readonly BlockBuilder _blocks = new();

    /// <summary>Reads a page.</summary>
    public PageDocument Build(HtmlDocument document)
    {
        _head.Start(document);
        BlockTable blocks = _blocks.Build(document, _head);
        return new(document, blocks, _head.Build());
    }
}
