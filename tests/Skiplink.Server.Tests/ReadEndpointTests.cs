using System.Text;
using System.Text.Json;
using Skiplink.Cli.Tests;
using Xunit;

namespace Skiplink.Server.Tests;

public sealed class ReadEndpointTests
{
    private const string Place = "MARROW BAY, Skerry Islands";

    [Theory]
    [InlineData(null, "text/markdown", "# ")]
    [InlineData("*/*", "text/markdown", "# ")]
    [InlineData("text/*", "text/markdown", "# ")]
    [InlineData("text/plain", "text/plain", "")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html", "<!DOCTYPE html>")]
    [InlineData("application/json", "application/json", "{")]
    [InlineData("application/tei+xml", "application/tei+xml", "<?xml")]
    [InlineData("text/markdown;q=0.1, text/plain;q=0.5", "text/plain", "")]
    [InlineData("text/markdown;q=0, */*", "text/plain", "")]
    public async Task Accept_decides_the_format(string? accept, string type, string start)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string[] headers = accept is null ? [] : [$"Accept: {accept}"];
        (int status, HttpResponseMessage response, string body) = await server.SendAsync("POST", "/read", RunningServer.Talks,
            headers: headers);
        Assert.Equal((200, type), (status, response.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith(start, body, StringComparison.Ordinal);
        Assert.Contains(Place, body, StringComparison.Ordinal);
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.True(int.Parse(response.Headers.GetValues("x-markdown-tokens").Single(), null) > 50);
    }

    [Fact]
    public async Task The_parameter_format_goes_before_Accept()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (_, HttpResponseMessage response, _) = await server.GetAsync(
            $"/read?format=json&url={Uri.EscapeDataString(server.Page.ToString())}", "Accept: text/html");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        RunningServer.AssertProblem(await server.GetAsync("/read?format=pdf&url=http://e.example/"), 400, "wrong-parameter");
    }

    [Fact]
    public async Task What_is_written_by_nobody_here_is_not_acceptable()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        RunningServer.AssertProblem(
            await server.SendAsync("POST", "/read", RunningServer.Talks, headers: "Accept: image/png"), 406, "not-acceptable");
    }

