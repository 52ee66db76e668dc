using System.Text;
using Skiplink.Html.Tests;
using Xunit;

namespace Skiplink.Tests;

public sealed class PageReaderConcurrencyTests
{
    private static readonly string FirstPage = File.ReadAllText(Repository.Sample("harbour-talks.html"));

    private static readonly byte[] OtherPage =
        Encoding.UTF8.GetBytes("<p>A clerk found the deed in the parish chest, and with it a list of debts.</p>");

    public static TheoryData<string> Calls => ["Read", "ReadSavedText", "Explain", "ExplainSavedText"];

    private static string Run(PageReader reader, ReadOnlyMemory<byte> page, string call) => call switch
    {
        "Read" => reader.Read(page).Text,
        "ReadSavedText" => reader.ReadSavedText(page).Text,
        "Explain" => reader.Explain(page).Article.Text,
        _ => reader.ExplainSavedText(page).Article.Text,
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_second_thread_gets_an_exception_and_the_first_its_article(string call)
    {
        PageReader reader = new();
        string expected = Run(new(), Encoding.UTF8.GetBytes(FirstPage), call);
        using PausedPage paused = new(FirstPage);
        ReadOnlyMemory<byte> page = paused.Memory;
        Task<string> first = Task.Run(() => Run(reader, page, call), TestContext.Current.CancellationToken);
        paused.WaitForReader();
        foreach (string other in Calls.Select(static row => row.Data))
        {
            InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Run(reader, OtherPage, other));
            Assert.Contains("give each thread its own", thrown.Message, StringComparison.Ordinal);
        }
        paused.Release();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await first);
        Assert.Contains("parish chest", reader.Read(OtherPage).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_whose_page_threw_an_exception_reads_the_next_page()
    {
        PageReader reader = new();
        using PausedPage paused = new(FirstPage);
        ReadOnlyMemory<byte> page = paused.Memory;
        Task<string> first = Task.Run(() => Run(reader, page, "Read"), TestContext.Current.CancellationToken);
        paused.WaitForReader();
        paused.Fail();
        await Assert.ThrowsAsync<IOException>(() => first);
        Assert.Contains("parish chest", reader.Read(OtherPage).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_reads_on_many_threads_at_once()
    {
        string[] files = Directory.GetFiles(Repository.Sample(""), "*.html");
        string[] expected = [.. files.Select(static file => new PageReader().Read(File.ReadAllBytes(file)).Text)];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < 40; i++)
            {
                int file = (thread + i) % files.Length;
                Assert.Equal(expected[file], Page.Read(File.ReadAllBytes(files[file])).Text);
            }
        })));
    }
}
