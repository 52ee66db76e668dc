using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class WebSourceTests
{
    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("about:blank")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("mailto:x@y")]
    [InlineData("http://[::x/")]
    [InlineData("http://")]
    public async Task A_redirect_to_what_is_no_web_address_is_refused(string location)
    {
        using WebServer server = new(_ => WebServer.Redirect(location));
        Assert.EndsWith($"redirects to {location}, which is no address of http or https and is not followed.", await FailureAsync(server));
    }

    [Fact]
    public void A_redirect_from_https_to_http_is_refused()
    {
        using HttpResponseMessage response = new(HttpStatusCode.Found);
        response.Headers.TryAddWithoutValidation("Location", "http://e.example/");
        Uri asked = new("https://e.example/");
        Assert.Contains("not safe", Assert.Throws<FetchException>(() => Redirect.Target(response, asked, asked)).Message);
        Assert.Equal("http://e.example/", Redirect.Target(response, asked, new("http://e.example/x")).ToString());
    }

    [Fact]
    public async Task A_redirect_needs_an_address_and_has_an_end()
    {
        using WebServer nowhere = new(static _ => WebServer.Answer([], status: "302 Found"));
        Assert.EndsWith("answered 302, a redirect without an address.", await FailureAsync(nowhere));
        using WebServer circle = new(static _ => WebServer.Redirect("/page"));
        Assert.EndsWith("redirects more than 8 times.", await FailureAsync(circle));
    }

    [Fact]
    public async Task A_redirect_is_followed_with_the_cookie_that_came_with_it()
    {
        using WebServer server = new(static request =>
            request.Contains("seen=1", StringComparison.Ordinal) ? WebServer.Answer(TestPage.Bytes)
            : WebServer.Redirect("/caf\u00C3\u00A9", "\r\nSet-Cookie: seen=1; Path=/"));
        PageInput page = await ReadAsync(server);
        Assert.Equal(TestPage.Bytes, page.Bytes);
        Assert.Equal("/caf%C3%A9", page.Url!.AbsolutePath);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_body_is_unpacked_and_a_damaged_one_is_an_error_and_never_part_of_a_page(string method)
    {
        Func<byte[], byte[]> pack = method switch { "gzip" => TestPage.Gzip, "deflate" => TestPage.Zlib, _ => TestPage.Brotli };
        string headers = $"Content-Type: text/html\r\nContent-Encoding: {method}";
        using WebServer whole = new(_ => WebServer.Answer(pack(TestPage.Bytes), headers));
        Assert.Equal(TestPage.Bytes, (await ReadAsync(whole)).Bytes);
        using WebServer damaged = new(_ => WebServer.Answer(TestPage.Bytes, headers));
        Assert.EndsWith($"is not sound {method}.", await FailureAsync(damaged));
        using WebServer cut = new(_ => WebServer.Answer(pack(TestPage.Large)[..^5000], headers));
        Assert.EndsWith($"is cut short: its {method} data ends in the middle.", await FailureAsync(cut));
    }

    [Fact]
    public async Task Deflate_without_a_header_and_packing_twice_are_unpacked()
    {
        using WebServer bare = new(static _ => WebServer.Answer(TestPage.Deflate(TestPage.Bytes), "Content-Encoding: deflate"));
        Assert.Equal(TestPage.Bytes, (await ReadAsync(bare)).Bytes);
        byte[] packedTwice = TestPage.Gzip(TestPage.Zlib(TestPage.Bytes));
        using WebServer twice = new(_ => WebServer.Answer(packedTwice, "Content-Encoding: deflate, gzip"));
        Assert.Equal(TestPage.Bytes, (await ReadAsync(twice)).Bytes);
        using WebServer zstd = new(static _ => WebServer.Answer(TestPage.Zstd(TestPage.Bytes), "Content-Encoding: zstd"));
        Assert.Equal(TestPage.Bytes, (await ReadAsync(zstd)).Bytes);
        using WebServer other = new(static _ => WebServer.Answer(TestPage.Bytes, "Content-Encoding: compress"));
        Assert.EndsWith("is packed by compress, which is not unpacked.", await FailureAsync(other));
    }

    [Fact]
    public async Task A_page_that_the_server_does_not_call_packed_is_unpacked_all_the_same()
    {
        using WebServer server = new(static _ => WebServer.Answer(TestPage.Gzip(TestPage.Bytes), "Content-Type: application/octet-stream"));
        Assert.Equal(TestPage.Bytes, (await ReadAsync(server)).Bytes);
    }

    [Theory]
    [InlineData("text/html", "%PDF-1.7", "is a PDF document, not a page.")]
    [InlineData("application/rss+xml", "<rss version='2.0'><channel/></rss>", "is an RSS feed, not a page.")]
    [InlineData("image/png", "x", "is image/png, not a page.")]
    [InlineData("text/html", " ", "is empty.")]
    public async Task What_is_no_page_is_said_to_be_what_it_is(string type, string body, string message)
    {
        using WebServer server = new(_ => WebServer.Answer(Encoding.ASCII.GetBytes(body), $"Content-Type: {type}"));
        Assert.EndsWith(message, await FailureAsync(server));
    }

    [Fact]
    public async Task The_request_names_the_version_of_the_command()
    {
        string request = "";
        using WebServer server = new(r =>
        {
            request = r;
            return WebServer.Answer(TestPage.Bytes);
        });
        await ReadAsync(server);
        Assert.Contains($"Skiplink/{typeof(WebSource).Assembly.GetName().Version!.ToString(3)})", request);
    }

    [Fact]
    public async Task A_body_that_breaks_off_and_an_answer_that_is_none_are_errors()
    {
        using WebServer broken = new(static _ => WebServer.Answer(TestPage.Bytes)[..^20]);
        Assert.Contains("the connection broke", await FailureAsync(broken));
        using WebServer none = new(static _ => "SSH-2.0-x\r\n\r\n"u8.ToArray());
        Assert.Contains("cannot be reached", await FailureAsync(none));
    }

    [Fact]
    public async Task The_words_of_a_server_cannot_command_the_terminal()
    {
        using WebServer server = new(static _ => WebServer.Answer([], status: "404 \u001b[31mRED\u001b[2J\u009b2J"));
        Command run = await Command.RunAsync("read", server.Address.ToString());
        run.AssertFails(@"answered 404 \u001b[31mRED\u001b[2J\u009b2J.");
        Assert.DoesNotContain('\u001b', run.Errors);
        Assert.DoesNotContain('\u009b', run.Errors);
    }

    [Fact]
    public async Task A_page_is_fetched_with_the_encoding_that_the_server_names()
    {
        byte[] page = Encoding.Latin1.GetBytes(TestPage.Html.Replace("Friday", "l'écluse", StringComparison.Ordinal));
        using WebServer server = new(_ => WebServer.Answer(page, "Content-Type: text/html; charset=iso-8859-1"));
        Command run = await Command.RunAsync("read", server.Address.ToString(), "--as", "text");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("The harbour office said on l'écluse", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_gets_one_clear_line()
    {
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        (await Command.RunAsync("read", $"http://127.0.0.1:{port}/x")).AssertFails($"http://127.0.0.1:{port}/x: cannot be reached");
    }

    private static Task<PageInput> ReadAsync(WebServer server) =>
        WebSource.ReadAsync(server.Address, TestContext.Current.CancellationToken);

    private static async Task<string> FailureAsync(WebServer server) =>
        (await Assert.ThrowsAnyAsync<InputException>(() => ReadAsync(server))).Message;
}
