using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.Text;

namespace Skiplink.PageModel;

/// <summary>The text of a block: what its text nodes say, one after the other, with white space collapsed.</summary>
internal static class BlockText
{
    /// <summary>The text of a block.</summary>
    public static string Of(PageDocument page, int block) => Of(page.Html, page.Blocks, block);

    /// <inheritdoc cref="Of(PageDocument, int)"/>
    public static string Of(HtmlDocument document, BlockTable blocks, int block)
    {
        ref readonly BlockRow row = ref blocks[block];
        if (row.FirstNode == row.LastNode)
            return Tidy.Text(Encoding.UTF8.GetString(new HtmlNode(document, row.FirstNode).Utf8Text));
        ByteBuffer bytes = new();
        foreach (int node in blocks.TextNodesOf(block))
            bytes.Add(new HtmlNode(document, node).Utf8Text);
        return Tidy.Text(Encoding.UTF8.GetString(bytes.Span(0, bytes.Count)));
    }

    /// <summary>A text that is hidden amid a block.</summary>
    public static string OfHidden(PageDocument page, HiddenText piece)
    {
        ByteBuffer bytes = new();
        for (int node = piece.FirstNode; node <= piece.LastNode; node++)
        {
            if (page.Html.Nodes[node].Kind == HtmlNodeKind.Text && page.Blocks.IsHiddenPiece(node))
                bytes.Add(new HtmlNode(page.Html, node).Utf8Text);
        }
        return Tidy.Text(Encoding.UTF8.GetString(bytes.Span(0, bytes.Count)));
    }
}
