namespace Skiplink;

/// <summary>What the JSON of an article carries beside plain text: formats of it, and what stands beside it on the page.</summary>
[Flags]
public enum ArticleFormats
{
    /// <summary>Plain text alone, which the JSON always carries.</summary>
    Text = 0,

    /// <summary>Markdown as well.</summary>
    Markdown = 1,

    /// <summary>HTML as well, of safe elements and attributes only.</summary>
    Html = 2,

    /// <summary>Readers' comments as well (<see cref="Article.Comments"/>).</summary>
    Comments = 4,

    /// <summary>Links to other texts as well (<see cref="Article.Related"/>).</summary>
    Related = 8,
}
