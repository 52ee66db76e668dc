using System.Text;
using Xunit;

namespace Skiplink.Tests;

public class ArticleFormatsTests
{
    private static readonly byte[] Story = File.ReadAllBytes(Repository.Sample("harbour-talks.html"));

    [Fact]
    public void Every_format_is_there_without_being_asked_for_in_the_options()
    {
        Article article = Page.Read(Story);
        Assert.Contains("MARROW BAY, Skerry Islands", article.Markdown, StringComparison.Ordinal);
        Assert.Contains("<p>MARROW BAY, Skerry Islands", article.Html, StringComparison.Ordinal);
        Assert.Contains("<TEI ", article.Tei, StringComparison.Ordinal);
        Assert.Contains(article.Blocks, static b => b is ParagraphBlock);
    }

    [Fact]
    public void A_page_without_text_gives_empty_formats_and_not_null()
    {
        Article article = Page.Read(""u8);
        Assert.Equal(("", "", ""), (article.Text, article.Markdown, article.Html));
        Assert.Empty(article.Blocks);
    }

    [Fact]
    public void Formats_are_those_of_their_page_after_the_reader_has_read_others()
    {
        PageReader reader = new();
        Article first = reader.Read(Story);
        string markdown = Page.Read(Story).Markdown, html = Page.Read(Story).Html, tei = Page.Read(Story).Tei;
        foreach (string page in (string[])["", "<p>Another page, and much shorter.</p>", new string('x', 100_000)])
            reader.Read(Encoding.UTF8.GetBytes(page));
        Assert.Equal((markdown, html, tei), (first.Markdown, first.Html, first.Tei));
    }

    [Fact]
    public async Task Many_threads_may_ask_one_article_for_its_formats()
    {
        Article wanted = Page.Read(Story);
        for (int round = 0; round < 50; round++)
        {
            Article article = Page.Read(Story);
            using Barrier start = new(4);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    Assert.Equal((wanted.Markdown, wanted.Html, wanted.Tei), (article.Markdown, article.Html, article.Tei));
                    Assert.Equal(wanted.Blocks.Count, article.Blocks.Count);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
        }
    }

    [Fact]
    public void Authors_and_formats_are_made_once()
    {
        Article article = Page.Read(Story);
        Assert.NotEmpty(article.Authors);
        Assert.Same(article.Authors, article.Authors);
        Assert.Same(article.Agencies, article.Agencies);
        Assert.Same(article.Markdown, article.Markdown);
        Assert.Same(article.Blocks, article.Blocks);
    }

    [Fact]
    public void An_article_does_not_keep_its_page_alive()
    {
        (Article article, WeakReference page) = ReadLarge();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(page.IsAlive);
        Assert.Contains("MARROW BAY", article.Markdown, StringComparison.Ordinal);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (Article Article, WeakReference Page) ReadLarge()
    {
        byte[] page = [.. Story, .. Encoding.UTF8.GetBytes($"<!-- {new string('x', 1 << 20)} -->")];
        return (new PageReader().Read(page), new WeakReference(page));
    }
}