    [Fact]
    public async Task A_page_is_fetched_by_parameter_and_by_path_with_its_own_query()
    {
        string? asked = null;
        await using RunningServer server = await RunningServer.StartAsync(site: request =>
        {
            asked = request[..request.IndexOf("\r\n", StringComparison.Ordinal)];
            return WebServer.Answer(RunningServer.Talks);
        });
        (int status, _, string body) = await server.GetAsync($"/{server.Page}?a=1&format=b%20c");
        Assert.Equal(200, status);
        Assert.Contains(Place, body, StringComparison.Ordinal);
        Assert.Equal("GET /page?a=1&format=b%20c HTTP/1.1", asked);
        (status, _, body) = await server.GetAsync($"/read?url={Uri.EscapeDataString(server.Page + "?q=2")}");
        Assert.Equal(200, status);
        Assert.Equal("GET /page?q=2 HTTP/1.1", asked);
        Assert.Contains(Place, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_comes_as_HTML_as_saved_text_as_JSON_and_as_a_form_with_a_file()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        byte[] saved = File.ReadAllBytes(RunningServer.Sample("saved-news-page.txt"));
        (int status, _, string body) = await server.SendAsync("POST", "/read", saved, "text/plain; charset=utf-8");
        Assert.Equal(200, status);
        Assert.DoesNotContain("skipping the main menu", body, StringComparison.Ordinal);

        string json = JsonSerializer.Serialize(new { html = Encoding.UTF8.GetString(RunningServer.Talks), url = "https://e.example/a" });
        (status, _, string fromJson) = await server.PostAsync("/read", json);
        Assert.Equal(200, status);
        Assert.Contains(Place, fromJson, StringComparison.Ordinal);

        using MultipartFormDataContent form = new();
        form.Add(new ByteArrayContent(RunningServer.Talks), "file", "talks.html");
        using HttpResponseMessage response = await server.Client.PostAsync("/read", form, TestContext.Current.CancellationToken);
        Assert.Contains(Place, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        RunningServer.AssertProblem(await server.SendAsync("POST", "/read", []), 400, "wrong-parameter");
        RunningServer.AssertProblem(await server.SendAsync("POST", "/read", "%PDF-1.7 x"u8.ToArray()), 422, "not-readable");
        RunningServer.AssertProblem(await server.PostAsync("/read", "{"), 400, "wrong-parameter");
    }

    [Fact]
    public async Task Selectors_choose_what_is_read()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string text = string.Join(" ", Enumerable.Repeat("The ferry left the harbour before the storm, and nobody was hurt.", 6));
        byte[] page = Encoding.UTF8.GetBytes(
            $"<html><body><article id=a><p>First. {text}</p>"
            + $"<p class='note x'>Second. {text}</p></article><div><p>Third. {text}</p></div></body></html>");
        (_, _, string body) = await server.SendAsync("POST", "/read", page, headers: "X-Target-Selector: #a");
        Assert.Contains("Second.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Third.", body, StringComparison.Ordinal);
        (_, _, body) = await server.SendAsync("POST", "/read", page, headers: ["X-Target-Selector: article > p",
            "X-Remove-Selector: .note"]);
        Assert.Contains("First.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Second.", body, StringComparison.Ordinal);
        RunningServer.AssertProblem(
            await server.SendAsync("POST", "/read", page, headers: "X-Target-Selector: p:hover"), 400, "wrong-selector");
        RunningServer.AssertProblem(
            await server.SendAsync("POST", "/read", page, headers: "X-Target-Selector: #none"), 422, "not-readable");
    }

    [Fact]
    public async Task Jina_headers_are_honoured_or_refused_by_name()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        byte[] page = RunningServer.Talks;
        (_, HttpResponseMessage response, string body) = await server.SendAsync("POST", "/read", page, headers: "X-Respond-With: text");
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        (_, _, body) = await server.SendAsync("POST", "/read", page, headers: ["X-Respond-With: markdown", "Accept: application/json"]);
        JsonElement data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        Assert.Contains(Place, data.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.True(data.GetProperty("usage").GetProperty("tokens").GetInt32() > 50);
        (_, response, body) = await server.SendAsync("POST", "/read", page, headers: "Accept: text/event-stream");
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("event: data\ndata: {", body, StringComparison.Ordinal);
        Assert.EndsWith("\n\n", body, StringComparison.Ordinal);

        (_, _, string whole) = await server.SendAsync("POST", "/read", page);
        (_, response, body) = await server.SendAsync("POST", "/read", page, headers: "X-Max-Tokens: 40");
        Assert.True(body.Length < whole.Length);
        Assert.True(int.Parse(response.Headers.GetValues("x-markdown-tokens").Single(), null) <= 41);
        Assert.StartsWith(body.TrimEnd(), whole, StringComparison.Ordinal);
        RunningServer.AssertProblem(await server.SendAsync("POST", "/read", page, headers: "X-Token-Budget: 40"), 409, "over-budget");
        RunningServer.AssertProblem(await server.SendAsync("POST", "/read", page, headers: "X-Max-Tokens: many"), 400, "wrong-parameter");
        foreach (string refused in (string[])["X-Respond-With: screenshot", "X-Engine: browser", "X-Set-Cookie: a=b",
            "X-Proxy-Url: http://p"])
        {
            JsonElement problem = RunningServer.AssertProblem(
                await server.SendAsync("POST", "/read", page, headers: refused), 422, "not-supported");
            Assert.Contains(refused.Split(':')[0], problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
        (_, response, _) = await server.SendAsync("POST", "/read", page, headers: "X-Locale: en");
        Assert.Equal("X-Locale", response.Headers.GetValues("x-ignored").Single());
    }

    [Fact]
    public async Task Links_and_images_are_left_out_or_listed_as_the_headers_say()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string text = string.Join(" ", Enumerable.Repeat("The ferry left the harbour before the storm, and nobody was hurt.", 6));
        byte[] page = Encoding.UTF8.GetBytes(
            $"<article><h1>Ferry</h1><p>{text} See <a href='/log'>the log</a>.</p><p>{text}</p>"
            + $"<figure><img src='/f.jpg' alt='A ferry'></figure><p>{text}</p></article>");
        (_, _, string body) = await server.SendAsync("POST", "/read?url=https://e.example/x/", page, headers: "X-With-Links-Summary: true");
        Assert.Contains("[the log](https://e.example/log)", body, StringComparison.Ordinal);
        Assert.Contains("Links:\n\n- [the log](<https://e.example/log>)", body, StringComparison.Ordinal);
        (_, _, body) = await server.SendAsync(
            "POST", "/read?url=https://e.example/x/", page, headers: ["X-Retain-Links: none", "X-Retain-Images: none"]);
        Assert.DoesNotContain("](", body, StringComparison.Ordinal);
        Assert.Contains("the log", body, StringComparison.Ordinal);
        (_, _, body) = await server.SendAsync("POST", "/read", page, headers: "X-Base: https://b.example/");
        Assert.Contains("https://b.example/log", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fetched_page_is_kept_until_it_is_too_old_for_the_request()
    {
        int fetches = 0;
        await using RunningServer server = await RunningServer.StartAsync(site: _ =>
        {
            fetches++;
            return WebServer.Answer(RunningServer.Talks);
        });
        string path = $"/read?url={Uri.EscapeDataString(server.Page.ToString())}";
        await server.GetAsync(path);
        await server.GetAsync(path, "Accept: application/json");
        Assert.Equal(1, fetches);
        await server.GetAsync(path, "X-No-Cache: true");
        Assert.Equal(2, fetches);
        await server.GetAsync(path, "X-Cache-Tolerance: 0");
        Assert.Equal(3, fetches);
        await server.GetAsync(path, "X-Cache-Tolerance: 3600");
        Assert.Equal(3, fetches);
    }

    [Fact]
    public async Task What_a_site_does_not_let_be_stored_is_not_kept()
    {
        int fetches = 0;
        await using RunningServer server = await RunningServer.StartAsync(site: _ =>
        {
            fetches++;
            return WebServer.Answer(RunningServer.Talks, "Content-Type: text/html\r\nCache-Control: no-store");
        });
        await server.GetAsync($"/{server.Page}");
        await server.GetAsync($"/{server.Page}");
        Assert.Equal(2, fetches);
    }

    [Fact]
    public async Task Errors_of_the_site_are_told_as_such()
    {
        await using RunningServer server = await RunningServer.StartAsync(
            site: static _ => WebServer.Answer([], status: "404 Not Found"));
        RunningServer.AssertProblem(await server.GetAsync($"/{server.Page}"), 502, "origin-status");
        RunningServer.AssertProblem(await server.GetAsync("/http://127.0.0.1:1/"), 502, "unreachable");
        RunningServer.AssertProblem(await server.GetAsync("/read?url=ftp://e.example/"), 400, "wrong-parameter");
        RunningServer.AssertProblem(await server.GetAsync("/read"), 400, "wrong-parameter");
        RunningServer.AssertProblem(await server.GetAsync("/nothing/here"), 404, "no-such-route");
    }

    [Fact]
    public async Task A_site_that_does_not_answer_in_time_is_given_up()
    {
        using ManualResetEventSlim release = new();
        await using RunningServer server = await RunningServer.StartAsync(site: _ =>
        {
            release.Wait(TimeSpan.FromSeconds(20));
            return WebServer.Answer([]);
        });
        RunningServer.AssertProblem(await server.GetAsync($"/{server.Page}", "X-Timeout: 1"), 504, "timed-out");
        release.Set();
    }

    [Fact]
    public async Task A_page_without_main_text_is_a_problem_with_a_way_out_and_JSON_has_what_is_known()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        byte[] shell =
            "<html><head><title>App</title></head><body><div id=root></div><script src=/a.js></script></body></html>"u8.ToArray();
        RunningServer.AssertProblem(await server.SendAsync("POST", "/read", shell), 422, "no-main-text");
        (int status, _, string body) = await server.SendAsync("POST", "/read", shell, headers: "Accept: application/json");
        Assert.Equal(200, status);
        Assert.Equal("", JsonDocument.Parse(body).RootElement.GetProperty("text").GetString());
    }
}
