namespace Skiplink.Stories;

/// <summary>Something that was found in a story, and why it was believed.</summary>
public abstract record StoryItem
{
    /// <summary>The rule that found it: lower case words with hyphens, <c>weekday</c> or <c>cue-after-quote</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>How sure the rule is, above 0 and up to 1; 1 only where nothing was guessed.</summary>
    public required double Confidence { get; init; }
}
