namespace Skiplink.Archives;

/// <summary>How an archive is read.</summary>
public sealed record ArchiveOptions
{
    /// <summary>How many bytes of a record's block are kept at most: 64 MB by default. A larger block is skipped, and an error.</summary>
    public int MaxBlockBytes { get; init; } = 64 << 20;
}
