namespace Skiplink.Html;

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
