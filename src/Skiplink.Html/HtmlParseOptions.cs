namespace Skiplink.Html;

/// <summary>How a page is parsed.</summary>
public readonly record struct HtmlParseOptions
{
    /// <summary>Options with every default.</summary>
    public HtmlParseOptions()
    {
    }

    /// <summary>
    /// Whether the parser takes scripting to be on; then the contents of <c>noscript</c> are text. Nothing is ever executed. Default: false, so that they are markup.
    /// </summary>
    public bool Scripting { get; init; }

    /// <summary>The encoding that the transport named (the charset of <c>Content-Type</c>), as a label of the WHATWG Encoding standard; null when there was none.</summary>
    public string? TransportEncoding { get; init; }

    /// <summary>How deep elements may nest before further ones become siblings instead of children. Default: 512, as in Chromium.</summary>
    public int MaxDepth { get; init; } = 512;
}
