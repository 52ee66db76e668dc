using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Skiplink.Cli.Tests;

/// <summary>A server on this machine that answers each request with bytes as they are, so that it can answer wrongly.</summary>
internal sealed class WebServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <param name="answer">From the request's lines to the whole answer.</param>
    public WebServer(Func<string, byte[]> answer)
    {
        _listener.Start();
        _ = Task.Run(() => ServeAsync(answer));
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/page");

    /// <summary>An answer with a body.</summary>
    public static byte[] Answer(byte[] body, string headers = "Content-Type: text/html", string status = "200 OK")
    {
        string head = $"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        return [.. Encoding.Latin1.GetBytes(head), .. body];
    }

    /// <summary>A redirect.</summary>
    public static byte[] Redirect(string location, string headers = "") =>
        Answer([], $"Location: {location}{headers}", "302 Found");

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(Func<string, byte[]> answer)
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await using NetworkStream stream = client.GetStream();
                StringBuilder request = new();
                byte[] buffer = new byte[4096];
                int read;
                do
                {
                    read = await stream.ReadAsync(buffer);
                    request.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }
                while (read > 0 && !request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal));
                await stream.WriteAsync(answer(request.ToString()));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
