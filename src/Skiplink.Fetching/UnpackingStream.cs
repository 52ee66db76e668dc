using System.IO.Compression;
using ZstdSharp;

namespace Skiplink.Fetching;

/// <summary>
/// Unpacks a stream. One that is damaged or cut short is an error, and never a shorter page: the project file sets the base class library's
/// switch for strict validation, without which it gives what is there of a stream that is cut short.
/// </summary>
internal sealed class UnpackingStream : ReadOnlyStream
{
    private readonly PeekableStream _packed;
    private readonly Stream _unpacked;
    private readonly string _method;
    private readonly string _name;

    /// <param name="packed">The packed bytes; the unpacking stream owns them.</param>
    /// <param name="method">gzip, x-gzip, deflate, br or zstd, as HTTP names them.</param>
    /// <param name="name">What to call it in messages.</param>
    public UnpackingStream(PeekableStream packed, string method, string name)
    {
        (_packed, _method, _name) = (packed, method, name);
        _unpacked = method switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            // The standard's deflate has zlib's header; servers that leave it out are as common.
            "deflate" when HasZlibHeader(packed.Peek()) => new ZLibStream(packed, CompressionMode.Decompress),
            "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
            "zstd" => new DecompressionStream(packed),
            _ => throw new InputException(name, $"is packed by {method}, which is not unpacked"),
        };
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _unpacked.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or EndOfStreamException or ZstdException)
        {
            string reason = _packed.HasEnded ? $"is cut short: its {_method} data ends in the middle" : $"is not sound {_method}";
            throw new InputException(_name, reason, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static bool HasZlibHeader(ReadOnlySpan<byte> head) =>
        head.Length >= 2 && (head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0;
}
