using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Skiplink.Server.Problems;
using Skiplink.Server.Reading;

namespace Skiplink.Server.Api;

/// <summary><c>POST /v2/scrape</c>: the article in the shape that Firecrawl's clients expect.</summary>
internal static class ScrapeEndpoint
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v2/scrape", PostAsync).WithSummary("Fetches a page and gives its main text in Firecrawl's shape.")
            .Accepts<JsonElement>("application/json").Produces<JsonElement>(200, "application/json")
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(422).ProducesProblem(502).ProducesProblem(504);

    private static async Task PostAsync(HttpContext context, PageService pages)
    {
        ScrapeRequest request;
        try
        {
            using JsonDocument json = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            request = ScrapeRequest.Parse(json.RootElement);
        }
        catch (JsonException e)
        {
            throw ProblemException.WrongParameter("body", $"no sound JSON: {e.Message.TrimEnd('.')}", "Mend the JSON.");
        }
        PageInput page = await pages.FetchAsync(new(request.Url, request.MaxAge, request.Time), context.RequestAborted);
        ReadOptions options = new()
        {
            Mode = request.OnlyMainContent && request.Cut?.Target is null ? SelectionMode.Balanced : SelectionMode.Recall,
            Comments = !request.OnlyMainContent,
        };
        Article article = await pages.ReadAsync(page, options, request.Cut, context.RequestAborted);

        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body, Options))
            Write(json, request, page, article);
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, ScrapeRequest request, PageInput page, Article article)
    {
        json.WriteStartObject();
        json.WriteBoolean("success"u8, true);
        json.WriteStartObject("data"u8);
        if (request.Formats.Contains("markdown"))
            json.WriteString("markdown"u8, article.MarkdownDocument);
        if (request.Formats.Contains("html"))
            json.WriteString("html"u8, article.Html);
        if (request.Formats.Contains("rawHtml") || request.Formats.Contains("links"))
        {
            PageSourceText source = PageSourceText.Of(page);
            if (request.Formats.Contains("rawHtml"))
                json.WriteString("rawHtml"u8, source.Html);
            if (request.Formats.Contains("links"))
            {
                json.WriteStartArray("links"u8);
                foreach (string link in source.Links)
                    json.WriteStringValue(link);
                json.WriteEndArray();
            }
        }
        json.WriteStartObject("metadata"u8);
        String(json, "title", article.Title);
        String(json, "description", article.Metadata.Description?.Value);
        String(json, "language", article.Language);
        String(json, "sourceURL", request.Url.ToString());
        String(json, "url", (page.Url ?? request.Url).ToString());
        if (page.Status is { } status)
            json.WriteNumber("statusCode"u8, status);
        String(json, "contentType", page.ContentType);
        String(json, "publishedTime", article.Published);
        if (article.Text.Length == 0 && article.Blocks.Count == 0)
            json.WriteString("error"u8, $"The page has no main text. {VerdictWords.Of(article)}".TrimEnd());
        json.WriteEndObject();
        if (Warning(request, article) is { Length: > 0 } warning)
            json.WriteString("warning"u8, warning);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Warning(ScrapeRequest request, Article article)
    {
        List<string> warnings = [];
        if (VerdictWords.Of(article) is { Length: > 0 } verdict)
            warnings.Add(verdict);
        if (!request.OnlyMainContent)
            warnings.Add("onlyMainContent: false keeps comments and whatever may be text, and still not menus.");
        if (request.IgnoredMembers.Count > 0)
            warnings.Add($"These make no difference here: {string.Join(", ", request.IgnoredMembers)}.");
        return string.Join(" ", warnings);
    }

    private static void String(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
