namespace Skiplink.Html;

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
