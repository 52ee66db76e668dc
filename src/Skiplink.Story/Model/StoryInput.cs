namespace Skiplink.Stories;

/// <summary>What a story is read from.</summary>
public sealed record StoryInput
{
    /// <summary>The main text: a line for each paragraph. All spans are into it.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// When it was published, ISO 8601, with the publisher's offset where it is known; null when it is not. The day is read as it stands,
    /// never moved to another zone.
    /// </summary>
    public string? Published { get; init; }

    /// <summary>The language, a BCP 47 tag; null to tell it from the text.</summary>
    public string? Language { get; init; }

    /// <summary>The agencies that the page names outside the text.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The pictures with their captions.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];
}
