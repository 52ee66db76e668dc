namespace Skiplink.Archives.Http;

/// <summary>A body without its codings.</summary>
/// <param name="Bytes">What could be decoded.</param>
/// <param name="IsCutShort">Whether the coded data ended, or was damaged, before its end.</param>
public readonly record struct DecodedBody(ReadOnlyMemory<byte> Bytes, bool IsCutShort);
