using System.Net;
using System.Text.Json;
using Skiplink.Cli.Tests;
using Xunit;

namespace Skiplink.Server.Tests;

public sealed class ServerLimitTests
{
    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::ffff:192.168.0.1]/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://2130706433/")]
    public async Task Addresses_of_private_networks_are_not_fetched(string url)
    {
        await using RunningServer server = await RunningServer.StartAsync(new() { RequestsPerMinute = 0 });
        RunningServer.AssertProblem(await server.GetAsync($"/read?url={Uri.EscapeDataString(url)}"), 403, "private-address");
    }

    [Fact]
    public async Task A_request_needs_a_key_where_there_are_keys()
    {
        await using RunningServer server = await RunningServer.StartAsync(new() { ApiKeys = ["one", "two"], RequestsPerMinute = 0 });
        RunningServer.AssertProblem(await server.SendAsync("POST", "/read", RunningServer.Talks), 401, "key-needed");
        RunningServer.AssertProblem(
            await server.SendAsync("POST", "/read", RunningServer.Talks, headers: "Authorization: Bearer three"), 401, "key-needed");
        Assert.Equal(200, (await server.SendAsync("POST", "/read", RunningServer.Talks, headers: "Authorization: Bearer two")).Status);
        Assert.Equal(200, (await server.SendAsync("POST", "/read", RunningServer.Talks, headers: "X-API-Key: one")).Status);
        Assert.Equal(200, (await server.GetAsync("/healthz")).Status);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_ask_again()
    {
        await using RunningServer server = await RunningServer.StartAsync(new() { RequestsPerMinute = 3 });
        for (int i = 0; i < 3; i++)
            Assert.Equal(200, (await server.SendAsync("POST", "/read", RunningServer.Talks)).Status);
        (int Status, HttpResponseMessage Response, string Body) answer = await server.SendAsync("POST", "/read", RunningServer.Talks);
        RunningServer.AssertProblem(answer, 429, "too-many-requests");
        Assert.True(answer.Response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(200, (await server.GetAsync("/healthz")).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync(new() { MaxBodyBytes = 1000, RequestsPerMinute = 0 });
        (int status, HttpResponseMessage response, _) = await server.SendAsync("POST", "/read", new byte[2000]);
        Assert.Equal(413, status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_server_for_this_machine_answers_no_other_name()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/healthz") { Headers = { Host = "evil.example" } };
        using HttpResponseMessage response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_description_of_the_API_names_routes_and_headers()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (int status, _, string body) = await server.GetAsync("/openapi/v1.json");
        Assert.Equal(200, status);
        JsonElement paths = JsonDocument.Parse(body).RootElement.GetProperty("paths");
        Assert.True(paths.TryGetProperty("/v2/scrape", out _));
        Assert.True(paths.GetProperty("/read").TryGetProperty("post", out _));
        Assert.Contains(paths.GetProperty("/read").GetProperty("get").GetProperty("parameters").EnumerateArray(),
            static parameter => parameter.GetProperty("name").GetString() == "X-Target-Selector");
    }

    [Fact]
    public async Task Thirty_requests_for_one_page_at_once_are_one_fetch()
    {
        int fetches = 0;
        await using RunningServer server = await RunningServer.StartAsync(site: _ =>
        {
            Interlocked.Increment(ref fetches);
            Thread.Sleep(200);
            return WebServer.Answer(RunningServer.Talks);
        });
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => server.GetAsync($"/{server.Page}")));
        Assert.All(answers, static answer => Assert.Equal(200, answer.Status));
        Assert.Equal(1, fetches);
    }
}
