namespace Skiplink.Html;

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
