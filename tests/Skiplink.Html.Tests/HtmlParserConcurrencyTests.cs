using Xunit;

namespace Skiplink.Html.Tests;

public sealed class HtmlParserConcurrencyTests
{
    private static readonly byte[] Page = "<p>another page</p>"u8.ToArray();

    public static TheoryData<string> Calls => ["page", "page with encoding", "fragment"];

    private static HtmlDocument Parse(HtmlParser parser, ReadOnlyMemory<byte> page, string call) => call switch
    {
        "page" => parser.Parse(page),
        "page with encoding" => parser.Parse(page, "utf-8"),
        _ => parser.ParseFragment(page, "div"),
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_second_thread_gets_an_exception_and_the_first_its_document(string call)
    {
        HtmlParser parser = new();
        using PausedPage paused = new("<p>first page</p>");
        ReadOnlyMemory<byte> page = paused.Memory;
        Task<string> first = Task.Run(() => Parse(parser, page, call).Root.TextContent, TestContext.Current.CancellationToken);
        paused.WaitForReader();
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Parse(parser, Page, call));
        Assert.Contains("give each thread its own", thrown.Message, StringComparison.Ordinal);
        paused.Release();
        Assert.Equal("first page", await first);
        Parse(parser, Page, call);
    }
}
