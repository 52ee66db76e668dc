using System.Text;
using System.Text.Json;
using Xunit;

namespace Skiplink.Native.Tests;

public sealed class CallTests
{
    private const string Page =
        "<title>Ferry times</title><main><h1>Ferry times</h1><p>The first ferry leaves at six in the morning, and the last one is back "
        + "before midnight, every day of the year.</p>"
        + "<p>Whoever has a bicycle pays nothing for it, but must be at the quay ten minutes before the ferry leaves, <a href='/rules'>"
            + "as the rules say</a>.</p></main>";

    [Fact]
    public void A_page_is_read_with_the_defaults_when_there_are_no_options()
    {
        JsonElement article = Call(Page, "");
        Assert.Equal("Ferry times", article.GetProperty("title").GetString());
        Assert.StartsWith("The first ferry leaves", article.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("-", article.GetProperty("source").GetString());
        Assert.False(article.TryGetProperty("markdown", out _));
    }

    [Fact]
    public void Options_do_what_they_say()
    {
        JsonElement article = Call(
            Page, """{ "url": "https://example.org/island/ferry", "with": ["markdown"], "mode": "recall", "images": false }""");
        Assert.Contains(
            "[as the rules say](https://example.org/rules)", article.GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://example.org/island/ferry", article.GetProperty("source").GetString());
        JsonElement withoutLinks = Call(Page, """{ "with": ["markdown"], "links": false }""");
        Assert.DoesNotContain("](", withoutLinks.GetProperty("markdown").GetString(), StringComparison.Ordinal);
        JsonElement html = Call(Page, """{ "with": ["html"], "comments": true, "tables": false }""");
        Assert.Contains("<p>", html.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("page 7", Call(Page, """{ "source": "page 7" }""").GetProperty("source").GetString());
    }

    [Fact]
    public void The_transports_encoding_is_believed()
    {
        byte[] page = Encoding.Latin1.GetBytes(Page.Replace("ferry", "fähre", StringComparison.Ordinal));
        JsonElement article = Call(page, """{ "encoding": "iso-8859-1" }""");
        Assert.Contains("The first fähre", article.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_text_is_read_as_such()
    {
        string text =
            "Ferry times\n\nThe first ferry leaves at six in the morning, and the last one is back before midnight, every day "
            + "of the year.\n";
        JsonElement article = Call(text, """{ "input": "text" }""");
        Assert.Contains("The first ferry leaves", article.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "The options: ")]
    [InlineData("[]", "The options: not one JSON object.")]
    [InlineData("{} {}", "The options: ")]
    [InlineData("""{ "mode": "fast" }""", "\"mode\" must be \"balanced\", \"precision\" or \"recall\".")]
    [InlineData("""{ "images": 1 }""", "\"images\" must be true or false.")]
    [InlineData("""{ "with": ["docx"] }""", "\"with\" must be an array of \"markdown\" and \"html\".")]
    [InlineData("""{ "url": "/relative" }""", "\"url\" must be an absolute http or https address.")]
    [InlineData("""{ "colour": "red" }""", "there is no \"colour\".")]
    public void What_is_wrong_with_options_is_said(string options, string message) =>
        Assert.Contains(message, Call(Page, options).GetProperty("error").GetString(), StringComparison.Ordinal);

    [Fact]
    public unsafe void A_page_that_is_not_there_is_an_error_and_an_empty_one_is_not()
    {
        Assert.Contains("NULL", Parse(Read(null, 5)).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("", Parse(Read(null, 0)).GetProperty("text").GetString());
        Assert.Contains(
            "most that can be read", Parse(Read(null, nuint.MaxValue)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_from_many_threads_give_the_same()
    {
        string expected = Call(Page, "").GetRawText();
        string[] results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Call(Page, "").GetRawText())));
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public unsafe void Bytes_that_were_lent_are_not_looked_at_afterwards()
    {
        byte[] bytes = [1, 2, 3];
        fixed (byte* start = bytes)
        {
            NativePage page = new(start, bytes.Length);
            ReadOnlyMemory<byte> memory = page.Memory;
            Assert.Equal(2, memory.Span[1]);
            ((IDisposable)page).Dispose();
            Assert.Throws<ObjectDisposedException>(() => memory.Span[1]);
        }
    }

    private static JsonElement Call(string page, string options) => Call(Encoding.UTF8.GetBytes(page), options);

    private static unsafe JsonElement Call(byte[] page, string options)
    {
        fixed (byte* bytes = page)
            return Parse(Calls.Read(bytes, (nuint)page.Length, Encoding.UTF8.GetBytes(options)));
    }

    private static unsafe byte[] Read(byte* bytes, nuint length) => Calls.Read(bytes, length, default);

    private static JsonElement Parse(byte[] json) => JsonDocument.Parse(json).RootElement;
}
