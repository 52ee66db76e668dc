using System.Buffers;
using System.Text;
using Skiplink.Html;
using Skiplink.Html.Arena;
using Skiplink.PageModel;

namespace Skiplink.Addresses;

/// <summary>
/// Makes the addresses of a page absolute against its <c>base</c> element and the address it was read from, and safe to write. Where there
/// is no base, relative addresses stay relative. The base is looked for when the first relative address comes; a resolver is reused from
/// page to page.
/// </summary>
internal sealed class UrlResolver
{
    /// <summary>Characters of an address that is resolved by appending it to its base.</summary>
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"u8);

    /// <summary>Characters of a fragment that is resolved by appending it.</summary>
    private static readonly SearchValues<byte> PlainFragment =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    private readonly UrlBase _base = new();
    private readonly ByteBuffer _normalized = new();
    private readonly ByteBuffer _resolved = new();
    private readonly ByteBuffer _safe = new();
    private PageHead _head = null!;
    private Uri? _url;
    private string? _named;
    private bool _isReady;

    public UrlResolver()
    {
    }

    /// <summary>Makes a resolver for one page.</summary>
    /// <inheritdoc cref="Begin"/>
    public UrlResolver(PageHead head, Uri? url) => Begin(head, url, null);

    /// <summary>Turns to another page.</summary>
    /// <param name="head">The head of the page.</param>
    /// <param name="url">The address that the page was read from, or null.</param>
    /// <param name="named">The address that the page names for itself, or null; it counts where nobody says where the page came
    /// from.</param>
    public void Begin(PageHead head, Uri? url, string? named)
    {
        (_head, _url, _named, _isReady) = (head, url, named, false);
        _base.Clear();
    }

    /// <summary>
    /// The address that is written: absolute where a base is known, and safe. Empty when it must not be written. The bytes are good until
    /// the next call.
    /// </summary>
    /// <param name="href">The address as the page writes it.</param>
    /// <param name="use">What it is written for.</param>
    public ReadOnlySpan<byte> Resolve(ReadOnlySpan<byte> href, AddressUse use)
    {
        ReadOnlySpan<byte> address = AddressText.Normalize(href, _normalized);
        if (!address.IsEmpty && SafeAddress.SchemeOf(address).IsEmpty)
            address = Absolute(address);
        return SafeAddress.Make(address, use, _safe);
    }

    /// <summary><see cref="Resolve(ReadOnlySpan{byte}, AddressUse)"/> for text.</summary>
    public string Resolve(string href, AddressUse use) => Encoding.UTF8.GetString(Resolve(Encoding.UTF8.GetBytes(href), use));

    private ReadOnlySpan<byte> Absolute(ReadOnlySpan<byte> href)
    {
        if (!_isReady)
            FindBase();
        if (!_base.IsKnown)
            return href;
        if (href.ContainsAnyExcept(Plain) || href.IndexOf("./"u8) >= 0 || href.EndsWith("."u8))
            return ByUri(href);
        return href[0] switch
        {
            (byte)'/' when href.Length > 1 && href[1] == '/' => Joined(_base.Scheme, href),
            (byte)'/' => Joined(_base.Origin, href),
            (byte)'?' => Joined(_base.Page, href),
            (byte)'#' when href.Length > 1 && _base.IsWhole && !href[1..].ContainsAnyExcept(PlainFragment) => Joined(_base.Page, href),
            (byte)'#' => ByUri(href),
            _ => Joined(_base.Folder, href),
        };
    }

    private void FindBase()
    {
        _isReady = true;
        if (_url is { IsAbsoluteUri: true, Scheme: "http" or "https" })
            _base.Set(_url);
        else if (_named is not null)
            _base.TrySet(_named);
        if (_head.Base.IsNone)
            return;
        // A base that is not on the web is ignored, as browsers ignore those of scripts and data (HTML standard, 4.2.3).
        string text = Encoding.UTF8.GetString(AddressText.Normalize(_head.Base.Utf8Attribute(HtmlNames.Href), new()));
        if (!_base.TrySet(text) && _base.IsKnown && _base.TryResolve(text, out Uri? resolved) && resolved.Scheme is "http" or "https")
            _base.Set(resolved);
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
        _base.TryResolve(Encoding.UTF8.GetString(href), out Uri? resolved) ? Encoding.UTF8.GetBytes(resolved.AbsoluteUri) : href;
}
