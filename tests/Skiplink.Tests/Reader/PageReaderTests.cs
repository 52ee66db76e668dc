using System.Text;
using Xunit;

namespace Skiplink.Tests;

public sealed class PageReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><head><title>Shop</title></head><body><div id=app></div><script>boot()</script></body></html>")]
    public void A_page_that_shows_nothing_is_of_no_kind(string page) =>
        Assert.Equal((PageKind.Other, ""), (Page.Read(page).Kind, Page.Read(page).Text));

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
                    Assert.Equal(
                        text,
                        Page.Read(
                            page,
                            new()
                            {
                                Formats = ArticleFormats.Markdown,
                                Images = images,
                                Links = links,
                                Url = new("https://e.example/x")
                            }).Text);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reader_gives_the_same_article_on_its_first_page_and_on_a_later_one_in_all_formats(bool tables)
    {
        ReadOptions options = new()
        {
            Tables = tables,
            Comments = !tables,
        };
        string[] files =
        [
            .. Directory.GetFiles(Repository.Sample(""), "*.html"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "pages"), "source.html", SearchOption.AllDirectories),
        ];
        PageReader used = new();
        foreach (string file in files.Concat(files.Reverse()))
        {
            byte[] page = File.ReadAllBytes(file);
            Article expected = new PageReader().Read(page, options), actual = used.Read(page, options);
            Assert.Equal(ArticleJson.Write(expected, file, null), ArticleJson.Write(actual, file, null));
            Assert.Equal(expected.Markdown, actual.Markdown);
            Assert.Equal(expected.Html, actual.Html);
            Assert.Equal(expected.Tei, actual.Tei);
            Assert.Equivalent(expected.Blocks, actual.Blocks, strict: true);
        }
    }

    [Fact]
    public void Recall_keeps_at_least_as_much_as_precision()
    {
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html"))
        {
            byte[] page = File.ReadAllBytes(file);
            Assert.True(
                Page.Read(page, new() { Mode = SelectionMode.Recall }).Text.Length >= Page.Read(
                    page, new() { Mode = SelectionMode.Precision }).Text.Length, file);
        }
    }

    [Fact]
    public void Kind_confidence_and_metadata_are_the_same_in_all_modes()
    {
        foreach (string file in Directory.GetFiles(Repository.Sample(""), "*.html"))
        {
            Article[] articles =
                [.. Enum.GetValues<SelectionMode>().Select(mode => Page.Read(File.ReadAllBytes(file), new() { Mode = mode }))];
            foreach (Article article in articles)
            {
                Assert.Equal((file, articles[0].Kind, articles[0].Confidence), (file, article.Kind, article.Confidence));
                Assert.Equivalent(articles[0].Metadata, article.Metadata, strict: true);
            }
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
    public void A_page_that_was_saved_as_utf_8_is_read_as_that_whatever_its_markup_says()
    {
        const string page =
            "<html><head><meta charset=gb2312><title>堤坝</title></head><body><main><h1>堤坝</h1><p>"
            + "村里的老人说，这座堤坝修了三年，其间下过两场大雪，没有人因此离开，也没有人抱怨工钱太少。</p></main></body></html>";
        Assert.Contains("村里的老人说", Page.Read(Encoding.UTF8.GetBytes(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_another_encoding_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string page = File.ReadAllText(Repository.Sample("harbour-talks.html")).Replace("utf-8", "windows-1252", StringComparison.Ordinal);
        Assert.Contains("“Nobody got everything", Page.Read(Encoding.GetEncoding(1252).GetBytes(page)).Text, StringComparison.Ordinal);
    }

    private const string Story =
        "The ferry left at dawn with eleven people on board. Nobody had told the harbour office. By noon the wind had turned, and the "
        + "island could no longer be seen from the pier. The families waited in the fish hall until the radio spoke again.";

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"articleBody\":\"STORY\"}</script>")]
    [InlineData(
        "<script type='application/json' id=state>{\"page\":{\"props\":[{\"css\":\".a{b:c}\",\"body\":\"<p>STORY</p>\"}]}}</script>")]
    public void A_shell_without_text_is_read_from_its_data(string script)
    {
        Article article = Page.Read("<title>Ferry</title><div id=root></div>" + script.Replace("STORY", Story, StringComparison.Ordinal));
        Assert.Equal(Story, article.Text.Trim());
        Assert.InRange(article.Confidence, 0.5, 0.9);
    }

    [Fact]
    public void Data_do_not_stand_in_for_text_that_the_page_shows()
    {
        const string Shown =
            "A clerk found the deed in the parish chest, and with it a list of debts that nobody had ever thought of paying back to the "
            + "miller, who had left the valley long before the war.";
        Article article = Page.Read(
            $"<main><h1>Deeds</h1><p>{Shown}</p><p>{Shown.Replace("clerk", "nun", StringComparison.Ordinal)}</p></main><script "
            + $"type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Story}\"}}</script>");
        Assert.DoesNotContain("ferry", article.Text, StringComparison.Ordinal);
        Assert.Contains(Shown, article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script type='application/json'>{\"a\":[1,2,</script>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Product\",\"description\":\"\\ud800 half a pair\"}</script>")]
    [InlineData("<script type='application/json'></script><script type='application/ld+json'></script>")]
    public void Broken_data_of_a_shell_give_an_empty_article(string script) => Assert.Empty(Page.Read("<div id=root></div>" + script).Text);
}
