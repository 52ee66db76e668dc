using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Skiplink.Server.Problems;

/// <summary>Writes problem details as RFC 9457 has them, with <c>next</c>: what the client can do.</summary>
internal static class ProblemResponse
{
    /// <param name="context">The request.</param>
    /// <param name="problem">The problem.</param>
    public static async Task WriteAsync(HttpContext context, ProblemException problem)
    {
        // Headers stay: those for safety are set by now.
        context.Response.ContentLength = null;
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            WriteMembers(json, problem);
            // Clients of scrape look for these two.
            if (context.Request.Path.StartsWithSegments("/v2"))
            {
                json.WriteBoolean("success"u8, false);
                json.WriteString("error"u8, $"{problem.Message} {problem.Next}");
            }
            json.WriteEndObject();
        }
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    /// <summary>Writes the members of the problem's object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, ProblemException problem)
    {
        json.WriteString("type"u8, $"urn:skiplink:problem:{problem.Slug}");
        json.WriteString("title"u8, problem.Status == 499 ? "Client closed request" : ReasonPhrases.GetReasonPhrase(problem.Status));
        json.WriteNumber("status"u8, problem.Status);
        json.WriteString("detail"u8, problem.Message);
        json.WriteString("next"u8, problem.Next);
    }
}
