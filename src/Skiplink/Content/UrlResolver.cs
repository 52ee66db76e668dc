using System.Buffers;
using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;

namespace Skiplink.Content;

/// <summary>Makes the addresses of a page absolute against its <c>base</c> element and the address it was read from. Where there is neither, they stay as they are.</summary>
internal sealed class UrlResolver
{
    /// <summary>What an address may be made of that needs no more than to be appended to its base.</summary>
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"u8);

    private readonly Uri? _base;
    private readonly ByteBuffer _resolved = new();
    private readonly byte[] _scheme = [];
    private readonly byte[] _origin = [];
    private readonly byte[] _folder = [];
    private readonly byte[] _page = [];

    /// <param name="document">The page.</param>
    /// <param name="url">The address that the page was read from, or null.</param>
    public UrlResolver(HtmlDocument document, Uri? url)
    {
        _base = url;
        HtmlNode head = document.Head;
        if (!head.IsNone && head.FirstChildElement(HtmlNames.Base) is { IsNone: false } element && element.TryGetAttribute(HtmlNames.Href, out ReadOnlySpan<byte> href))
        {
            string text = Encoding.UTF8.GetString(href).Trim();
            if (Uri.TryCreate(text, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https")
                _base = absolute;
            else if (url is not null && Uri.TryCreate(url, text, out Uri? resolved))
                _base = resolved;
        }
        if (_base is null)
            return;
        string path = _base.AbsolutePath;
        string origin = _base.GetLeftPart(UriPartial.Authority);
        _scheme = Encoding.UTF8.GetBytes(_base.Scheme + ":");
        _origin = Encoding.UTF8.GetBytes(origin);
        _folder = Encoding.UTF8.GetBytes(origin + path[..(path.LastIndexOf('/') + 1)]);
        _page = Encoding.UTF8.GetBytes(_base.GetLeftPart(UriPartial.Path));
    }

    /// <summary>
    /// The absolute address; what cannot be resolved is returned as it is, without white space around it. The bytes are good until the next address is resolved.
    /// </summary>
    public ReadOnlySpan<byte> Resolve(ReadOnlySpan<byte> href)
    {
        href = href.Trim(" \t\n\f\r"u8);
        if (_base is null || href.IsEmpty || HasScheme(href))
            return href;
        if (href.ContainsAnyExcept(Plain) || href.IndexOf("./"u8) >= 0 || href.EndsWith("."u8))
            return ByUri(href);
        return href[0] switch
        {
            (byte)'/' when href.Length > 1 && href[1] == '/' => Joined(_scheme, href),
            (byte)'/' => Joined(_origin, href),
            (byte)'?' => Joined(_page, href),
            (byte)'#' => ByUri(href),
            _ => Joined(_folder, href),
        };
    }

    /// <summary><see cref="Resolve(ReadOnlySpan{byte})"/> for text.</summary>
    public string Resolve(string href) => Encoding.UTF8.GetString(Resolve(Encoding.UTF8.GetBytes(href)));

    private static bool HasScheme(ReadOnlySpan<byte> href)
    {
        int end = href.IndexOfAny(":/?#"u8);
        return end > 0 && href[end] == ':' && char.IsAsciiLetter((char)href[0]);
    }

    private ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> start, ReadOnlySpan<byte> rest)
    {
        _resolved.Clear();
        _resolved.Add(start);
        _resolved.Add(rest);
        return _resolved.Span(0, _resolved.Count);
    }

    private ReadOnlySpan<byte> ByUri(ReadOnlySpan<byte> href) =>
        // On Unix a path with a leading slash counts as an absolute file name; against a base it does not.
        Uri.TryCreate(_base!, Encoding.UTF8.GetString(href), out Uri? resolved) && resolved.IsAbsoluteUri ? Encoding.UTF8.GetBytes(resolved.AbsoluteUri) : href;
}
