namespace Skiplink.Metadata;

/// <summary>One thing that a page says of itself.</summary>
/// <param name="Value">The value, tidied: white space collapsed, dates in ISO 8601, addresses absolute.</param>
/// <param name="From">Where it stood: <c>json-ld</c>, <c>open-graph</c>, <c>meta</c>, <c>microdata</c>, <c>link</c>, <c>html</c>, <c>time</c>, <c>heading</c>, <c>text</c>, <c>url</c>.</param>
/// <param name="Raw">The value as the page writes it.</param>
public sealed record Finding(string Value, string From, string Raw);

/// <summary>What a page says of itself, each value with its source. What it does not say is null or empty.</summary>
public sealed class PageMetadata
{
    /// <summary>The title, without the site's name.</summary>
    public Finding? Title { get; init; }

    /// <summary>The authors, a name each.</summary>
    public IReadOnlyList<Finding> Authors { get; init; } = [];

    /// <summary>When it was published: ISO 8601, as exact as the page is, with its offset where the page gives one.</summary>
    public Finding? Published { get; init; }

    /// <summary>When it was last changed; as <see cref="Published"/>.</summary>
    public Finding? Modified { get; init; }

    /// <summary>The name of the site.</summary>
    public Finding? Site { get; init; }

    /// <summary>The language, as a BCP 47 tag.</summary>
    public Finding? Language { get; init; }

    /// <summary>A summary in a sentence or two.</summary>
    public Finding? Description { get; init; }

    /// <summary>The main image's address.</summary>
    public Finding? Image { get; init; }

    /// <summary>The section of the site.</summary>
    public Finding? Section { get; init; }

    /// <summary>Keywords.</summary>
    public IReadOnlyList<Finding> Tags { get; init; } = [];

    /// <summary>The page's own address, as it names it.</summary>
    public Finding? Url { get; init; }

    /// <summary>The licence of the page, an address or a name.</summary>
    public Finding? License { get; init; }
}
