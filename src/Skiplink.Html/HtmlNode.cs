using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Html;

/// <summary>
/// A handle to one node of a document: two words, cheap to copy. <c>default</c> is "none", the value of every link that leads nowhere.
/// </summary>
public readonly partial struct HtmlNode : IEquatable<HtmlNode>
{
    private readonly HtmlDocument? _document;

    internal HtmlNode(HtmlDocument document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>The node's index in its document; the document node is 0.</summary>
    public int Index { get; }

    /// <summary>Whether this is <c>default</c>, the handle to no node.</summary>
    public bool IsNone => _document is null;

    /// <summary>The document that the node belongs to.</summary>
    /// <exception cref="InvalidOperationException">The handle is none.</exception>
    public HtmlDocument Document => _document ?? throw new InvalidOperationException("This is no node (HtmlNode.IsNone).");

    private ref NodeRow Row => ref Document.Nodes[Index];

    /// <summary>The kind of node.</summary>
    public HtmlNodeKind Kind => Row.Kind;

    /// <summary>Whether the node is an element.</summary>
    public bool IsElement => !IsNone && Row.Kind == HtmlNodeKind.Element;

    /// <summary>Whether the node is text.</summary>
    public bool IsText => !IsNone && Row.Kind == HtmlNodeKind.Text;

    /// <summary>The element's namespace.</summary>
    public HtmlNamespace Namespace => Row.Namespace;

    /// <summary>The id of an element's name, to be compared with <see cref="HtmlNames"/>; 0 for other nodes.</summary>
    public int NameId => Row.Kind == HtmlNodeKind.Element ? Row.Name : 0;

    /// <summary>An element's local name: lower case, except for adjusted SVG names; empty for other nodes.</summary>
    public string LocalName => NameId == 0 ? "" : Encoding.UTF8.GetString(Document.NameOf(NameId));

    /// <summary>The characters of a text node or the data of a comment, in UTF-8; empty for other nodes.</summary>
    public ReadOnlySpan<byte> Utf8Text =>
        Row.Kind is HtmlNodeKind.Text or HtmlNodeKind.Comment ? Document.BytesOf(new(Row.DataStart, Row.DataLength)) : default;

    /// <summary>Where the node starts in <see cref="HtmlDocument.Source"/>, in bytes.</summary>
    public int SourceStart => Row.SourceStart;

    /// <summary>
    /// Where the node ends in <see cref="HtmlDocument.Source"/>, in bytes: after an element's end tag, or at the tag that implied its end.
    /// </summary>
    public int SourceEnd => Row.SourceEnd;

    /// <summary>Whether this is an HTML element of the given name.</summary>
    public bool Is(int nameId) => IsElement && Row.Name == nameId && Row.Namespace == HtmlNamespace.Html;

    /// <inheritdoc/>
    public bool Equals(HtmlNode other) => Index == other.Index && ReferenceEquals(_document, other._document);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HtmlNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <summary>Whether two handles mean the same node.</summary>
    public static bool operator ==(HtmlNode left, HtmlNode right) => left.Equals(right);

    /// <summary>Whether two handles mean different nodes.</summary>
    public static bool operator !=(HtmlNode left, HtmlNode right) => !left.Equals(right);

    /// <summary>A short description for debuggers and messages.</summary>
    public override string ToString() => IsNone ? "(none)" : Kind switch
    {
        HtmlNodeKind.Element => $"<{LocalName}>",
        HtmlNodeKind.Text => $"\"{Encoding.UTF8.GetString(Utf8Text)}\"",
        HtmlNodeKind.Comment => $"<!--{Encoding.UTF8.GetString(Utf8Text)}-->",
        HtmlNodeKind.Document => "#document",
        HtmlNodeKind.Doctype => "<!DOCTYPE>",
        _ => "#fragment",
    };
}
