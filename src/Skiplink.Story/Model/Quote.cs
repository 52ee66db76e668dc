namespace Skiplink.Stories;

/// <summary>Something that somebody is told to have said.</summary>
public sealed record Quote : StoryItem
{
    /// <summary>Whether it is in quotation marks, in part or not at all.</summary>
    public required QuoteKind Kind { get; init; }

    /// <summary>
    /// What was said, in its pieces: several when it is interrupted or goes over paragraphs. A direct quote's are what stands between the
    /// quotation marks; a mixed and an indirect
    /// quote's are the clause.
    /// </summary>
    public required IReadOnlyList<TextPart> Content { get; init; }

    /// <summary>Who said it; null when the text does not tell.</summary>
    public Participant? Speaker { get; init; }

    /// <summary>The word or words that tell of saying: <c>said</c>, <c>according to</c>; null for none.</summary>
    public TextPart? Cue { get; init; }

    /// <summary>To whom it was said; null when the text does not tell.</summary>
    public Participant? Addressee { get; init; }

    /// <summary>When it was said, a TIMEX3 value; null when the text does not tell.</summary>
    public string? When { get; init; }

    /// <summary>The quote, by its place in the list, in which this one is told; null for none.</summary>
    public int? Within { get; init; }
}

/// <summary>The kinds of quotes.</summary>
public enum QuoteKind
{
    /// <summary>All of it in quotation marks.</summary>
    Direct,

    /// <summary>Told in the writer's words, with some of the speaker's own in quotation marks.</summary>
    Mixed,

    /// <summary>Told in the writer's words.</summary>
    Indirect,
}

/// <summary>A piece of the article's text.</summary>
/// <param name="Text">As it is printed.</param>
/// <param name="Span">Where it stands.</param>
public sealed record TextPart(string Text, TextSpan Span);

/// <summary>Somebody who speaks or is spoken to.</summary>
/// <param name="Text">As it is printed: a name, a pronoun, <c>the ministry</c>.</param>
/// <param name="Entity">The <see cref="Entity.Id"/> of whom it stands for; null when the text does not tell.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Participant(string Text, int? Entity, TextSpan Span);
