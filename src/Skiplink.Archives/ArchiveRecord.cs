namespace Skiplink.Archives;

/// <summary>One record of a web archive.</summary>
public sealed class ArchiveRecord
{
    /// <summary>
    /// What it is: the WARC-Type (<c>response</c>, <c>resource</c>, <c>conversion</c>, <c>request</c>, <c>revisit</c> …); in an ARC file
    /// <c>response</c>, <c>dns</c> or <c>filedesc</c>; <c>broken</c> for bytes that are no record.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>The record's address, as the archive has it, without angle brackets; null when it has none.</summary>
    public string? Url { get; init; }

    /// <summary>When it was captured, in ISO 8601; null when the archive does not say.</summary>
    public string? Date { get; init; }

    /// <summary>The WARC-Record-ID without angle brackets; null when it has none, as in ARC files.</summary>
    public string? Id { get; init; }

    /// <summary>The media type of <see cref="Block"/>, as the archive has it; null when it does not say.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// Where the record begins, in bytes. In a file whose records can be read alone it is the offset in the file; where one compressed
    /// member holds several records, it is the offset in the unpacked data.
    /// </summary>
    public required long Offset { get; init; }

    /// <summary>How many bytes it takes from <see cref="Offset"/> on, its header and the line ends after it included.</summary>
    public long Length { get; internal set; }

    /// <summary>
    /// Whether <see cref="Offset"/> and <see cref="Length"/> are places in the file, by which the record can be read alone.
    /// </summary>
    public bool IsAddressable { get; internal set; }

    /// <summary>The record's block: an HTTP message, a page, a text. Empty when it was too large to be kept.</summary>
    public ReadOnlyMemory<byte> Block { get; internal set; }

    /// <summary>What <see cref="Block"/> lies in.</summary>
    internal Streams.BlockBuffer? Buffer { get; set; }

    /// <summary>Whether the crawler cut the block (WARC-Truncated), or the archive ends before it does.</summary>
    public bool IsTruncated { get; internal set; }

    /// <summary>
    /// What is wrong with the record, as a predicate ("is cut short"); null when it is sound. A record that is wrong may have a block.
    /// </summary>
    public string? Error { get; internal set; }

    /// <summary>Whether the record's block is an HTTP response.</summary>
    public bool IsHttpResponse { get; internal set; }

    /// <summary>Gives the memory of <see cref="Block"/> to the records that follow. Its bytes may not be looked at any more.</summary>
    /// <remarks>It need not be called: memory that is not given back is collected as all other is.</remarks>
    public void Release()
    {
        Block = default;
        Buffer?.Release();
        Buffer = null;
    }
}
