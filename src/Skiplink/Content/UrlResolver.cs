using System.Text;
using Skiplink.Html;

namespace Skiplink.Content;

/// <summary>Makes the addresses of a page absolute against its <c>base</c> element and the address it was read from. Where there is neither, they stay as they are.</summary>
internal sealed class UrlResolver
{
    private readonly Uri? _base;

    /// <param name="document">The page.</param>
    /// <param name="url">The address that the page was read from, or null.</param>
    public UrlResolver(HtmlDocument document, Uri? url)
    {
        _base = url;
        HtmlNode head = document.Head;
        if (head.IsNone || head.FirstChildElement(HtmlNames.Base) is not { IsNone: false } element || !element.TryGetAttribute(HtmlNames.Href, out ReadOnlySpan<byte> href))
            return;
        string text = Encoding.UTF8.GetString(href).Trim();
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https")
            _base = absolute;
        else if (url is not null && Uri.TryCreate(url, text, out Uri? resolved))
            _base = resolved;
    }

    /// <summary>The absolute address; what cannot be resolved is returned as it is, without white space around it.</summary>
    public ReadOnlySpan<byte> Resolve(ReadOnlySpan<byte> href)
    {
        href = href.Trim(" \t\n\f\r"u8);
        if (_base is null || href.IsEmpty || href.StartsWith("http://"u8) || href.StartsWith("https://"u8) || href.StartsWith("mailto:"u8) || href.StartsWith("data:"u8))
            return href;
        string text = Encoding.UTF8.GetString(href);
        // On Unix a path with a leading slash counts as an absolute file name.
        return Uri.TryCreate(_base, text, out Uri? resolved) && resolved.IsAbsoluteUri ? Encoding.UTF8.GetBytes(resolved.AbsoluteUri) : href;
    }

    /// <summary><see cref="Resolve(ReadOnlySpan{byte})"/> for text.</summary>
    public string Resolve(string href) => Encoding.UTF8.GetString(Resolve(Encoding.UTF8.GetBytes(href)));
}
