namespace Skiplink.Html;

/// <summary>What a node is.</summary>
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

    /// <summary>The contents of a <c>template</c> element, which stand under it as its only child.</summary>
    Fragment,
}

/// <summary>The namespace of an element.</summary>
public enum HtmlNamespace : byte
{
    /// <summary>HTML.</summary>
    Html,

    /// <summary>SVG.</summary>
    Svg,

    /// <summary>MathML.</summary>
    MathML,
}

/// <summary>The namespace of an attribute; only attributes of SVG and MathML elements have one.</summary>
public enum AttributeNamespace : byte
{
    /// <summary>No namespace.</summary>
    None,

    /// <summary>The namespace of <c>xlink:href</c> and its kin.</summary>
    XLink,

    /// <summary>The namespace of <c>xml:lang</c>.</summary>
    Xml,

    /// <summary>The namespace of <c>xmlns</c> declarations.</summary>
    Xmlns,
}

/// <summary>The quirks mode of a document (WHATWG DOM, "mode").</summary>
public enum HtmlQuirksMode : byte
{
    /// <summary>Standards mode.</summary>
    NoQuirks,

    /// <summary>Quirks mode: an old or missing doctype.</summary>
    Quirks,

    /// <summary>Limited-quirks mode.</summary>
    LimitedQuirks,
}
