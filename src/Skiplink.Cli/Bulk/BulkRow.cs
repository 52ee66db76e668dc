using Skiplink.Cli.Bulk.Duplicates;

namespace Skiplink.Cli.Bulk;

/// <summary>What became of an item.</summary>
/// <param name="Json">Its row; null when it was left out.</param>
/// <param name="Bytes">How large the page was.</param>
/// <param name="Failure">Why it could not be read, without its name; null when it was.</param>
/// <param name="LeftOut">What it is that was left out, or null.</param>
/// <param name="HasWarnings">Whether a part of it could not be read.</param>
internal sealed record BulkRow(byte[]? Json, long Bytes = 0, string? Failure = null, string? LeftOut = null, bool HasWarnings = false)
{
    /// <summary>The kind of page; null when it could not be read.</summary>
    public string? Kind { get; init; }

    /// <summary>What the page is if it is none to read: error-page, paywall; null for others.</summary>
    public string? Verdict { get; init; }

    /// <summary>The language of the text; null when it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>How many bytes of text were kept.</summary>
    public long TextBytes { get; init; }

    /// <summary>The row's <c>id</c>, by which others name it.</summary>
    public string? Id { get; init; }

    /// <summary>What the text is told by among duplicates; null when it is not looked for.</summary>
    public TextSignature? Signature { get; init; }

    /// <summary>The rows of its quotations.</summary>
    public IReadOnlyList<byte[]> Quotes { get; init; } = [];

    /// <summary>How long it took to read.</summary>
    public TimeSpan Time { get; init; }
}
