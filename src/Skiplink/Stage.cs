namespace Skiplink;

/// <summary>The stages from a page's bytes to an article, in their order.</summary>
internal enum Stage
{
    /// <summary>Bytes to tree, decoding included.</summary>
    Parse,

    /// <summary>Tree to page model.</summary>
    PageModel,

    /// <summary>Blocks to features.</summary>
    Features,

    /// <summary>Features to probabilities.</summary>
    Scoring,

    /// <summary>Probabilities to kept blocks.</summary>
    Selection,

    /// <summary>The kind of the page.</summary>
    Kind,

    /// <summary>What the page says of itself.</summary>
    Metadata,

    /// <summary>Kept blocks to content.</summary>
    Walk,

    /// <summary>Content to text and other forms, and pictures.</summary>
    Write,
}
