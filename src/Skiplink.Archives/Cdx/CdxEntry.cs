namespace Skiplink.Archives.Cdx;

/// <summary>A record that an index names.</summary>
/// <param name="File">The archive's name, as the index has it: a path or a file name.</param>
/// <param name="Offset">Where the record begins, in bytes.</param>
/// <param name="Length">How many bytes it takes; 0 when the index does not say.</param>
/// <param name="Url">The record's address; null when the index does not say.</param>
public readonly record struct CdxEntry(string File, long Offset, long Length, string? Url);
