namespace Skiplink.Fetching.Sniffing;

/// <summary>What the first bytes of something show.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name with an article, as a message says it: "a PNG image".</param>
/// <param name="Encoding">The encoding that the bytes show without a mark, or null.</param>
internal readonly record struct SniffedContent(ContentKind Kind, string Name, string? Encoding = null)
{
    /// <summary>The name without its article, by which things are counted: "PNG image".</summary>
    public string Noun => Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
