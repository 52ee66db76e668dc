using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Skiplink.Cli.Tests;
using Skiplink.Server.Hosting;
using Xunit;

namespace Skiplink.Server.Tests;

/// <summary>A server on a free port of this machine, with the sites that it fetches from.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WebServer _origin;

    private RunningServer(WebApplication app, WebServer origin)
    {
        (_app, _origin) = (app, origin);
        Client = new() { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    /// <summary>The address of the page that the site has.</summary>
    public Uri Page => _origin.Address;

    public static string Sample(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "samples", name));

    public static byte[] Talks => File.ReadAllBytes(Sample("harbour-talks.html"));

    public static async Task<RunningServer> StartAsync(ServerOptions? options = null, Func<string, byte[]>? site = null)
    {
        WebServer origin = new(site ?? (static _ => WebServer.Answer(Talks)));
        options ??= new() { AllowsPrivateTargets = true, RequestsPerMinute = 0 };
        WebApplication app = HttpServer.Create(options, ["http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, origin);
    }

    /// <summary>Sends a request and gives status, headers and body.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path with the query.</param>
    /// <param name="body">The body; none when null.</param>
    /// <param name="type">Its type.</param>
    /// <param name="headers">Names and values of headers: <c>Accept: text/html</c>.</param>
    public async Task<(int Status, HttpResponseMessage Response, string Body)> SendAsync(
        string method, string path, byte[]? body = null, string type = "text/html", params string[] headers)
    {
        using HttpRequestMessage request = new(new(method), path);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        foreach (string header in headers)
        {
            string[] parts = header.Split(": ", 2);
            request.Headers.TryAddWithoutValidation(parts[0], parts[1]);
        }
        HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<(int Status, HttpResponseMessage Response, string Body)> GetAsync(string path, params string[] headers) =>
        SendAsync("GET", path, headers: headers);

    public Task<(int Status, HttpResponseMessage Response, string Body)> PostAsync(string path, string json) =>
        SendAsync("POST", path, Encoding.UTF8.GetBytes(json), "application/json");

    /// <summary>Asserts that an answer is problem details of one sort, with a way out.</summary>
    public static JsonElement AssertProblem((int Status, HttpResponseMessage Response, string Body) answer, int status, string slug)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
        JsonElement problem = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal($"urn:skiplink:problem:{slug}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("next").GetString()!);
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _origin.Dispose();
    }
}
