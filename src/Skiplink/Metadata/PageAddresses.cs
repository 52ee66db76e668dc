using Skiplink.Content;
using Skiplink.Html;
using Skiplink.Text;

namespace Skiplink.Metadata;

/// <summary>Makes the addresses that a page names absolute.</summary>
internal struct PageAddresses(HtmlDocument document, Uri? url)
{
    private UrlResolver? _resolver;

    /// <summary>A candidate with its address made absolute.</summary>
    public Candidate? Absolute(Candidate? found)
    {
        if (found is not { } address || IsAbsolute(address.Value.Span))
            return found;
        // Most addresses that a head names are absolute.
        _resolver ??= new(document, url);
        return address with { Value = _resolver.Resolve(address.Value.ToString()).AsMemory() };
    }

    private static bool IsAbsolute(ReadOnlySpan<char> address) =>
        (address.StartsWith("https://") || address.StartsWith("http://")) && !char.IsWhiteSpace(address[^1]);

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
