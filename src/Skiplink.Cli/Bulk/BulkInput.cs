namespace Skiplink.Cli.Bulk;

/// <summary>One input of a bulk run, which becomes a row, or is left out when it was found in a folder and is no page.</summary>
/// <param name="Path">A file, or - for standard input; it is the row's source.</param>
/// <param name="IsFound">Whether it was found in a folder, and not named itself.</param>
/// <param name="Error">Why it cannot be read, when that is known already: a folder without permission.</param>
internal readonly record struct BulkInput(string Path, bool IsFound = false, string? Error = null);
