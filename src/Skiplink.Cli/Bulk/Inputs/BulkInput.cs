using Skiplink.Archives.Cdx;

namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>One input of a bulk run: a file with a page, which becomes a row, or an archive, whose pages do.</summary>
/// <param name="Path">A file, or - for standard input.</param>
/// <param name="IsFound">Whether it was found in a folder, and not named itself; what is found and is no page is left out.</param>
/// <param name="Error">Why it cannot be read, when that is known already: a folder without permission.</param>
/// <param name="Entry">The record of the archive that is read alone; null for all.</param>
/// <param name="Size">Its size in bytes, as far as known.</param>
internal readonly record struct BulkInput(
    string Path, bool IsFound = false, string? Error = null, CdxEntry? Entry = null, long Size = 0);
