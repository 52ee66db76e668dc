using Xunit;

namespace Skiplink.Tests;

public sealed class TitleTests
{
    [Theory]
    [InlineData("<title>A bridge falls | Herald</title><meta property=og:title content='A bridge falls'>", "A bridge falls")]
    [InlineData(
        "<title>Herald: A bridge falls</title><h1>Herald</h1><h1>A bridge falls</h1><meta property=og:site_name content=Herald>",
        "A bridge falls")]
    [InlineData(
        "<title>A bridge falls</title><h1>Islands <span>·</span> A bridge falls</h1><meta property=og:title content='A bridge falls'>",
        "A bridge falls")]
    [InlineData("<title>A bridge falls - Herald</title><h1>A bridge<br>falls</h1>", "A bridge falls")]
    [InlineData("<title>A bridge falls</title><h1>A bridge falls <a href=#a aria-hidden=true>¶</a></h1>", "A bridge falls")]
    [InlineData("<meta property=og:title content='R&amp;amp;D in the harbour'>", "R&D in the harbour")]
    [InlineData("<title>橋が落ちた｜ヘラルド</title><meta property=og:site_name content=ヘラルド>", "橋が落ちた")]
    [InlineData(
        "<title>Log in</title><h1>A bridge falls</h1><h1>Another</h1><meta property=og:title content='A bridge falls'>", "A bridge falls")]
    [InlineData("<title></title>", null)]
    public void The_title_is_what_a_reader_sees_without_the_site(string html, string? expected) =>
        Assert.Equal(expected, MetadataPage.Read(html).Title?.Value);

    [Fact]
    public void Two_data_that_agree_are_the_newsrooms_title()
    {
        const string Html = """<title>x</title><h1>A bridge falls in the night</h1><meta property=og:title content="A bridge falls">"""
            + """<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge falls"}</script>""";
        Assert.Equal("A bridge falls", MetadataPage.Read(Html).Title?.Value);
        Assert.Equal(
            "A bridge falls in the night",
            MetadataPage.Read(Html.Replace("NewsArticle", "Article", StringComparison.Ordinal)).Title?.Value);
    }

    [Theory]
    [InlineData(PageKind.Article, "Why the harbour wall gave way")]
    [InlineData(PageKind.Forum, "Why the harbour wall gave way")]
    [InlineData(PageKind.Service, "Skerry - start here")]
    public void The_only_heading_of_an_article_is_its_title_whatever_the_head_says(PageKind kind, string expected) =>
        Assert.Equal(
            expected,
            MetadataPage.ReadAs(
                kind, "<title>Skerry - start here</title><h1>Why the harbour wall gave way</h1>" + MetadataPage.Text).Title?.Value);

    [Fact]
    public void A_word_from_the_middle_of_the_title_is_the_name_of_a_part_of_the_site() =>
        Assert.Equal(
            "Why do the terns of Skerry nest so late this year?",
            MetadataPage.ReadAs(
                PageKind.Forum,
                "<title>Why do the terns of Skerry nest so late this year?</title><h1>Terns</h1>"
                + "<h1>Rules</h1>" + MetadataPage.Text).Title?.Value);

    [Fact]
    public void A_section_behind_the_headline_is_no_part_of_the_title()
    {
        const string Html = """<title>A bridge falls-Islands | Herald</title><meta property=og:title content="A bridge falls-Islands">"""
            + """<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge falls"}</script>""";
        Assert.Equal("A bridge falls", MetadataPage.Read(Html).Title?.Value);
    }

    [Theory]
    [InlineData("<meta property=og:site_name content='The Herald'>", "The Herald")]
    [InlineData("""<script type="application/ld+json">{"@type":"WebSite","name":"The Herald"}</script>""", "The Herald")]
    [InlineData("""<script type="application/ld+json">{"@type":"Article","""
        + """ "publisher":{"@type":"Organization","name":"The Herald"}}</script>""",
        "The Herald")]
    [InlineData("<title>A bridge falls – The Herald</title><meta property=og:title content='A bridge falls'>", "The Herald")]
    [InlineData("<link rel=canonical href='https://www.herald.example/a'>", "herald.example")]
    [InlineData("", null)]
    public void Sites_are_named(string html, string? expected) => Assert.Equal(expected, MetadataPage.Read(html).Site?.Value);
}
