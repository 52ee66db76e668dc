using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Skiplink.Server.Problems;

namespace Skiplink.Server.Hosting;

/// <summary>Lets those requests by that have one of the keys, where there are any. <c>/healthz</c> needs none.</summary>
internal sealed class ApiKeys(RequestDelegate next, ServerOptions options)
{
    private readonly byte[][] _hashes = [.. options.ApiKeys.Select(static key => SHA256.HashData(Encoding.UTF8.GetBytes(key)))];

    public Task InvokeAsync(HttpContext context)
    {
        if (_hashes.Length == 0 || context.Request.Path == "/healthz" || IsKnown(Given(context.Request)))
            return next(context);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        throw new ProblemException(
            401, "key-needed", "This server needs a key.", "Send it as Authorization: Bearer KEY, or as X-API-Key.");
    }

    /// <summary>The key that a request has; null when it has none.</summary>
    public static string? Given(HttpRequest request)
    {
        string? bearer = request.Headers.Authorization;
        return bearer?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true
            ? bearer["Bearer ".Length..].Trim() : request.Headers["X-API-Key"];
    }

    /// <summary>Compares with every key in the same time, whatever was given.</summary>
    private bool IsKnown(string? given)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(given ?? ""));
        bool isKnown = false;
        foreach (byte[] known in _hashes)
            isKnown |= CryptographicOperations.FixedTimeEquals(hash, known);
        return isKnown && given is not null;
    }
}
