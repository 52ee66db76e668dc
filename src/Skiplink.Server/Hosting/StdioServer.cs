using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Skiplink.Server.Hosting;

/// <summary>Serves the tools for agents over standard input and output, to the one client that started the process.</summary>
internal static class StdioServer
{
    /// <summary>Serves until standard input ends.</summary>
    public static async Task RunAsync(ServerOptions options, CancellationToken cancel)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "skiplink" });
        // Standard output is the protocol's.
        builder.Logging.AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        ServiceRegistration.AddReading(builder.Services, options);
        ServiceRegistration.AddTools(builder.Services).WithStdioServerTransport();
        using IHost host = builder.Build();
        await host.RunAsync(cancel);
    }
}
