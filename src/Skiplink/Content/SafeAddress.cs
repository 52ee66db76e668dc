namespace Skiplink.Content;

/// <summary>
/// Which addresses may stand in what is written. An address is looked at as a browser reads it: without white space and control characters in front, and without tabs and
/// line ends anywhere (URL standard, 4.4).
/// </summary>
internal static class SafeAddress
{
    private const int LongestScheme = 32;

    /// <summary>Whether a link may lead there: a relative address, http, https, mailto, tel, ftp and the like; never a script or data.</summary>
    public static bool IsLink(ReadOnlySpan<byte> address)
    {
        if (IsPlain(address))
            return true;
        Span<byte> buffer = stackalloc byte[LongestScheme];
        ReadOnlySpan<byte> scheme = SchemeOf(address, buffer);
        return scheme.IsEmpty || scheme.SequenceEqual("http"u8) || scheme.SequenceEqual("https"u8) || scheme.SequenceEqual("mailto"u8) || scheme.SequenceEqual("tel"u8) || scheme.SequenceEqual("ftp"u8)
            || scheme.SequenceEqual("sms"u8) || scheme.SequenceEqual("geo"u8) || scheme.SequenceEqual("doi"u8) || scheme.SequenceEqual("magnet"u8) || scheme.SequenceEqual("irc"u8) || scheme.SequenceEqual("news"u8);
    }

    /// <summary>Whether an image may come from there: a relative address, http, https, or data of a raster image.</summary>
    public static bool IsImage(ReadOnlySpan<byte> address)
    {
        if (IsPlain(address))
            return true;
        Span<byte> buffer = stackalloc byte[LongestScheme];
        ReadOnlySpan<byte> scheme = SchemeOf(address, buffer);
        if (scheme.IsEmpty || scheme.SequenceEqual("http"u8) || scheme.SequenceEqual("https"u8))
            return true;
        return scheme.SequenceEqual("data"u8)
            && (address.StartsWith("data:image/png"u8) || address.StartsWith("data:image/jpeg"u8) || address.StartsWith("data:image/gif"u8) || address.StartsWith("data:image/webp"u8) || address.StartsWith("data:image/avif"u8));
    }

    /// <summary>Whether an address begins as nearly all do: with http or https in small letters, or with a sign that stands before no scheme.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> address) => address is [(byte)'/' or (byte)'#' or (byte)'?', ..] || address.StartsWith("https:"u8) || address.StartsWith("http:"u8);

    /// <summary>The scheme in lower case; empty for a relative address; a single <c>?</c>, which no scheme is, where it cannot be told.</summary>
    private static ReadOnlySpan<byte> SchemeOf(ReadOnlySpan<byte> address, Span<byte> scheme)
    {
        int length = 0;
        bool isStart = true;
        foreach (byte b in address)
        {
            if (b is (byte)'\t' or (byte)'\n' or (byte)'\r' || (isStart && b <= ' '))
                continue;
            isStart = false;
            if (b == ':')
                return scheme[..length];
            if (b is (byte)'/' or (byte)'?' or (byte)'#' || b >= 0x80)
                return default;
            // No scheme has other characters; what has a colon behind them is relative.
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'+' or (byte)'-' or (byte)'.'))
                return b < ' ' || b == '&' ? "?"u8 : default;
            if (length == scheme.Length)
                return "?"u8;
            scheme[length++] = char.IsAsciiLetterUpper((char)b) ? (byte)(b | 0x20) : b;
        }
        return default;
    }
}
