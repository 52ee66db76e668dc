using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Skiplink.Server.Problems;

namespace Skiplink.Server.Hosting;

/// <summary>How many requests a client may make in a minute, and all of them together at once.</summary>
internal static class RequestLimits
{
    public static void Add(IServiceCollection services, ServerOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => Together(context, options)),
            PartitionedRateLimiter.Create<HttpContext, string>(context => OfClient(context, options)));
        limiter.OnRejected = static async (context, _) =>
        {
            int seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait)
                ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
            await ProblemResponse.WriteAsync(context.HttpContext, new(
                429, "too-many-requests", "Too many requests.", $"Wait {seconds} seconds, and ask again.")
            {
                RetryAfter = seconds,
            });
        };
    });

    private static RateLimitPartition<string> Together(HttpContext context, ServerOptions options) =>
        IsFree(context) ? RateLimitPartition.GetNoLimiter("free")
        : RateLimitPartition.GetConcurrencyLimiter("all", _ => new()
        {
            PermitLimit = options.MaxConcurrentRequests,
            QueueLimit = options.MaxConcurrentRequests,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });

    private static RateLimitPartition<string> OfClient(HttpContext context, ServerOptions options)
    {
        if (options.RequestsPerMinute == 0 || IsFree(context))
            return RateLimitPartition.GetNoLimiter("free");
        // A key that is not checked is no client: anybody could make new ones.
        string client = options.ApiKeys.Count > 0 && ApiKeys.Given(context.Request) is { } key
            ? $"key {key}" : $"address {context.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetTokenBucketLimiter(client, _ => new()
        {
            TokenLimit = options.RequestsPerMinute,
            TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60.0 / options.RequestsPerMinute)),
            QueueLimit = 0,
        });
    }

    private static bool IsFree(HttpContext context) =>
        context.Request.Path == "/healthz" || context.Request.Path.StartsWithSegments("/assets");
}
