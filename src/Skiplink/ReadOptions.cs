namespace Skiplink;

/// <summary>Which forms of a page's main text are made.</summary>
[Flags]
public enum ArticleFormats
{
    /// <summary>Plain text alone, which is always made.</summary>
    Text = 0,

    /// <summary>Markdown as well.</summary>
    Markdown = 1,
}

/// <summary>Which side of the balance a reader is on.</summary>
public enum SelectionMode
{
    /// <summary>As little missing as there is too much: the highest expected F1.</summary>
    Balanced,

    /// <summary>Rather miss something than keep a menu.</summary>
    Precision,

    /// <summary>Rather keep a menu than miss something.</summary>
    Recall,
}

/// <summary>How a page is read. What is written out, and how, never changes which text is kept; <see cref="Mode"/> alone does.</summary>
public sealed record ReadOptions
{
    /// <summary>The address that the page came from: links and images are made absolute against it, and the site is told from its own name by it. Null when not known.</summary>
    public Uri? Url { get; init; }

    /// <summary>The encoding that the transport named (the charset of <c>Content-Type</c>), or null.</summary>
    public string? TransportEncoding { get; init; }

    /// <summary>Which forms of the text are made beside plain text. Default: none.</summary>
    public ArticleFormats Formats { get; init; }

    /// <summary>Which side of the balance to be on. Default: balanced.</summary>
    public SelectionMode Mode { get; init; }

    /// <summary>Whether images stand in the Markdown. Default: true.</summary>
    public bool Images { get; init; } = true;

    /// <summary>Whether links stand in the Markdown; without them their texts remain. Default: true.</summary>
    public bool Links { get; init; } = true;
}
