using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Skiplink.Server.Api;
using Skiplink.Server.Problems;
using Skiplink.Server.Reading;
using Skiplink.Server.View;

namespace Skiplink.Server.Hosting;

/// <summary>Builds the HTTP server: the API, the reader page and the tools for agents, with their limits.</summary>
internal static class HttpServer
{
    /// <summary>An application that is not started.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="urls">Where it listens: <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="configure">Changes services before the application is built; for tests.</param>
    public static WebApplication Create(ServerOptions options, string[] urls, Action<WebApplicationBuilder>? configure = null)
    {
        // Nothing in the folder where somebody happens to start it changes what it does.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "skiplink" });
        builder.Configuration.AddEnvironmentVariables("SKIPLINK_");
        builder.WebHost.UseKestrelCore().UseUrls(urls).ConfigureKestrel(kestrel => Limit(kestrel.Limits, options));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddRouting(static routing => routing.ConstraintMap["web"] = typeof(WebAddressConstraint));
        AddLogging(builder);
        AddTelemetry(builder);
        RequestLimits.Add(builder.Services, options);
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
            (form.MultipartBodyLengthLimit, form.ValueLengthLimit) = (options.MaxBodyBytes, options.MaxBodyBytes));
        builder.Services.AddOpenApi();
        ServiceRegistration.AddReading(builder.Services, options);
        ServiceRegistration.AddTools(builder.Services).WithHttpTransport(static http => http.Stateless = true);
        configure?.Invoke(builder);

        WebApplication app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ProblemMiddleware>();
        if (LoopbackHost.IsWanted(urls))
            app.UseMiddleware<LoopbackHost>();
        app.UseMiddleware<ApiKeys>();
        app.UseRateLimiter();
        app.MapGet("/healthz", static () => Results.Text("ok\n")).WithSummary("Says that the server is up.").DisableRateLimiting();
        app.MapOpenApi();
        app.MapMcp("/mcp");
        ScrapeEndpoint.Map(app);
        ReaderPage.Map(app);
        ReadEndpoints.Map(app);
        return app;
    }

    private static void Limit(KestrelServerLimits limits, ServerOptions options)
    {
        limits.MaxRequestBodySize = options.MaxBodyBytes;
        limits.MaxConcurrentConnections = 4L * options.MaxConcurrentRequests;
        limits.MaxRequestLineSize = 16 << 10;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        // Who sends or takes less than this for five seconds is cut off, so that slow clients do not fill the server.
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }

    /// <summary>Lines of JSON on standard error.</summary>
    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.AddJsonConsole(static json => json.UseUtcTimestamp = true);
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning).AddFilter("ModelContextProtocol", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    /// <summary>Metrics and traces go where OpenTelemetry's own variables say; nowhere when they say nothing.</summary>
    private static void AddTelemetry(WebApplicationBuilder builder)
    {
        OpenTelemetryBuilder telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(static metrics => metrics.AddMeter(ServerMeter.Name).AddAspNetCoreInstrumentation())
            .WithTracing(static traces => traces.AddSource(ServerMeter.Name).AddAspNetCoreInstrumentation());
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
            telemetry.UseOtlpExporter();
    }
}
