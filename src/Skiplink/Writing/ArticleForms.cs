
namespace Skiplink.Writing;

/// <summary>The main text of an article in the forms that were asked for; plain text is always made.</summary>
/// <param name="Text">Plain text, in UTF-8.</param>
internal sealed record ArticleForms(byte[] Text)
{
    /// <summary>Markdown, HTML and TEI, in UTF-8; null when not asked for.</summary>
    public byte[]? Markdown { get; init; }

    public byte[]? Html { get; init; }

    public byte[]? Tei { get; init; }

    public IReadOnlyList<ContentBlock>? Blocks { get; init; }

    public bool HasFormulas { get; init; }
}
