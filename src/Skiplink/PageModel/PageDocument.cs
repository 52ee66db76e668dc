using Skiplink.Html;

namespace Skiplink.PageModel;

/// <summary>
/// A page as everything behind the parser reads it: its tree, its blocks, and what it says of itself. Read once and not changed. Its memory
/// is that of the <see cref="PageDocumentBuilder"/> that made it, and holds the page until that builder reads the next one.
/// </summary>
internal sealed class PageDocument(HtmlDocument html, BlockTable blocks, PageHead head)
{
    /// <summary>The tree.</summary>
    public HtmlDocument Html => html;

    /// <summary>The blocks of text.</summary>
    public BlockTable Blocks => blocks;

    /// <summary>The elements of the body.</summary>
    public ElementTable Elements => blocks.Elements;

    /// <summary>What the page says of itself.</summary>
    public PageHead Head => head;
}
