namespace Skiplink.Stories;

/// <summary>Something that happened, or is to happen, at a time that the text names.</summary>
public sealed record TimelineEntry : StoryItem
{
    /// <summary>When: a TIMEX3 value.</summary>
    public required string When { get; init; }

    /// <summary>The sentence that tells of it.</summary>
    public required string Text { get; init; }

    /// <summary>Where the sentence stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether it was still to come when the story was written.</summary>
    public bool Planned { get; init; }

    /// <summary>The time that dates it, by its place in <see cref="Story.Times"/>.</summary>
    public required int Time { get; init; }
}
