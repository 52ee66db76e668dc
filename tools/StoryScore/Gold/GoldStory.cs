namespace StoryScore.Gold;

/// <summary>A place in a story's text, <c>[Start, End)</c> in UTF-16 code units.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>How many code units two spans share.</summary>
    public int Shared(Span other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));
}

/// <summary>An annotated story: its text and what a careful reader notes down about it.</summary>
internal sealed record GoldStory
{
    /// <summary>Folder and file name without ending, such as <c>en/corridor</c>.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>The day of publication, an ISO date; null where the story has none on purpose.</summary>
    public string? Published { get; init; }

    public required string Language { get; init; }

    public string Tests { get; init; } = "";

    public GoldDateline? Dateline { get; init; }

    public IReadOnlyList<string> Agencies { get; init; } = [];

    public IReadOnlyList<GoldCaption> Captions { get; init; } = [];

    public IReadOnlyList<GoldTime> Times { get; init; } = [];

    public IReadOnlyList<GoldQuote> Quotes { get; init; } = [];

    public IReadOnlyList<GoldEntity> Entities { get; init; } = [];

    /// <summary>Mentions that may be found or not, whatever entity they are given to.</summary>
    public IReadOnlyList<Span> Optional { get; init; } = [];

    public string At(Span span) => Text[span.Start..span.End];

    public GoldEntity? EntityAt(Span span) =>
        Entities.FirstOrDefault(e => e.Mentions.Contains(span)) ?? Entities.FirstOrDefault(e => e.Mentions.Any(span.Contains));
}

internal sealed record GoldDateline(Span Span, string? Place, string? Date, IReadOnlyList<string> Agencies);

internal sealed record GoldCaption(Span Span, IReadOnlyList<string> Photographers, IReadOnlyList<string> Agencies, string? Role,
    string? Raw);

/// <summary>
/// A time. <paramref name="Values"/> are the TIMEX3 values that count as right, the first being the best.
/// One that is <paramref name="Optional"/> is neither missed nor falsely found.
/// </summary>
internal sealed record GoldTime(
    Span Span, bool Optional, string Type, IReadOnlyList<string> Values, string? Start, string? End, string? Mod, Span? Anchor,
        bool InTimeline, bool Planned);

/// <summary>A quote. One that is <paramref name="Optional"/> is neither missed nor falsely found.</summary>
internal sealed record GoldQuote(
    string Kind, bool Optional, IReadOnlyList<Span> Content, Span? Speaker, GoldEntity? Entity, Span? Cue, Span? Addressee, Span? When);

internal sealed record GoldEntity(
    string Id, string Kind, string Name, IReadOnlyList<Span> Mentions, IReadOnlyList<string> Roles, IReadOnlyList<string> Relations,
        IReadOnlyList<string> Alternatives);
