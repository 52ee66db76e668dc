using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Skiplink.Html.Arena;

namespace Skiplink.Addresses;

/// <summary>
/// An absolute address that others are relative to, in UTF-8, taken apart. Addresses as nearly all pages write them are read as they stand; what <see cref="Uri"/> would
/// write in another way (capitals in a host, ports, escapes, dots in a path) is read by it. Reused from page to page.
/// </summary>
internal sealed class UrlBase
{
    private static readonly SearchValues<byte> HostBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-."u8);
    private static readonly SearchValues<byte> PathBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"u8);

    private readonly ByteBuffer _text = new();
    private Uri? _uri;
    private string _address = "";
    private int _scheme;
    private int _origin;
    private int _folder;

    /// <summary>Whether there is a base.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The scheme with its colon, the scheme and the host, those and the path up to its last slash, and all up to the query.</summary>
    public ReadOnlySpan<byte> Scheme => _text.Span(0, _scheme);

    public ReadOnlySpan<byte> Origin => _text.Span(0, _origin);

    public ReadOnlySpan<byte> Folder => _text.Span(0, _folder);

    public ReadOnlySpan<byte> Page => _text.Span(0, _text.Count);

    /// <summary>Whether <see cref="Page"/> is all of the base: it is plain and has no query.</summary>
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
        if (TryRead(address))
            return true;
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
    }

    /// <summary>The address that one is when it is relative to the base, by the rules of <see cref="Uri"/>.</summary>
    public bool TryResolve(string address, [NotNullWhen(true)] out Uri? resolved) =>
        Uri.TryCreate(_uri ??= new(_address), address, out resolved) && resolved.IsAbsoluteUri;

    private bool TryRead(string address)
    {
        int scheme = address.StartsWith("https://", StringComparison.Ordinal) ? 6 : address.StartsWith("http://", StringComparison.Ordinal) ? 5 : 0;
        if (scheme == 0)
            return false;
        int before = _text.Count;
        Append(address);
        ReadOnlySpan<byte> text = _text.Span(before, _text.Count - before);
        int end = text.IndexOfAny((byte)'?', (byte)'#');
        text = end < 0 ? text : text[..end];
        ReadOnlySpan<byte> rest = text[(scheme + 2)..];
        int slash = rest.IndexOf((byte)'/');
        ReadOnlySpan<byte> host = slash < 0 ? rest : rest[..slash], path = slash < 0 ? default : rest[slash..];
        bool isPlain = IsPlain(host) && !path.ContainsAnyExcept(PathBytes) && path.IndexOf("/."u8) < 0 && path.IndexOf("./"u8) < 0 && !path.EndsWith("."u8)
            && (end < 0 || !address.AsSpan(end).ContainsAnyExceptInRange('!', '~'));
        if (!isPlain)
        {
            _text.Truncate(before);
            return false;
        }
        int length = text.Length;
        text.CopyTo(_text.Writable(0, length));
        _text.Truncate(length);
        if (path.IsEmpty)
            _text.Add((byte)'/');
        (_scheme, _origin, _folder) = (scheme, scheme + 2 + host.Length, Page.LastIndexOf((byte)'/') + 1);
        (_uri, _address) = (null, address);
        IsWhole = end < 0;
        return IsKnown = true;
    }

    /// <summary>Whether a host is a name in lower case that ends in a word, not in a number: nothing in it is written in another way.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> host) =>
        host.Length is > 0 and < 64 && !host.ContainsAnyExcept(HostBytes) && char.IsAsciiLetterOrDigit((char)host[0]) && host.IndexOf(".."u8) < 0 && host.IndexOf(".-"u8) < 0 && host.IndexOf("-."u8) < 0
        && host.IndexOf("xn--"u8) < 0 && char.IsAsciiLetter((char)host[^1]) && char.IsAsciiLetter((char)host[host.LastIndexOf((byte)'.') + 1]);

    private void Append(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        int from = _text.Reserve(length);
        Encoding.UTF8.GetBytes(text, _text.Writable(from, length));
    }
}
