using System.IO.Compression;
using ZstdSharp;

namespace Skiplink.Cli.Sources;

/// <summary>Opens a file of text that may be packed.</summary>
internal static class PlainBytes
{
    /// <summary>The file's bytes, unpacked where they are gzip or Zstandard.</summary>
    public static Stream Open(string path)
    {
        PeekableStream bytes = new(File.OpenRead(path));
        ReadOnlySpan<byte> head = bytes.Peek();
        return head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? new GZipStream(bytes, CompressionMode.Decompress)
            : head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? new DecompressionStream(bytes)
            : bytes;
    }
}
