using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Skiplink.Server.Mcp;
using Skiplink.Server.Reading;

namespace Skiplink.Server.Hosting;

/// <summary>The services that the API, the page and the tools share.</summary>
internal static class ServiceRegistration
{
    public static void AddReading(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<ServerMeter>();
        services.AddSingleton<ReaderPool>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<PageService>();
        services.AddSingleton<AgentTools>();
        long bytes = (long)options.CacheMegabytes << 20;
        services.AddMemoryCache(cache => cache.SizeLimit = bytes);
        services.AddHybridCache(cache =>
        {
            // One page may not take the whole cache.
            cache.MaximumPayloadBytes = bytes / 8;
            cache.DefaultEntryOptions = new() { Expiration = options.CacheTime, LocalCacheExpiration = options.CacheTime };
        });
    }

    public static IMcpServerBuilder AddTools(IServiceCollection services) =>
        services.AddMcpServer(server =>
        {
            server.ServerInfo = new() { Name = "skiplink", Title = "Skiplink", Version = ServerVersion.Text };
            server.ServerInstructions = AgentTools.Instructions;
        }).WithTools(AgentTools.Create(static provider => provider.GetRequiredService<AgentTools>()));
}
