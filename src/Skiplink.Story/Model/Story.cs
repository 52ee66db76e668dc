namespace Skiplink.Stories;

/// <summary>
/// What a news story tells: who said what, when and where. Everything stands on a span of the article's text and names the rule that found
/// it.
/// </summary>
public sealed partial record Story
{
    /// <summary>The line that opens the story; null when it has none.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>The agencies that the text is from.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The captions of the pictures, with their credits.</summary>
    public IReadOnlyList<Caption> Captions { get; init; } = [];

    /// <summary>The times that the text names, in its order.</summary>
    public IReadOnlyList<TimeMention> Times { get; init; } = [];

    /// <summary>What people said, in the order of the text.</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>The people, organisations and places, in the order of their first mention.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>What happened when, sorted.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>Where the first sentence after the dateline begins.</summary>
    public int BodyStart { get; init; }

    /// <summary>A line for each part that could not be read and is left out; empty when all went well.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
