using System.Buffers;
using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Addresses;

/// <summary>
/// The one place where an address becomes safe to write. What it returns is what every format writes: writers escape it as their syntax
/// asks, and drop or change nothing. Links may be relative or have one of a list of schemes; images may be relative, come over HTTP, or be
/// raster images in <c>data:</c>; media and pages come over HTTP. Whatever else an address is, it is not written.
/// </summary>
internal static class SafeAddress
{
    private static readonly SearchValues<byte> SchemeBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-."u8);

    // Schemes that open a place or start a message. None of them carries content of its own.
    private static readonly HashSet<string> LinkSchemes =
        new(["http", "https", "mailto", "tel", "ftp", "sms", "geo", "doi", "magnet", "irc", "news"], StringComparer.OrdinalIgnoreCase);

    // SVG is left out: it is a document that can hold scripts.
    private static readonly HashSet<string> RasterTypes =
        new(["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The address to write, or empty when it must not be written.</summary>
    /// <param name="address">The address, resolved where there is a base.</param>
    /// <param name="use">What it is written for.</param>
    /// <param name="buffer">Room for the result; it must not hold the address.</param>
    public static ReadOnlySpan<byte> Make(ReadOnlySpan<byte> address, AddressUse use, ByteBuffer buffer)
    {
        address = AddressText.Normalize(address, buffer);
        ReadOnlySpan<byte> scheme = SchemeOf(address);
        if (!scheme.IsEmpty)
            return IsAllowed(scheme, address[(scheme.Length + 1)..], use) ? address : default;
        return IsMistakableForScheme(address) ? WithDot(address, buffer) : address;
    }

    /// <summary>Whether <see cref="Make"/> gives an address that a link can lead to.</summary>
    public static bool IsLink(ReadOnlySpan<byte> address) => !Make(address, AddressUse.Link, new()).IsEmpty;

    /// <summary>The scheme of an address as RFC 3986 (3.1) spells schemes; empty when it has none.</summary>
    public static ReadOnlySpan<byte> SchemeOf(ReadOnlySpan<byte> address)
    {
        int end = address.IndexOfAnyExcept(SchemeBytes);
        return end > 0 && address[end] == ':' && char.IsAsciiLetter((char)address[0]) ? address[..end] : default;
    }

    /// <summary>Whether a scheme is <c>http</c> or <c>https</c>.</summary>
    public static bool IsWeb(ReadOnlySpan<byte> scheme) =>
        Ascii.EqualsIgnoreCase(scheme, "https"u8) || Ascii.EqualsIgnoreCase(scheme, "http"u8);

    private static bool IsAllowed(ReadOnlySpan<byte> scheme, ReadOnlySpan<byte> rest, AddressUse use)
    {
        if (IsWeb(scheme))
            return true;
        return use switch
        {
            AddressUse.Link => LinkSchemes.Contains(Encoding.UTF8.GetString(scheme)),
            AddressUse.Image => Ascii.EqualsIgnoreCase(scheme, "data"u8) && IsRaster(rest),
            _ => false,
        };
    }

    /// <summary>
    /// Whether the media type of a <c>data:</c> address is a raster image. The type ends at the first semicolon or comma.
    /// </summary>
    private static bool IsRaster(ReadOnlySpan<byte> body)
    {
        int end = body.IndexOfAny((byte)';', (byte)',');
        return end is > 0 and < 32 && RasterTypes.Contains(Encoding.UTF8.GetString(body[..end]));
    }

    /// <summary>
    /// Whether the first segment of a relative address has a colon, which RFC 3986 (4.2) forbids, or what could become one where a
    /// character reference is decoded twice.
    /// </summary>
    private static bool IsMistakableForScheme(ReadOnlySpan<byte> address)
    {
        int end = address.IndexOfAny("/?#:&"u8);
        return end >= 0 && address[end] is (byte)':' or (byte)'&';
    }

    /// <summary>The address behind <c>./</c>, which leads to the same place and has no scheme for any reader.</summary>
    private static ReadOnlySpan<byte> WithDot(ReadOnlySpan<byte> address, ByteBuffer buffer)
    {
        // The address may stand in the buffer.
        byte[] copy = address.ToArray();
        buffer.Clear();
        buffer.Add("./"u8);
        buffer.Add(copy);
        return buffer.Span(0, buffer.Count);
    }
}
