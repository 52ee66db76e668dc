namespace Skiplink.Stories;

/// <summary>What stands under a picture, and who made it.</summary>
public sealed record Caption : StoryItem
{
    /// <summary>The caption without the credit.</summary>
    public required string Text { get; init; }

    /// <summary>The credit; null when there is none.</summary>
    public Credit? Credit { get; init; }

    /// <summary>The times that the caption names. Their spans are into <see cref="Text"/>; they are no part of the timeline.</summary>
    public IReadOnlyList<TimeMention> Times { get; init; } = [];

    /// <summary>Caption and credit in the article's text; null when they are no part of it.</summary>
    public TextSpan? Span { get; init; }
}

/// <summary>Who made or lent a picture.</summary>
public sealed record Credit
{
    /// <summary>The photographers, a name each.</summary>
    public IReadOnlyList<string> Photographers { get; init; } = [];

    /// <summary>The agencies, the one it came through (<c>via</c>) last.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>What kind of picture it is.</summary>
    public CreditRole Role { get; init; }

    /// <summary>The credit as it is printed, without its brackets.</summary>
    public required string Raw { get; init; }
}

/// <summary>What kind of picture a credit speaks of.</summary>
public enum CreditRole
{
    /// <summary>A picture of the day.</summary>
    None,

    /// <summary>One photographer's for all who were there.</summary>
    Pool,

    /// <summary>An older picture.</summary>
    File,

    /// <summary>Given out by those whom it shows.</summary>
    Handout,
}
