namespace Skiplink.Html;

/// <summary>How a page is parsed.</summary>
public readonly record struct HtmlParseOptions
{
    /// <summary>Creates the default options.</summary>
    public HtmlParseOptions()
    {
    }

    /// <summary>
    /// Whether to parse as if scripting were enabled: the contents of <c>noscript</c> are then text instead of markup. Nothing is ever
    /// executed. Default: false.
    /// </summary>
    public bool Scripting { get; init; }

    /// <summary>
    /// The encoding that the transport declares (the charset of <c>Content-Type</c>), as a label of the WHATWG Encoding standard; null if
    /// none.
    /// </summary>
    public string? TransportEncoding { get; init; }

    /// <summary>
    /// The maximum nesting of elements; deeper ones become siblings instead of children. At least 16. Default: 512, as in Chromium.
    /// </summary>
    public int MaxDepth { get; init; } = 512;
}
