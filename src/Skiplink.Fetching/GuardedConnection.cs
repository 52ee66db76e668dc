using System.Net;
using System.Net.Sockets;

namespace Skiplink.Fetching;

/// <summary>
/// Connects to public addresses alone. The address that is checked is the one that is connected to, so that a name whose address changes
/// between check and connection gains nothing; each redirect comes by here again.
/// </summary>
internal static class GuardedConnection
{
    /// <summary>The connection for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="FetchException">The host has an address that is not public.</exception>
    public static async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        DnsEndPoint host = context.DnsEndPoint;
        IPAddress[] addresses = IPAddress.TryParse(host.Host, out IPAddress? literal)
            ? [literal] : await Dns.GetHostAddressesAsync(host.Host, cancel);
        // A name that has addresses of both sorts is refused as a whole: it is how rebinding begins.
        if (Array.Find(addresses, static address => !PublicAddress.IsPublic(address)) is { } refused)
        {
            throw new FetchException(
                context.InitialRequestMessage.RequestUri!.ToString(),
                $"is at {refused}, an address of a private network, which is not fetched",
                FetchFailure.PrivateAddress);
        }
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
