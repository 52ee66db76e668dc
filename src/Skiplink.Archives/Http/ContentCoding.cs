using System.IO.Compression;
using Skiplink.Archives.Streams;
using ZstdSharp;

namespace Skiplink.Archives.Http;

/// <summary>Undoes the content codings of HTTP: gzip, deflate, br and zstd.</summary>
internal static class ContentCoding
{
    /// <param name="body">The coded body.</param>
    /// <param name="coding">The coding, in lower case.</param>
    /// <param name="maxBytes">How large the body may become.</param>
    /// <exception cref="InvalidDataException">See <see cref="HttpPayload.Decode"/>.</exception>
    public static DecodedBody Decode(ReadOnlyMemory<byte> body, string coding, int maxBytes)
    {
        if (body.IsEmpty || !IsCoded(body.Span, coding))
            return new(body, false);
        using MemoryView packed = new(body);
        using Stream unpacked = Open(packed, body.Span, coding);
        byte[] bytes = new byte[Math.Clamp(4L * body.Length, 1 << 12, Math.Min(maxBytes + 1L, 1 << 20))];
        int count = 0;
        try
        {
            for (int read; (read = unpacked.Read(bytes.AsSpan(count))) > 0;)
            {
                count += read;
                if (count > maxBytes)
                    throw new InvalidDataException($"is larger than {maxBytes >> 20} MB, the most that a page may have");
                if (count == bytes.Length)
                    Array.Resize(ref bytes, (int)Math.Min(2L * bytes.Length, maxBytes + 1L));
            }
        }
        catch (Exception e) when (count <= maxBytes
            && e is InvalidDataException or InvalidOperationException or IOException or ZstdException)
        {
            if (count > 0)
                return new(bytes.AsMemory(0, count), true);
            // Nothing was decoded. Text that was stored as it is has no control characters; coded data does.
            return IsText(body.Span) ? new(body, false) : throw new InvalidDataException($"is not sound {coding}", e);
        }
        return new(bytes.AsMemory(0, count), false);
    }

    private static Stream Open(Stream packed, ReadOnlySpan<byte> body, string coding) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
        // The standard's deflate has zlib's header; servers that leave it out are as common.
        "deflate" when HasZlibHeader(body) => new ZLibStream(packed, CompressionMode.Decompress),
        "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        "zstd" => new DecompressionStream(packed),
        _ => throw new InvalidDataException($"is packed by {coding}, which is not unpacked"),
    };

    /// <summary>Whether a body can be coded as its header says: those codings that begin with a mark must have it.</summary>
    private static bool IsCoded(ReadOnlySpan<byte> body, string coding) => coding switch
    {
        "gzip" or "x-gzip" => body.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]),
        "zstd" => ZstdSource.IsFrame(body),
        "deflate" => HasZlibHeader(body) || !IsText(body),
        "br" => !IsText(body),
        // Words that are no codings (utf-8, none) stand there too.
        _ => coding is "compress" or "x-compress" or "bzip2" or "lzma" or "xz",
    };

    private static bool HasZlibHeader(ReadOnlySpan<byte> head) =>
        head.Length >= 2 && (head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0;

    private static bool IsText(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> head = body[..Math.Min(body.Length, 512)];
        return head.TrimStart(" \t\r\n"u8).StartsWith("<"u8) && head.IndexOfAnyInRange((byte)0, (byte)8) < 0;
    }

    /// <summary>Reads memory as a stream, whatever it lies in.</summary>
    private sealed class MemoryView(ReadOnlyMemory<byte> bytes) : ForwardStream
    {
        private ReadOnlyMemory<byte> _rest = bytes;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, _rest.Length);
            _rest.Span[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return count;
        }
    }
}
