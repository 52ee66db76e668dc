namespace Skiplink.Cli.Bulk;

/// <summary>What became of an input.</summary>
/// <param name="Json">Its row; null when it was left out.</param>
/// <param name="Bytes">How large the page was.</param>
/// <param name="Failure">Why it could not be read, without its name; null when it was.</param>
/// <param name="LeftOut">What it is that was left out, or null.</param>
/// <param name="HasWarnings">Whether a part of it could not be read.</param>
internal sealed record BulkRow(byte[]? Json, int Bytes = 0, string? Failure = null, string? LeftOut = null, bool HasWarnings = false);
