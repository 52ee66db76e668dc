using System.Buffers;
using System.Text;
using Skiplink.Addresses;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata;

/// <summary>Resolves the addresses that a page names, and drops unsafe ones.</summary>
internal struct PageAddresses(PageHead head, Uri? url)
{
    // Characters of addresses that need no escaping.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    private UrlResolver? _resolver;
    private string? _named;

    /// <summary>Makes the page's own address the base of the others, if the page was read without an address.</summary>
    public void Name(Candidate? own)
    {
        if (url is not null || own is not { } named)
            return;
        _named = named.Value.ToString();
        _resolver = null;
    }

    /// <summary>A candidate with its address resolved; null if the address is not safe to write.</summary>
    public Candidate? Absolute(Candidate? found, AddressUse use)
    {
        if (found is not { } address || IsPlain(address.Value.Span))
            return found;
        // Most addresses that a head names are plain.
        string resolved = Resolver().Resolve(address.Value.ToString(), use);
        return resolved.Length == 0 ? null : address with { Value = resolved.AsMemory() };
    }

    /// <summary>
    /// A candidate that is an address or a name, as licences are. A name has no scheme, and either white space or none of the characters of
    /// an address.
    /// </summary>
    public Candidate? AbsoluteOrName(Candidate? found)
    {
        if (found is not { } value)
            return null;
        byte[] text = Encoding.UTF8.GetBytes(value.Value.ToString());
        bool hasScheme = !SafeAddress.SchemeOf(AddressText.Normalize(text, new())).IsEmpty;
        bool isName = !hasScheme && (text.AsSpan().Trim((byte)' ').Contains((byte)' ') || !text.AsSpan().ContainsAny("/\\#:"u8));
        return isName ? found : Absolute(found, AddressUse.Link);
    }

    private UrlResolver Resolver()
    {
        if (_resolver is null)
        {
            _resolver = new();
            _resolver.Begin(head, url, _named);
        }
        return _resolver;
    }

    private static bool IsPlain(ReadOnlySpan<char> address) =>
        (address.StartsWith("https://") || address.StartsWith("http://")) && !address.ContainsAnyExcept(Plain);

    /// <summary>The host of an absolute address, or empty.</summary>
    public static ReadOnlyMemory<char> HostOf(ReadOnlyMemory<char> address, TextArena texts)
    {
        int scheme = address.Span.IndexOf("://");
        if (scheme is not (4 or 5) || !address.Span.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return default;
        ReadOnlySpan<char> rest = address.Span[(scheme + 3)..];
        int end = rest.IndexOfAny('/', '?', '#');
        rest = end < 0 ? rest : rest[..end];
        if (rest.IsEmpty || rest.Contains('@'))
            return default;
        int port = rest.IndexOf(':');
        rest = port < 0 ? rest : rest[..port];
        return texts.Keep(rest.ToLowerInvariant(texts.Reserve(rest.Length)));
    }
}
