using System.Diagnostics.CodeAnalysis;
using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Addresses;

/// <summary>
/// The absolute address that others are relative to, as <see cref="Uri"/> writes it, in UTF-8 and taken apart, so that most relative
/// addresses are joined without a <see cref="Uri"/> of their own. Reused from page to page.
/// </summary>
internal sealed class UrlBase
{
    private readonly ByteBuffer _text = new();
    private Uri? _uri;
    private int _scheme;
    private int _origin;
    private int _folder;

    /// <summary>Whether there is a base.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>
    /// The scheme with its colon, the scheme and the host, those and the path up to its last slash, and all up to the query.
    /// </summary>
    public ReadOnlySpan<byte> Scheme => _text.Span(0, _scheme);

    public ReadOnlySpan<byte> Origin => _text.Span(0, _origin);

    public ReadOnlySpan<byte> Folder => _text.Span(0, _folder);

    public ReadOnlySpan<byte> Page => _text.Span(0, _text.Count);

    /// <summary>Whether <see cref="Page"/> is all of the base: it has neither query nor fragment.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Forgets the base.</summary>
    public void Clear()
    {
        _text.Clear();
        _uri = null;
        IsKnown = IsWhole = false;
    }

    /// <summary>Takes an address of the web for the base; false, and the base is as it was, when it is none.</summary>
    public bool TrySet(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
            return false;
        Set(uri);
        return true;
    }

    /// <summary>Takes an absolute address for the base.</summary>
    public void Set(Uri uri)
    {
        Clear();
        _uri = uri;
        IsKnown = true;
        Append(uri.GetLeftPart(UriPartial.Path));
        _scheme = uri.Scheme.Length + 1;
        _origin = Encoding.UTF8.GetByteCount(uri.GetLeftPart(UriPartial.Authority));
        _folder = Page.LastIndexOf((byte)'/') + 1;
        IsWhole = uri.Query.Length + uri.Fragment.Length == 0;
    }

    /// <summary>The address that one is when it is relative to the base, by the rules of <see cref="Uri"/>.</summary>
    public bool TryResolve(string address, [NotNullWhen(true)] out Uri? resolved) =>
        Uri.TryCreate(_uri, address, out resolved) && resolved.IsAbsoluteUri;

    private void Append(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        int from = _text.Reserve(length);
        Encoding.UTF8.GetBytes(text, _text.Writable(from, length));
    }
}
