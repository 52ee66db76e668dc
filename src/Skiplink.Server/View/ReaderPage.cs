using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Skiplink.Server.Api;
using Skiplink.Server.Problems;
using Skiplink.Server.Reading;

namespace Skiplink.Server.View;

/// <summary>
/// The page for people: an address, a file or a pasted text goes in, three views of it come out. It works without scripts.
/// </summary>
internal static class ReaderPage
{
    /// <summary>
    /// Scripts and styles are the server's own files alone; what comes from a page is pictures, and nothing of it can run.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src http: https: data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    private static readonly Dictionary<string, (string Type, byte[] Bytes)> Assets = new(StringComparer.Ordinal)
    {
        ["reader.css"] = ("text/css; charset=utf-8", Load("reader.css")),
        ["reader.js"] = ("text/javascript; charset=utf-8", Load("reader.js")),
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", static context => WriteAsync(context, 200, ReaderDocument.Start(null, null))).ExcludeFromDescription();
        routes.MapGet("/view", GetAsync).ExcludeFromDescription();
        routes.MapPost("/view", PostAsync).ExcludeFromDescription();
        routes.MapGet("/assets/{name}", AssetAsync).ExcludeFromDescription();
    }

    private static Task GetAsync(HttpContext context)
    {
        string? url = context.Request.Query["url"];
        return AnswerAsync(context, url, async pages =>
            (await pages.FetchAsync(new(PageAddress.Parse(Completed(url))), context.RequestAborted), IsFetched: true));
    }

    private static Task PostAsync(HttpContext context) => AnswerAsync(context, null, async pages =>
    {
        ServerOptions options = (ServerOptions)context.RequestServices.GetService(typeof(ServerOptions))!;
        PostedPage posted = await PostedPage.ReadAsync(context.Request, null, options.MaxBodyBytes, context.RequestAborted);
        return posted.Page is { } page ? (page, false)
            : (await pages.FetchAsync(new(posted.Url!), context.RequestAborted), true);
    });

    private static async Task AnswerAsync(
        HttpContext context, string? url, Func<PageService, Task<(PageInput Page, bool IsFetched)>> get)
    {
        PageService pages = (PageService)context.RequestServices.GetService(typeof(PageService))!;
        try
        {
            (PageInput page, bool isFetched) = await get(pages);
            Explanation explanation = await pages.ExplainAsync(page, new(), context.RequestAborted);
            await WriteAsync(context, 200, ReaderDocument.Views(explanation, page, isFetched));
        }
        catch (Exception e) when (e is not OperationCanceledException && ProblemMap.Of(e) is { Status: not 500 } problem)
        {
            await WriteAsync(context, problem.Status, ReaderDocument.Start(problem, url));
        }
    }

    /// <summary>What people type as an address, with the scheme that they leave out.</summary>
    private static string? Completed(string? url) =>
        string.IsNullOrWhiteSpace(url) || url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url.Trim();

    private static async Task WriteAsync(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), context.RequestAborted);
    }

    private static async Task AssetAsync(HttpContext context)
    {
        if (!Assets.TryGetValue((string?)context.Request.RouteValues["name"] ?? "", out (string Type, byte[] Bytes) asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = asset.Type;
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(asset.Bytes, context.RequestAborted);
    }

    private static byte[] Load(string name)
    {
        using Stream asset = typeof(ReaderPage).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not in the assembly.");
        byte[] bytes = new byte[asset.Length];
        asset.ReadExactly(bytes);
        return bytes;
    }
}
