using System.Text;
using Skiplink.Html;
using Xunit;

namespace Skiplink.Server.Tests;

public sealed class ReaderPageTests
{
    private static HtmlDocument Parse(string html) => new HtmlParser().Parse(Encoding.UTF8.GetBytes(html), "utf-8");

    private static IEnumerable<HtmlNode> Elements(HtmlDocument document)
    {
        for (HtmlNode node = document.Root; !node.IsNone; node = node.NextInOrder(document.Root))
        {
            if (node.IsElement)
                yield return node;
        }
    }

    [Fact]
    public async Task The_page_has_three_ways_in_a_skip_link_and_labels_without_a_script()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (int status, HttpResponseMessage response, string body) = await server.GetAsync("/", "Accept: text/html");
        Assert.Equal(200, status);
        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        HtmlDocument page = Parse(body);
        Assert.Equal(3, Elements(page).Count(static node => node.Is(HtmlNames.Form)));
        HtmlNode skip = Elements(page).First(static node => node.Is(HtmlNames.A));
        Assert.Equal("#sk-main", skip.GetAttribute("href"));
        HashSet<string?> labelled = [.. Elements(page).Where(static n => n.Is(HtmlNames.Label)).Select(static n => n.GetAttribute("for"))];
        Assert.All(Elements(page).Where(static n => n.Is(HtmlNames.Input) || n.Is(HtmlNames.Textarea)),
            node => Assert.Contains(node.GetAttribute("id"), labelled));
        foreach (string asset in (string[])["/assets/reader.css", "/assets/reader.js"])
            Assert.Equal(200, (await server.GetAsync(asset)).Status);
        Assert.Equal(404, (await server.GetAsync("/assets/other")).Status);
    }

    [Fact]
    public async Task A_page_is_shown_in_all_views_by_address_by_file_and_by_text()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (int status, _, string body) = await server.GetAsync($"/view?url={Uri.EscapeDataString(server.Page.ToString())}");
        Assert.Equal(200, status);
        AssertViews(body);
        using MultipartFormDataContent form = new();
        form.Add(new ByteArrayContent(RunningServer.Talks), "file", "talks.html");
        using HttpResponseMessage response = await server.Client.PostAsync("/view", form, TestContext.Current.CancellationToken);
        AssertViews(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using FormUrlEncodedContent text = new([new("text", File.ReadAllText(RunningServer.Sample("saved-news-page.txt")))]);
        using HttpResponseMessage pasted = await server.Client.PostAsync("/view", text, TestContext.Current.CancellationToken);
        Assert.Contains("id=\"sk-why\"", await pasted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_hostile_page_can_run()
    {
        string text = string.Join(" ", Enumerable.Repeat("The ferry left the harbour before the storm, and nobody was hurt.", 8));
        byte[] page = Encoding.UTF8.GetBytes(
            "<html lang='\"><script>alert(1)</script>'><head><title>&lt;script>alert(2)&lt;/script></title>"
            + "<meta name=author content='\"><img src=x onerror=alert(3)>'></head><body class='\"><script>alert(4)</script>'>"
            + $"<nav><a href=/>&lt;script>alert(5)&lt;/script></a></nav>"
            + $"<article><h1>&lt;script>alert(2)&lt;/script></h1><p onclick=alert(6)>{text}</p>"
            + $"<p><a href='javascript:alert(7)'>x</a><img src=x onerror=alert(8)>"
            + $"{text} </textarea>&lt;/textarea>&lt;script>alert(9)&lt;/script></p>"
            + $"<p>\u201CI am &lt;script>alert(10)&lt;/script>,\u201D said Anna Berg. {text}</p></article></body></html>");
        await using RunningServer server = await RunningServer.StartAsync();
        using MultipartFormDataContent form = new();
        form.Add(new ByteArrayContent(page), "file", "x.html");
        using HttpResponseMessage response = await server.Client.PostAsync("/view", form, TestContext.Current.CancellationToken);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("nobody was hurt", body, StringComparison.Ordinal);
        HtmlDocument shown = Parse(body);
        HtmlNode script = Assert.Single(Elements(shown), static node => node.Is(HtmlNames.Script));
        Assert.Equal(("/assets/reader.js", ""), (script.GetAttribute("src"), script.TextContent));
        foreach (HtmlNode node in Elements(shown))
        {
            foreach (HtmlAttribute attribute in node.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name);
                Assert.NotEqual("style", attribute.Name);
                Assert.False(attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase), attribute.Value);
            }
        }
    }

    [Fact]
    public async Task An_error_says_what_happened_and_what_to_do_and_keeps_the_address()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (int status, _, string body) = await server.GetAsync("/view?url=http%3A%2F%2F127.0.0.1%3A1%2F%22%3E%3Cb%3E");
        Assert.Equal(502, status);
        Assert.Contains("role=\"alert\"", body, StringComparison.Ordinal);
        Assert.Contains("Check the address", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", body, StringComparison.Ordinal);
        Assert.Contains("value=\"http://127.0.0.1:1/&quot;", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_menu_is_folded_into_one_line()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (_, _, string body) = await server.GetAsync($"/view?url={Uri.EscapeDataString(server.Page.ToString())}");
        Assert.Contains("short blocks skipped: ", body, StringComparison.Ordinal);
    }

    private static void AssertViews(string body)
    {
        HtmlDocument page = Parse(body);
        HashSet<string?> ids = [.. Elements(page).Select(static node => node.GetAttribute("id"))];
        foreach (string view in (string[])["sk-main", "sk-read", "sk-why", "sk-story", "sk-save"])
            Assert.Contains(view, ids);
        Assert.Contains("MARROW BAY, Skerry Islands", body, StringComparison.Ordinal);
        // Each item of the story leads to a place that is there.
        List<HtmlNode> items = [.. Elements(page).Where(static node => node.GetAttribute("class") == "item")];
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Contains(item.GetAttribute("href")![1..], ids));
    }
}
