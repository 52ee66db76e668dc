namespace Skiplink.Stories;

/// <summary>A person, an organisation or a place, with all its mentions.</summary>
public sealed record Entity : StoryItem
{
    /// <summary>Its number in the story.</summary>
    public required int Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The fullest name that the text gives it, without titles.</summary>
    public required string Name { get; init; }

    /// <summary>Titles and roles that the text gives it: <c>Russian President</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>How it is related to others, where the text says so.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>Where the text speaks of it by name, by another name or by a description, in the order of the text.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Whether one of its mentions may be another's.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>Whose mention it may be instead, by <see cref="Id"/>.</summary>
    public IReadOnlyList<int> Alternatives { get; init; } = [];
}

/// <summary>The kinds of entities.</summary>
public enum EntityKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A company, a party, a ministry, a team: what acts as one.</summary>
    Organization,

    /// <summary>A country, a city, a region.</summary>
    Place,
}

/// <summary>One place where the text speaks of an entity.</summary>
/// <param name="Text">As it is printed.</param>
/// <param name="Span">Where it stands, without titles.</param>
/// <param name="Kind">By what it is spoken of.</param>
/// <param name="Confidence">How sure it is that this is the one meant.</param>
/// <param name="Alternatives">Who else may be meant, by <see cref="Entity.Id"/>.</param>
public sealed record Mention(string Text, TextSpan Span, MentionKind Kind, double Confidence, IReadOnlyList<int> Alternatives);

/// <summary>By what an entity is spoken of.</summary>
public enum MentionKind
{
    /// <summary>The name, or part of it.</summary>
    Name,

    /// <summary>A description: <c>the North Korean leader</c>.</summary>
    Description,
}

/// <summary>What somebody is to the entity.</summary>
/// <param name="Kind">The word of the text: <c>father</c>, <c>sister</c>.</param>
/// <param name="Entity">Who it is, by <see cref="Entity.Id"/>.</param>
/// <param name="Span">Where the text says so.</param>
public sealed record Relation(string Kind, int Entity, TextSpan Span);
