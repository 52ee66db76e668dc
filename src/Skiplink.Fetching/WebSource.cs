using System.Net;
using System.Text;

namespace Skiplink.Fetching;

/// <summary>Fetches one page, with bounds on time, bytes and redirects. It asks for nothing that the user did not name.</summary>
internal static class WebSource
{
    private const int MaxBytes = 64 << 20;
    private const int MaxRedirects = 8;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(20);

    private static readonly string UserAgent =
        $"Mozilla/5.0 (compatible; Skiplink/{typeof(WebSource).Assembly.GetName().Version?.ToString(3)})";

    /// <summary>Kinds of content that are refused by what the server calls them. All others are looked at.</summary>
    private static readonly string[] RefusedTypes =
    [
        "image/", "audio/", "video/", "font/", "model/", "application/pdf", "application/zip", "application/json", "application/javascript",
    ];

    /// <exception cref="InputException">The address does not answer with a page within the bounds.</exception>
    public static async Task<PageInput> ReadAsync(Uri url, CancellationToken cancel)
    {
        using SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // For this one fetch: sites that set a cookie and redirect want to see it again.
            CookieContainer = new(),
            ResponseHeaderEncodingSelector = static (name, _) =>
                name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Encoding.Latin1,
        };
        using HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, text/plain;q=0.8");
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using CancellationTokenSource timed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timed.CancelAfter(MaxTime);
        try
        {
            Uri at = url;
            for (int redirects = 0; redirects <= MaxRedirects; redirects++)
            {
                using HttpResponseMessage response = await client.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, timed.Token);
                if (!Redirect.IsRedirect(response))
                    return await ReadAsync(response, url, at, timed.Token);
                at = Redirect.Target(response, url, at);
            }
            throw new InputException(url.ToString(), $"redirects more than {MaxRedirects} times");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new InputException(url.ToString(), $"did not answer within {MaxTime.TotalSeconds:F0} seconds");
        }
        catch (HttpRequestException e)
        {
            throw new InputException(url.ToString(), $"cannot be reached: {Sentence(e.InnerException ?? e)}", e);
        }
        catch (IOException e)
        {
            throw new InputException(url.ToString(), $"the connection broke: {Sentence(e)}", e);
        }
        catch (Exception e) when (e is UriFormatException or InvalidOperationException or NotSupportedException)
        {
            throw new InputException(url.ToString(), $"cannot be fetched: {Sentence(e)}", e);
        }
    }

    private static async Task<PageInput> ReadAsync(HttpResponseMessage response, Uri url, Uri at, CancellationToken cancel)
    {
        string name = url.ToString();
        if (!response.IsSuccessStatusCode)
            throw new InputException(name, $"answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
        string type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (Array.Exists(RefusedTypes, refused => type.StartsWith(refused, StringComparison.OrdinalIgnoreCase)))
            throw new InputException(name, $"is {type}, not a page");
        Stream body = await ReadBodyAsync(response, name, cancel);
        // The method that is named last was applied last.
        foreach (string method in response.Content.Headers.ContentEncoding.Reverse().Where(static m => m.Length > 0 && m != "identity"))
            body = new UnpackingStream(new PeekableStream(body), method.ToLowerInvariant(), name);
        bool isPlain = type.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
        PageInput page = PageBytes.Read(body, name, isPlain ? true : null, maxBytes: MaxBytes);
        return page with { Url = at, Encoding = page.Encoding ?? response.Content.Headers.ContentType?.CharSet?.Trim('"', ' ') };
    }

    /// <summary>The body as it came, packed or not.</summary>
    private static async Task<MemoryStream> ReadBodyAsync(HttpResponseMessage response, string name, CancellationToken cancel)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancel);
        MemoryStream bytes = new();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer.AsSpan(0, read));
            if (bytes.Length > MaxBytes)
                throw new InputException(name, $"is larger than {MaxBytes >> 20} MB, the most that is fetched");
        }
        bytes.Position = 0;
        return bytes;
    }

    private static string Sentence(Exception e) => e.Message.TrimEnd('.');
}
