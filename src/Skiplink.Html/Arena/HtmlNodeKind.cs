namespace Skiplink.Html;

/// <summary>The kind of a node.</summary>
public enum HtmlNodeKind : byte
{
    /// <summary>The document, the root of the tree.</summary>
    Document,

    /// <summary>The document type declaration.</summary>
    Doctype,

    /// <summary>An element.</summary>
    Element,

    /// <summary>A run of characters.</summary>
    Text,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>The contents of a <c>template</c> element, its only child.</summary>
    Fragment,
}
