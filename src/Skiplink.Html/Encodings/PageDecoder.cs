namespace Skiplink.Html.Encodings;

/// <summary>A page as valid UTF-8 without a byte order mark, and the encoding it was read as.</summary>
internal readonly record struct DecodedPage(ReadOnlyMemory<byte> Utf8, string EncodingName);

/// <summary>Bytes → UTF-8.</summary>
internal static class PageDecoder
{
    public static DecodedPage Decode(ReadOnlyMemory<byte> page, string? transportEncoding) => new(page, "UTF-8");
}
