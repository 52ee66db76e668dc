namespace Skiplink.Archives;

/// <summary>The formats of archives.</summary>
public enum ArchiveFormat
{
    /// <summary>WARC, ISO 28500; WET and WAT files are WARC.</summary>
    Warc,

    /// <summary>ARC, the format before WARC.</summary>
    Arc,
}

/// <summary>How an archive is read.</summary>
public sealed record ArchiveOptions
{
    /// <summary>How many bytes of a record's block are kept at most: 64 MB by default. A larger block is skipped, and an error.</summary>
    public int MaxBlockBytes { get; init; } = 64 << 20;

    /// <summary>
    /// The format that the file has if its first bytes do not tell, because they are damaged: by default such a file is refused.
    /// </summary>
    public ArchiveFormat? ExpectedFormat { get; init; }
}
