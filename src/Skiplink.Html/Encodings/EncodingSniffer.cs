using System.Text;
using System.Text.Unicode;

namespace Skiplink.Html.Encodings;

/// <summary>The encoding that sniffing found, and the length of the byte order mark.</summary>
internal readonly record struct SniffedEncoding(string Name, int ByteOrderMark);

/// <summary>
/// Finds the encoding of a page in the order of section 13.2.3.2 of the HTML standard: byte order mark, transport, the page's own
/// declaration. Without any of these, valid UTF-8 is read as UTF-8 and of everything else the bytes tell the encoding. Where declarations
/// are checked, one that the bytes contradict is not believed: servers add one to every page, and pages are converted without changing it.
/// </summary>
internal static class EncodingSniffer
{
    /// <summary>How far the standard looks for a declaration.</summary>
    private const int PrescanBytes = 1024;

    /// <summary>How far a later declaration counts: a browser would start again there ("change the encoding").</summary>
    private const int LateBytes = 64 * 1024;

    /// <summary>Finds the encoding.</summary>
    /// <param name="page">The bytes.</param>
    /// <param name="transportLabel">The encoding that the transport declares, or null.</param>
    /// <param name="checks">Whether a declaration is compared with the bytes. The standard, and every browser, believes it.</param>
    public static SniffedEncoding Sniff(ReadOnlySpan<byte> page, string? transportLabel, bool checks)
    {
        if (page.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return new(PageEncodings.Utf8, 3);
        if (page.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return new("UTF-16BE", 2);
        if (page.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new("UTF-16LE", 2);
        if (transportLabel is not null && PageEncodings.ByLabel(transportLabel) is { } byTransport)
            return new(checks ? DeclaredEncoding.Check(page, byTransport) : byTransport, 0);
        if (ZeroBytes.Utf16Of(page) is { } utf16)
            return new(utf16, 0);
        if (MetaPrescan.Find(page.Length > PrescanBytes ? page[..PrescanBytes] : page) is { } declared)
            return new(checks ? DeclaredEncoding.Check(page, declared) : declared, 0);
        if (page.Length > PrescanBytes && MetaPrescan.Find(page.Length > LateBytes ? page[..LateBytes] : page) is { } late)
            return new(checks ? DeclaredEncoding.Check(page, late) : late, 0);
        return new(Undeclared(page), 0);
    }

    private static string Undeclared(ReadOnlySpan<byte> page)
    {
        if (Ascii.IsValid(page))
            return page.IndexOf("\x1B$B"u8) >= 0 || page.IndexOf("\x1B$@"u8) >= 0 ? "ISO-2022-JP" : PageEncodings.Windows1252;
        return Utf8.IsValid(page) || Utf8Sequences.Count(page).Prevail ? PageEncodings.Utf8 : EncodingDetector.Detect(page).Name;
    }
}
