using System.Text;
using System.Text.Unicode;

namespace Skiplink.Html.Encodings;

/// <summary>The encoding that sniffing found, and the length of the byte order mark.</summary>
internal readonly record struct SniffedEncoding(string Name, int ByteOrderMark);

/// <summary>
/// Finds the encoding of a page in the order of section 13.2.3.2 of the HTML standard: byte order mark, transport, the page's own
/// declaration. Without any of these, valid UTF-8 is read as UTF-8 and everything else as windows-1252.
/// </summary>
internal static class EncodingSniffer
{
    /// <summary>How far the standard looks for a declaration.</summary>
    private const int PrescanBytes = 1024;

    /// <summary>How far a later declaration counts: a browser would start again there ("change the encoding").</summary>
    private const int LateBytes = 64 * 1024;

    public static SniffedEncoding Sniff(ReadOnlySpan<byte> page, string? transportLabel)
    {
        if (page.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return new(PageEncodings.Utf8, 3);
        if (page.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new("UTF-16BE", 2);
        if (page.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new("UTF-16LE", 2);
        if (transportLabel is not null && PageEncodings.ByLabel(transportLabel) is { } byTransport)
            return new(byTransport, 0);
        if (page.StartsWith("<\0?\0x\0"u8))
            return new("UTF-16LE", 0);
        if (page.StartsWith("\0<\0?\0x"u8))
            return new("UTF-16BE", 0);
        if (MetaPrescan.Find(page.Length > PrescanBytes ? page[..PrescanBytes] : page) is { } declared)
            return new(declared, 0);
        if (page.Length > PrescanBytes && MetaPrescan.Find(page.Length > LateBytes ? page[..LateBytes] : page) is { } late)
            return new(late, 0);
        return new(!Ascii.IsValid(page) && Utf8.IsValid(page) ? PageEncodings.Utf8 : PageEncodings.Windows1252, 0);
    }
}
