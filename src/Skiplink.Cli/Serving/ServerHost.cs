using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Skiplink.Server;
using Skiplink.Server.Hosting;

namespace Skiplink.Cli.Commands;

/// <summary>Runs the server. The native command has another file in the place of this one.</summary>
internal static class ServerHost
{
    /// <summary>Serves HTTP until it is cancelled.</summary>
    /// <param name="settings">What the user set.</param>
    /// <param name="started">Called with each address once it listens there.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="IOException">It cannot listen there.</exception>
    public static async Task ServeAsync(ServeSettings settings, Action<string> started, CancellationToken cancel)
    {
        ServerOptions options = new() { AllowsPrivateTargets = settings.AllowsPrivateTargets, ApiKeys = settings.ApiKeys };
        options = options with
        {
            RequestsPerMinute = settings.RequestsPerMinute ?? options.RequestsPerMinute,
            CacheMegabytes = settings.CacheMegabytes ?? options.CacheMegabytes,
            MaxBodyBytes = settings.MaxPageMegabytes is { } megabytes ? Math.Min(megabytes, 256) << 20 : options.MaxBodyBytes,
        };
        await using WebApplication app = HttpServer.Create(options, settings.Urls);
        await app.StartAsync(cancel);
        foreach (string address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
            started(address);
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        finally
        {
            using CancellationTokenSource moment = new(TimeSpan.FromSeconds(1));
            await app.StopAsync(moment.Token);
        }
    }

    /// <summary>Serves one agent until its input ends.</summary>
    public static Task ServeAgentAsync(bool allowsPrivateTargets, CancellationToken cancel) =>
        StdioServer.RunAsync(new() { AllowsPrivateTargets = allowsPrivateTargets }, cancel);
}
