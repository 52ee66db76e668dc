using System.Net;

namespace Skiplink.Cli;

/// <summary>Fetches one page, with bounds on time, bytes and redirects. It asks for nothing that the user did not name.</summary>
internal static class WebFetch
{
    private const int MostBytes = 64 << 20;
    private const int MostRedirects = 8;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    /// <exception cref="InputException">The address does not answer with a page within the bounds.</exception>
    public static async Task<PageInput> GetAsync(Uri url, CancellationToken cancel)
    {
        using SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = true,
            MaxAutomaticRedirections = MostRedirects,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            UseCookies = false,
        };
        using HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; Skiplink/0.1)");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, text/plain;q=0.8");
        using CancellationTokenSource timed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timed.CancelAfter(MostTime);
        try
        {
            using HttpResponseMessage response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, timed.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw new InputException((int)response.StatusCode is >= 300 and < 400
                    ? $"{url}: redirects more than {MostRedirects} times, or to a place that is not followed."
                    : $"{url}: answered {(int)response.StatusCode} {response.ReasonPhrase}.");
            }
            string type = response.Content.Headers.ContentType?.MediaType ?? "text/html";
            if (!type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase) && !type.Contains("xml", StringComparison.OrdinalIgnoreCase))
                throw new InputException($"{url}: is {type}, not a page.");
            byte[] bytes = await ReadAsync(response, url, timed.Token);
            PageInput page = PageInput.From(bytes, url.ToString(), type.Equals("text/plain", StringComparison.OrdinalIgnoreCase) ? true : null);
            return page with { Url = response.RequestMessage?.RequestUri ?? url, TransportEncoding = response.Content.Headers.ContentType?.CharSet?.Trim('"', ' ') };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new InputException($"{url}: did not answer within {MostTime.TotalSeconds:F0} seconds.");
        }
        catch (HttpRequestException e)
        {
            throw new InputException($"{url}: cannot be reached: {(e.InnerException ?? e).Message}", e);
        }
        catch (IOException e)
        {
            throw new InputException($"{url}: the connection broke: {e.Message}", e);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, Uri url, CancellationToken cancel)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancel);
        using MemoryStream bytes = new();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer.AsSpan(0, read));
            if (bytes.Length > MostBytes)
                throw new InputException($"{url}: is larger than {MostBytes >> 20} MB, the most that is fetched.");
        }
        return bytes.ToArray();
    }
}
