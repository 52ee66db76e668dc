using System.Buffers;
using System.Text;

namespace Skiplink.Html;

/// <summary>Links to other nodes, and walks along them, without recursion.</summary>
public readonly partial struct HtmlNode
{
    /// <summary>The parent; none for the document.</summary>
    public HtmlNode Parent => Index == 0 || (Row.Parent == 0 && !IsLinkedToRoot) ? default : new(Document, Row.Parent);

    /// <summary>The first child.</summary>
    public HtmlNode FirstChild => At(Row.FirstChildOrNone);

    /// <summary>The last child.</summary>
    public HtmlNode LastChild => At(Row.LastChild);

    /// <summary>The next sibling.</summary>
    public HtmlNode NextSibling => At(Row.NextSibling);

    /// <summary>The previous sibling.</summary>
    public HtmlNode PreviousSibling => At(Row.PreviousSibling);

    private bool IsLinkedToRoot => Row.PreviousSibling != 0 || Document.Nodes[0].FirstChild == Index;

    private HtmlNode At(int index) => index == 0 ? default : new(Document, index);

    /// <summary>The first child that is an HTML element of the given name, or none.</summary>
    public HtmlNode FirstChildElement(int nameId)
    {
        for (HtmlNode child = IsNone ? default : FirstChild; !child.IsNone; child = child.NextSibling)
        {
            if (child.Is(nameId))
                return child;
        }
        return default;
    }

    /// <summary>
    /// The next node in document order after the whole subtree of this one, within the subtree of <paramref name="root"/>, or none.
    /// </summary>
    public HtmlNode NextInOrder(HtmlNode root) => FirstChild is { IsNone: false } child ? child : NextSkippingChildren(root);

    /// <summary>
    /// The node that follows this one's whole subtree in document order, within the subtree of <paramref name="root"/>; none at its end.
    /// </summary>
    public HtmlNode NextSkippingChildren(HtmlNode root)
    {
        for (HtmlNode node = this; !node.IsNone && node != root; node = node.Parent)
        {
            if (node.NextSibling is { IsNone: false } next)
                return next;
        }
        return default;
    }

    /// <summary>The text of the node and its descendants, without the contents of templates.</summary>
    public string TextContent
    {
        get
        {
            if (IsNone)
                return "";
            ArrayBufferWriter<byte> text = new();
            for (HtmlNode node = this; !node.IsNone;)
            {
                if (node.Kind == HtmlNodeKind.Text)
                    text.Write(node.Utf8Text);
                node = node.Kind == HtmlNodeKind.Fragment && node != this ? node.NextSkippingChildren(this) : node.NextInOrder(this);
            }
            return Encoding.UTF8.GetString(text.WrittenSpan);
        }
    }
}
