namespace Skiplink.Metadata.Values;

/// <summary>A date that people wrote.</summary>
/// <param name="Value">In ISO 8601, with the time of day and its offset where they stand beside it.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct WrittenDate(ReadOnlyMemory<char> Value, int Start, int End)
{
    /// <summary>Years before and after are page numbers, prices and slips of the pen.</summary>
    public const int FirstYear = 1980;
    public const int LastYear = 2100;

    /// <summary>Whether it names a day, and not only a month.</summary>
    public bool HasDay => Value.Length >= 10;
}
