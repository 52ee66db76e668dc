using System.Net;
using Microsoft.AspNetCore.Http;
using Skiplink.Server.Problems;

namespace Skiplink.Server.Hosting;

/// <summary>
/// Where a server listens on this machine alone, answers only requests that name this machine as their host. A web site whose name leads
/// here would otherwise make its visitors' browsers ask in their place.
/// </summary>
internal sealed class LoopbackHost(RequestDelegate next)
{
    /// <summary>Whether all of the addresses are of this machine alone.</summary>
    public static bool IsWanted(IEnumerable<string> urls) => urls.All(static url =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && IsLoopback(address.IdnHost));

    public Task InvokeAsync(HttpContext context) =>
        IsLoopback(context.Request.Host.Host) ? next(context) : throw new ProblemException(
            421, "wrong-host", $"This server is not {context.Request.Host.Host}.",
            "Ask for localhost. To serve others, start it with --urls and an address of the network.");

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
