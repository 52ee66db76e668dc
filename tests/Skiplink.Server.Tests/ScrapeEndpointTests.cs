using System.Text.Json;
using Xunit;

namespace Skiplink.Server.Tests;

public sealed class ScrapeEndpointTests
{
    [Fact]
    public async Task The_answer_has_the_formats_that_were_asked_for_and_the_metadata()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (int status, _, string body) = await server.PostAsync("/v2/scrape", JsonSerializer.Serialize(new
        {
            url = server.Page.ToString(),
            formats = new object[] { "markdown", "html", "rawHtml", new { type = "links" } },
            waitFor = 100,
        }));
        Assert.Equal(200, status);
        JsonElement answer = JsonDocument.Parse(body).RootElement, data = answer.GetProperty("data");
        Assert.True(answer.GetProperty("success").GetBoolean());
        Assert.Contains("MARROW BAY", data.GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<nav", data.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("<body", data.GetProperty("rawHtml").GetString(), StringComparison.Ordinal);
        Assert.All(data.GetProperty("links").EnumerateArray(), static link => Assert.StartsWith("http", link.GetString()));
        JsonElement metadata = data.GetProperty("metadata");
        Assert.Equal(200, metadata.GetProperty("statusCode").GetInt32());
        Assert.Equal("text/html", metadata.GetProperty("contentType").GetString());
        Assert.Equal(server.Page.ToString(), metadata.GetProperty("sourceURL").GetString());
        Assert.NotEmpty(metadata.GetProperty("title").GetString()!);
        Assert.Contains("waitFor", data.GetProperty("warning").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"url":"https://e.example/","formats":["screenshot"]}""", "screenshot")]
    [InlineData("""{"url":"https://e.example/","formats":[{"type":"json","schema":{}}]}""", "json")]
    [InlineData("""{"url":"https://e.example/","actions":[{"type":"click"}]}""", "actions")]
    public async Task What_needs_a_browser_or_a_language_model_is_refused_by_name(string json, string name)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        JsonElement problem = RunningServer.AssertProblem(await server.PostAsync("/v2/scrape", json), 422, "not-supported");
        Assert.Contains(name, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(problem.GetProperty("success").GetBoolean());
        Assert.NotEmpty(problem.GetProperty("error").GetString()!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"url":7}""")]
    [InlineData("""{"url":"https://e.example/","formats":"markdown"}""")]
    [InlineData("""{"url":"https://e.example/","timeout":"soon"}""")]
    [InlineData("""{"url":"https://e.example/","includeTags":[1]}""")]
    public async Task A_wrong_body_is_told_as_such(string json)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        RunningServer.AssertProblem(await server.PostAsync("/v2/scrape", json), 400, "wrong-parameter");
    }

    [Fact]
    public async Task Tags_are_included_and_excluded()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (_, _, string body) = await server.PostAsync("/v2/scrape", JsonSerializer.Serialize(new
        {
            url = server.Page.ToString(),
            excludeTags = new[] { "p" },
        }));
        Assert.DoesNotContain("Skerry Islands (",
            JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("markdown").GetString());
    }
}
