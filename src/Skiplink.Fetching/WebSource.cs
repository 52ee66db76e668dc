using System.Net;
using System.Text;

namespace Skiplink.Fetching;

/// <summary>Fetches one page, with bounds on time, bytes and redirects. It asks for nothing that the user did not name.</summary>
internal static class WebSource
{
    private const int MaxRedirects = 8;

    private static readonly string UserAgent =
        $"Mozilla/5.0 (compatible; Skiplink/{typeof(WebSource).Assembly.GetName().Version?.ToString(3)})";

    /// <summary>Kinds of content that are refused by what the server calls them. All others are looked at.</summary>
    private static readonly string[] RefusedTypes =
    [
        "image/", "audio/", "video/", "font/", "model/", "application/pdf", "application/zip", "application/json", "application/javascript",
    ];

    /// <exception cref="InputException">The address does not answer with a page within the bounds.</exception>
    public static Task<PageInput> ReadAsync(Uri url, CancellationToken cancel) => ReadAsync(url, FetchOptions.Default, cancel);

    /// <exception cref="InputException">The address does not answer with a page within the bounds.</exception>
    public static async Task<PageInput> ReadAsync(Uri url, FetchOptions options, CancellationToken cancel)
    {
        using SocketsHttpHandler handler = new()
        {
            // A proxy would look up the name itself, behind the guard.
            UseProxy = options.AllowsPrivateTargets,
            ConnectCallback = options.AllowsPrivateTargets ? null : GuardedConnection.OpenAsync,
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
        timed.CancelAfter(options.MaxTime);
        try
        {
            Uri at = url;
            for (int redirects = 0; redirects <= MaxRedirects; redirects++)
            {
                using HttpResponseMessage response = await client.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, timed.Token);
                if (!Redirect.IsRedirect(response))
                    return await ReadAsync(response, url, at, options.MaxBytes, timed.Token);
                at = Redirect.Target(response, url, at);
            }
            throw new FetchException(url.ToString(), $"redirects more than {MaxRedirects} times", FetchFailure.Redirect);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new FetchException(
                url.ToString(), $"did not answer within {options.MaxTime.TotalSeconds:0.##} seconds", FetchFailure.TimedOut);
        }
        catch (HttpRequestException e) when (e.InnerException is FetchException refused)
        {
            throw new FetchException(url.ToString(), refused.Reason, refused.Failure, e);
        }
        catch (HttpRequestException e)
        {
            throw new FetchException(
                url.ToString(), $"cannot be reached: {Sentence(e.InnerException ?? e)}", FetchFailure.Unreachable, e);
        }
        catch (IOException e)
        {
            throw new FetchException(url.ToString(), $"the connection broke: {Sentence(e)}", FetchFailure.Unreachable, e);
        }
        catch (Exception e) when (e is UriFormatException or InvalidOperationException or NotSupportedException)
        {
            throw new FetchException(url.ToString(), $"cannot be fetched: {Sentence(e)}", FetchFailure.Unreachable, e);
        }
    }

    private static async Task<PageInput> ReadAsync(HttpResponseMessage response, Uri url, Uri at, int maxBytes, CancellationToken cancel)
    {
        string name = url.ToString();
        if (!response.IsSuccessStatusCode)
        {
            throw new FetchException(name, $"answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd(), FetchFailure.Status)
            {
                Status = (int)response.StatusCode,
            };
        }
        string type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (Array.Exists(RefusedTypes, refused => type.StartsWith(refused, StringComparison.OrdinalIgnoreCase)))
            throw new FetchException(name, $"is {type}, not a page", FetchFailure.NotPage);
        Stream body = await ReadBodyAsync(response, name, maxBytes, cancel);
        // The method that is named last was applied last.
        foreach (string method in response.Content.Headers.ContentEncoding.Reverse().Where(static m => m.Length > 0 && m != "identity"))
            body = new UnpackingStream(new PeekableStream(body), method.ToLowerInvariant(), name);
        bool isPlain = type.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
        PageInput page = PageBytes.Read(body, name, isPlain ? true : null, maxBytes: maxBytes);
        return page with
        {
            Url = at,
            Encoding = page.Encoding ?? response.Content.Headers.ContentType?.CharSet?.Trim('"', ' '),
            Status = (int)response.StatusCode,
            ContentType = type.Length == 0 ? null : type,
            MayBeStored = response.Headers.CacheControl?.NoStore != true,
        };
    }

    /// <summary>The body as it came, packed or not.</summary>
    private static async Task<MemoryStream> ReadBodyAsync(HttpResponseMessage response, string name, int maxBytes, CancellationToken cancel)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancel);
        MemoryStream bytes = new();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer.AsSpan(0, read));
            if (bytes.Length > maxBytes)
                throw new FetchException(name, $"is larger than {maxBytes >> 20} MB, the most that is fetched", FetchFailure.TooLarge);
        }
        bytes.Position = 0;
        return bytes;
    }

    private static string Sentence(Exception e) => e.Message.TrimEnd('.');
}
