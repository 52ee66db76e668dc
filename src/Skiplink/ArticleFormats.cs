namespace Skiplink;

/// <summary>Formats of the main text that the JSON of an article carries.</summary>
[Flags]
public enum ArticleFormats
{
    /// <summary>Plain text alone, which the JSON always carries.</summary>
    Text = 0,

    /// <summary>Markdown as well.</summary>
    Markdown = 1,

    /// <summary>HTML as well, of safe elements and attributes only.</summary>
    Html = 2,
}
