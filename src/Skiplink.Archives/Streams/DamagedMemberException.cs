namespace Skiplink.Archives.Streams;

/// <summary>Compressed data that cannot be unpacked. The message is a predicate: "is cut short".</summary>
internal sealed class DamagedMemberException(string message, Exception? inner = null) : IOException(message, inner);
