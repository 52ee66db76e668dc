namespace Skiplink.Stories;

/// <summary>The line that opens a wire story: where it was written, when, and by which agency.</summary>
public sealed record Dateline : StoryItem
{
    /// <summary>The place as it is printed: <c>VLADIVOSTOK, Russia</c>.</summary>
    public required string Place { get; init; }

    /// <summary>
    /// The parts of the place, the smallest first, a city in capitals in ordinary letters: <c>Vladivostok</c>, <c>Russia</c>.
    /// </summary>
    public required IReadOnlyList<string> PlaceParts { get; init; }

    /// <summary>The day, ISO 8601; null when the dateline has none, or has one that cannot be told.</summary>
    public string? Date { get; init; }

    /// <summary>The agencies that it names, and desks of theirs as they are printed: <c>dpa</c>, <c>lno</c>.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>All of it, with the dash or colon that ends it; the story's first sentence begins after it.</summary>
    public required TextSpan Span { get; init; }
}
