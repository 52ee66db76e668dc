namespace Skiplink;

/// <summary>How a page is read.</summary>
/// <remarks>
/// <see cref="Mode"/> changes which text is kept. <see cref="Images"/>, <see cref="Links"/> and <see cref="Tables"/> change how it is
/// written, <see cref="Comments"/> what follows it, and <see cref="Formats"/> what the JSON carries.
/// </remarks>
public sealed record ReadOptions
{
    internal static ReadOptions Default { get; } = new();

    /// <summary>
    /// The absolute address that the page came from, or null. Links and images are resolved against it, and it helps to tell the site's
    /// name.
    /// </summary>
    /// <exception cref="ArgumentException">It is relative.</exception>
    public Uri? Url
    {
        get;
        init => field = value is null or { IsAbsoluteUri: true }
            ? value
            : throw new ArgumentException($"ReadOptions.Url must be absolute; \"{value}\" is relative.", nameof(value));
    }

    /// <summary>The encoding that the transport named (the charset of <c>Content-Type</c>), or null.</summary>
    public string? TransportEncoding { get; init; }

    /// <summary>
    /// The most bytes a page may have. Default: 268,435,456 (256 MiB). A tree takes several times the memory of its page.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }
    = 256 << 20;

    /// <summary>
    /// Which formats the article's JSON carries beside plain text. Default: none. The article itself gives every format in any case.
    /// </summary>
    public ArticleFormats Formats { get; init; }

    /// <summary>The trade-off between precision and recall. Default: balanced.</summary>
    public SelectionMode Mode { get; init; }

    /// <summary>
    /// Whether comments of readers stand in a section of their own below Markdown and HTML, and in JSON. Default: false. They are never
    /// part of <see cref="Article.Text"/>; <see cref="Article.Comments"/> gives them in any case.
    /// </summary>
    public bool Comments { get; init; }

    /// <summary>Whether images and players stand in Markdown, HTML and TEI. Default: true.</summary>
    public bool Images { get; init; } = true;

    /// <summary>Whether links stand there; without them their texts remain. Default: true.</summary>
    public bool Links { get; init; } = true;

    /// <summary>Whether tables stand there as tables; otherwise each row is a paragraph. Default: true.</summary>
    public bool Tables { get; init; } = true;

    /// <summary>Throws when a page is too large for these options.</summary>
    internal void Check(long bytes)
    {
        if (bytes > MaxBytes)
            throw new PageTooLargeException(MaxBytes);
    }
}
