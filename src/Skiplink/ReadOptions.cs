namespace Skiplink;

/// <summary>Which forms of a page's main text are made.</summary>
[Flags]
public enum ArticleFormats
{
    /// <summary>Plain text alone, which is always made.</summary>
    Text = 0,

    /// <summary>Markdown as well.</summary>
    Markdown = 1,

    /// <summary>HTML as well, of safe elements and attributes alone.</summary>
    Html = 2,

    /// <summary>A TEI P5 document as well, as corpus linguists use it.</summary>
    Tei = 4,

    /// <summary>Typed blocks as well.</summary>
    Blocks = 8,
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

/// <summary>How a page is read. What is written out, and how, never changes which text is kept; <see cref="Mode"/> and <see cref="Comments"/> alone do.</summary>
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

    /// <summary>Whether what readers wrote under the page is kept too. Default: false, which leaves it to the model.</summary>
    public bool Comments { get; init; }

    /// <summary>Whether images and what plays stand in Markdown, HTML and TEI. Default: true.</summary>
    public bool Images { get; init; } = true;

    /// <summary>Whether links stand there; without them their texts remain. Default: true.</summary>
    public bool Links { get; init; } = true;

    /// <summary>Whether tables stand there as tables; otherwise each row is a paragraph. Default: true.</summary>
    public bool Tables { get; init; } = true;
}
