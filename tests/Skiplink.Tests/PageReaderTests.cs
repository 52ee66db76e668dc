using System.Text;
using CsCheck;
using Xunit;

namespace Skiplink.Tests;

public sealed class PageReaderTests
{
    [Fact]
    public void Options_of_the_output_never_change_the_text()
    {
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html"))
        {
            byte[] page = File.ReadAllBytes(file);
            string text = Page.Read(page).Text;
            foreach (bool images in (bool[])[true, false])
            {
                foreach (bool links in (bool[])[true, false])
                    Assert.Equal(text, Page.Read(page, new() { Formats = ArticleFormats.Markdown, Images = images, Links = links, Url = new("https://e.example/x") }).Text);
            }
        }
    }

    [Fact]
    public void A_reader_gives_the_same_article_on_its_first_page_and_on_a_later_one()
    {
        PageReader used = new();
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html").Concat(Directory.GetFiles(Repository.Sample(""), "*.html")))
        {
            byte[] page = File.ReadAllBytes(file);
            Assert.Equal(ArticleJson.Write(new PageReader().Read(page), file, null), ArticleJson.Write(used.Read(page), file, null));
        }
    }

    [Fact]
    public void Recall_keeps_at_least_as_much_as_precision()
    {
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html"))
        {
            byte[] page = File.ReadAllBytes(file);
            Assert.True(Page.Read(page, new() { Mode = SelectionMode.Recall }).Text.Length >= Page.Read(page, new() { Mode = SelectionMode.Precision }).Text.Length, file);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("<html></html>")]
    [InlineData("<script>let x = 1;</script>")]
    [InlineData("<frameset><frame src=a></frameset>")]
    [InlineData("<nav><a href=/a>Home</a><a href=/b>About</a></nav>")]
    [InlineData("<body><div id=root></div><script src=app.js></script>")]
    public void A_page_without_text_gives_an_empty_article_without_confidence(string html)
    {
        Article article = Page.Read(html);
        Assert.Equal("", article.Text);
        Assert.InRange(article.Confidence, 0, 0.5);
    }

    [Fact]
    public void Any_bytes_give_an_article()
    {
        PageReader reader = new();
        Gen.Byte.Array[0, 600].Sample(bytes => reader.Read(bytes).Confidence is >= 0 and <= 1, threads: 1);
        Gen.Byte.Array[0, 600].Sample(bytes => reader.ReadSavedText(bytes).Confidence is >= 0 and <= 1, threads: 1);
    }

    [Fact]
    public void Deep_and_broad_pages_are_read_in_passing()
    {
        string deep = string.Concat(Enumerable.Repeat("<div><p>a few words stand here</p>", 20_000));
        string broad = string.Concat(Enumerable.Range(0, 50_000).Select(static i => $"<li><a href=/{i}>Item {i}</a>"));
        Assert.InRange(Page.Read(deep).Confidence, 0, 1);
        Assert.InRange(Page.Read("<ul>" + broad).Confidence, 0, 1);
    }

    [Theory]
    [InlineData("<p>One block alone stands on this page, and nobody has written anything before it or behind it, not even a menu.</p>")]
    [InlineData("<noscript><p>This page needs scripts, but here is what it would have said about the weather on the eastern coast today.</p></noscript>")]
    [InlineData("<div><a href=/1>One</a> <a href=/2>Two</a> <a href=/3>Three</a></div>")]
    public void Odd_pages_get_an_answer_with_a_confidence(string html) => Assert.InRange(Page.Read(html).Confidence, 0, 1);

    [Fact]
    public void Two_hundred_thousand_blocks_get_an_answer()
    {
        string page = string.Concat(Enumerable.Range(0, 200_000).Select(static i => $"<div class=c{i % 7}><p>Item {i} is described in a few words</p></div>"));
        Assert.InRange(Page.Read(page).Confidence, 0, 1);
    }

    [Fact]
    public void A_page_that_was_saved_as_utf_8_is_read_as_that_whatever_its_markup_says()
    {
        const string page = "<html><head><meta charset=gb2312><title>堤坝</title></head><body><main><h1>堤坝</h1><p>村里的老人说，这座堤坝修了三年，其间下过两场大雪，没有人因此离开，也没有人抱怨工钱太少。</p></main></body></html>";
        Assert.Contains("村里的老人说", Page.Read(Encoding.UTF8.GetBytes(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_another_encoding_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string page = File.ReadAllText(Repository.Sample("harbour-talks.html")).Replace("utf-8", "windows-1252", StringComparison.Ordinal);
        Assert.Contains("“Nobody got everything", Page.Read(Encoding.GetEncoding(1252).GetBytes(page)).Text, StringComparison.Ordinal);
    }
}
