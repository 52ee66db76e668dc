using System.Text;
using System.Text.Unicode;

namespace Skiplink.Html.Encodings;

/// <summary>A page as valid UTF-8 without a byte order mark, and the encoding that it was decoded from.</summary>
internal readonly record struct DecodedPage(ReadOnlyMemory<byte> Utf8, string EncodingName);

/// <summary>Bytes → UTF-8. Valid UTF-8 is passed through; everything else is written to a buffer that the next page overwrites.</summary>
internal sealed class PageDecoder
{
    private const int ChunkBytes = 16 * 1024;

    private readonly char[] _characters = new char[ChunkBytes + 16];
    private byte[] _utf8 = [];

    /// <summary>Whether a declared encoding that the bytes contradict is not believed.</summary>
    public bool ChecksDeclarations { get; init; }

    /// <summary>Decodes a page by its byte order mark, its transport's label, its own declaration or, failing these, a guess.</summary>
    public DecodedPage Decode(ReadOnlyMemory<byte> page, string? transportLabel)
    {
        SniffedEncoding sniffed = EncodingSniffer.Sniff(page.Span, transportLabel, ChecksDeclarations);
        ReadOnlyMemory<byte> body = page[sniffed.ByteOrderMark..];
        if (sniffed.Name == "replacement")
            return new(body.IsEmpty ? body : "\uFFFD"u8.ToArray(), sniffed.Name);
        bool passes = sniffed.Name switch
        {
            PageEncodings.Utf8 => Utf8.IsValid(body.Span),
            "UTF-16LE" or "UTF-16BE" or "ISO-2022-JP" => false,
            _ => Ascii.IsValid(body.Span),
        };
        return new(passes ? body : Transcode(body.Span, PageEncodings.DecoderOf(sniffed.Name)), sniffed.Name);
    }

    private ReadOnlyMemory<byte> Transcode(ReadOnlySpan<byte> bytes, Decoder decoder)
    {
        int length = 0;
        bool flush = false;
        while (!flush)
        {
            flush = bytes.Length <= ChunkBytes;
            ReadOnlySpan<byte> chunk = flush ? bytes : bytes[..ChunkBytes];
            decoder.Convert(chunk, _characters, flush, out int bytesUsed, out int charactersUsed, out _);
            bytes = bytes[bytesUsed..];
            flush = flush && bytes.IsEmpty;
            int maxLength = checked(length + (3 * charactersUsed));
            if (_utf8.Length < maxLength)
                Array.Resize(ref _utf8, (int)Math.Min(Array.MaxLength, Math.Max(2L * _utf8.Length, maxLength)));
            Utf8.FromUtf16(_characters.AsSpan(0, charactersUsed), _utf8.AsSpan(length), out _, out int written);
            length += written;
        }
        return _utf8.AsMemory(0, length);
    }
}
