using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Skiplink.Server.Problems;

namespace Skiplink.Server.Api;

/// <summary>The address of the page that a request names.</summary>
internal static class PageAddress
{
    /// <summary>An absolute address of http or https; null for everything else.</summary>
    public static Uri? TryParse(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url : null;

    /// <exception cref="ProblemException">It is none.</exception>
    public static Uri Parse(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? throw ProblemException.WrongParameter("url", "the address of a page is missing", "Name a page: url=https://example.org/page.")
            : TryParse(text) ?? throw ProblemException.WrongParameter(
                "url", $"{text} is no address of http or https", "Begin the address with https://.");

    /// <summary>
    /// The address in the path, as it came: <c>/https://example.org/page?query</c>. Null when the path is none. Proxies that make one slash
    /// of two are put up with.
    /// </summary>
    public static Uri? InPath(HttpContext context)
    {
        string target = context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } raw
            ? raw : context.Request.Path + context.Request.QueryString.Value;
        target = target.TrimStart('/');
        foreach (string scheme in (ReadOnlySpan<string>)["https:", "http:"])
        {
            string start = target.StartsWith(Uri.EscapeDataString(scheme), StringComparison.OrdinalIgnoreCase)
                ? Uri.EscapeDataString(scheme) : scheme;
            if (!target.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                continue;
            string rest = target[start.Length..];
            // An address that was escaped as a whole has no slash of its own.
            if (!rest.StartsWith('/'))
                rest = Uri.UnescapeDataString(rest);
            return Parse($"{scheme}//{rest.TrimStart('/')}");
        }
        return null;
    }
}
