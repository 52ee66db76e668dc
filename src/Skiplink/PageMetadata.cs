namespace Skiplink;

/// <summary>What a page says of itself, each value with its source. What it does not say is null or empty.</summary>
public sealed class PageMetadata
{
    /// <summary>The title, without the site's name.</summary>
    public MetadataValue? Title { get; init; }

    /// <summary>The authors, a name each.</summary>
    public IReadOnlyList<MetadataValue> Authors { get; init; } = [];

    /// <summary>
    /// The news agencies that the byline or the dateline names, by their usual names: <c>Reuters</c>, <c>AP</c>, <c>dpa</c>.
    /// </summary>
    public IReadOnlyList<MetadataValue> Agencies { get; init; } = [];

    /// <summary>The place that a dateline names, as it writes it: <c>VLADIVOSTOK, Russia</c>.</summary>
    public MetadataValue? Place { get; init; }

    /// <summary>When it was published: ISO 8601, as exact as the page is, with its offset where the page gives one.</summary>
    public MetadataValue? Published { get; init; }

    /// <summary>When it was last changed; as <see cref="Published"/>.</summary>
    public MetadataValue? Modified { get; init; }

    /// <summary>The name of the site.</summary>
    public MetadataValue? Site { get; init; }

    /// <summary>The language, as a BCP 47 tag: the declared one unless the text is plainly in another.</summary>
    public MetadataValue? Language { get; init; }

    /// <summary>A summary in a sentence or two.</summary>
    public MetadataValue? Description { get; init; }

    /// <summary>The main image's address.</summary>
    public MetadataValue? Image { get; init; }

    /// <summary>The section of the site.</summary>
    public MetadataValue? Section { get; init; }

    /// <summary>Keywords.</summary>
    public IReadOnlyList<MetadataValue> Tags { get; init; } = [];

    /// <summary>The page's own address, as it names it.</summary>
    public MetadataValue? Url { get; init; }

    /// <summary>The licence of the page, an address or a name.</summary>
    public MetadataValue? License { get; init; }
}
