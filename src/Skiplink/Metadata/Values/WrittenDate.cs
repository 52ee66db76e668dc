namespace Skiplink.Metadata.Values;

/// <summary>A date in text.</summary>
/// <param name="Value">In ISO 8601, with the time of day and its offset if they are beside it.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct WrittenDate(ReadOnlyMemory<char> Value, int Start, int End)
{
    /// <summary>Years outside this range are page numbers, prices and typing errors.</summary>
    public const int FirstYear = 1980;
    public const int LastYear = 2100;

    /// <summary>Whether it has a day, and not only a month.</summary>
    public bool HasDay => Value.Length >= 10;
}
