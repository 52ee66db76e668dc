using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Skiplink.Server.Problems;

/// <summary>Answers every exception, and every error without a body, with problem details.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            ProblemException problem = ProblemMap.Of(e);
            if (problem.Status == StatusCodes.Status500InternalServerError)
                LogFault(log, e);
            else
                LogRefused(log, problem.Status, problem.Slug);
            await ProblemResponse.WriteAsync(context, problem);
            return;
        }
        if (context.Response is { HasStarted: false, ContentLength: null, ContentType: null, StatusCode: >= 400 and var status })
            await ProblemResponse.WriteAsync(context, OfStatus(status));
    }

    private static ProblemException OfStatus(int status) => status switch
    {
        404 => new(404, "no-such-route", "There is nothing at this address.", "See /openapi/v1.json for what there is."),
        405 => new(405, "method-not-allowed", "This address takes other methods.", "See /openapi/v1.json for the methods."),
        415 => new(415, "media-type", "The body is of a type that is not taken here.", "Send JSON, HTML, plain text or a form."),
        _ => new(status, "refused", "The request was refused.", "See /openapi/v1.json for what there is."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed by a fault of the server.")]
    private static partial void LogFault(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Answered {Status}: {Problem}.")]
    private static partial void LogRefused(ILogger log, int status, string problem);
}
