using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Skiplink.Server.Negotiation;
using Skiplink.Server.Reading;

namespace Skiplink.Server.Api;

/// <summary><c>GET /read?url=</c>, <c>POST /read</c> and <c>GET /https://…</c>: the article of one page.</summary>
internal static class ReadEndpoints
{
    private static readonly string[] Types = [.. FormatName.MediaTypes.Select(static type => type.Type)];

    private static readonly string[] BodyTypes =
        ["text/html", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "application/json"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        Describe(routes.MapGet("/read", GetAsync), "Fetches a page and gives its main text.");
        Describe(routes.MapPost("/read", PostAsync), "Gives the main text of a page that is sent.")
            .AddOpenApiOperationTransformer(static (operation, _, _) => DescribeBody(operation));
        Describe(routes.MapPost("/", PostAsync), "The same as POST /read.").ExcludeFromDescription();
        Describe(routes.MapGet("/{**address:web}", GetByPathAsync),
            "Fetches the page whose address is the path: /https://example.org/page.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).DisableAntiforgery().Produces<string>(200, Types[0], Types[1..])
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(422).ProducesProblem(429).ProducesProblem(502).ProducesProblem(504);

    /// <summary>Any type of body is taken, and looked at; these are the usual ones.</summary>
    private static Task DescribeBody(OpenApiOperation operation)
    {
        OpenApiRequestBody body = new() { Required = true, Content = new Dictionary<string, OpenApiMediaType>() };
        foreach (string type in BodyTypes)
            body.Content[type] = new();
        operation.RequestBody = body;
        return Task.CompletedTask;
    }

    private static async Task GetAsync(
        HttpContext context, PageService pages, [AsParameters] ReadParameters parameters,
        [FromQuery, Description("The page's address.")] string? url = null)
    {
        ReadRequest request = ReadRequestReader.Read(context.Request, parameters);
        await AnswerAsync(context, pages, request, null, PageAddress.Parse(url));
    }

    private static async Task GetByPathAsync(
        HttpContext context, PageService pages, [AsParameters] ReadParameters parameters, string? address = null)
    {
        if (PageAddress.InPath(context) is not { } url)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        // The query belongs to the page's address here.
        await AnswerAsync(context, pages, ReadRequestReader.Read(context.Request, parameters with { Format = null }), null, url);
    }

    private static async Task PostAsync(
        HttpContext context, PageService pages, ServerOptions options, [AsParameters] ReadParameters parameters,
        [FromQuery, Description("The page's address, for its links.")] string? url = null)
    {
        ReadRequest request = ReadRequestReader.Read(context.Request, parameters);
        PostedPage posted = await PostedPage.ReadAsync(context.Request, url, options.MaxBodyBytes, context.RequestAborted);
        await AnswerAsync(context, pages, request, posted.Page, posted.Url);
    }

    private static async Task AnswerAsync(HttpContext context, PageService pages, ReadRequest request, PageInput? page, Uri? url)
    {
        CancellationToken cancel = context.RequestAborted;
        page ??= await pages.FetchAsync(new(url!, request.MaxAge, request.Time), cancel);
        Article article = await pages.ReadAsync(page, request.Options, request.Cut, cancel);
        Uri? address = page.Url ?? url;

        byte[] body;
        int tokens;
        if (request.HasEnvelope)
        {
            body = Envelope.Write(article, address, request, out tokens);
            if (request.WantsEvents)
                body = Envelope.Event(body);
        }
        else if (request.Format == OutputFormat.Json)
        {
            tokens = TokenEstimate.Of(article.Text);
            ArticleText.CheckBudget(tokens, request);
            body = ArticleJson.Write(article, (url ?? address)?.ToString() ?? "posted", address);
        }
        else
        {
            if (ArticleText.Nothing(article) is { } nothing)
                throw nothing;
            string text = ArticleText.Write(article, request.Format, request);
            tokens = TokenEstimate.Of(text);
            body = Encoding.UTF8.GetBytes(text);
        }
        Head(context.Response, request, article, tokens);
        await context.Response.Body.WriteAsync(body, cancel);
    }

    private static void Head(HttpResponse response, ReadRequest request, Article article, int tokens)
    {
        response.ContentType = request.WantsEvents ? "text/event-stream" : FormatName.ContentType(request.Format);
        response.Headers.Vary = "Accept, X-Respond-With";
        response.Headers["x-markdown-tokens"] = TokenEstimate.Header(tokens);
        // HTML of a page, shown in a browser, is not to do anything there.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src http: https: data:; sandbox";
        if (article.Verdict != PageVerdict.None)
            response.Headers["x-verdict"] = VerdictName.Of(article.Verdict);
        if (request.Ignored.Count > 0)
            response.Headers["x-ignored"] = string.Join(", ", request.Ignored);
    }
}
