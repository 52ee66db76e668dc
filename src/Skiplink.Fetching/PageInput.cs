namespace Skiplink.Fetching;

/// <summary>The bytes of one page, what it is, and where it came from.</summary>
/// <param name="Bytes">The page.</param>
/// <param name="IsSavedText">Whether it is text that somebody saved; HTML otherwise.</param>
/// <param name="Encoding">The encoding that the transport named or the bytes show, or null.</param>
/// <param name="Url">The address it was fetched or saved from, or null.</param>
internal sealed record PageInput(ReadOnlyMemory<byte> Bytes, bool IsSavedText, string? Encoding = null, Uri? Url = null)
{
    /// <summary>When it was saved, in ISO 8601, where the file tells; null otherwise.</summary>
    public string? SavedAt { get; init; }

    /// <summary>Whether its end is missing.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The status that its server answered with; null when it was not fetched.</summary>
    public int? Status { get; init; }

    /// <summary>The type of its content as its server named it, without parameters; null when it named none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether its server lets it be kept (<c>Cache-Control: no-store</c> does not).</summary>
    public bool MayBeStored { get; init; } = true;

    /// <summary>Reads the page's article.</summary>
    public Article Read(PageReader reader, ReadOptions options) =>
        IsSavedText ? reader.ReadSavedText(Bytes, WithEncoding(options)) : reader.Read(Bytes, WithEncoding(options));

    /// <summary>Reads the page and the reasons of its blocks.</summary>
    public Explanation Explain(PageReader reader, ReadOptions options) =>
        IsSavedText ? reader.ExplainSavedText(Bytes, WithEncoding(options)) : reader.Explain(Bytes, WithEncoding(options));

    private ReadOptions WithEncoding(ReadOptions options) => Encoding is null ? options : options with { TransportEncoding = Encoding };
}
