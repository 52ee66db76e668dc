using Skiplink.Metadata;
using Xunit;

namespace Skiplink.Tests;

public sealed class TitleTests
{
    [Theory]
    [InlineData("<title>A bridge falls | Herald</title><meta property=og:title content='A bridge falls'>", "A bridge falls")]
    [InlineData("<title>Herald: A bridge falls</title><h1>Herald</h1><h1>A bridge falls</h1><meta property=og:site_name content=Herald>", "A bridge falls")]
    [InlineData("<title>A bridge falls</title><h1>Islands <span>·</span> A bridge falls</h1><meta property=og:title content='A bridge falls'>", "A bridge falls")]
    [InlineData("<title>A bridge falls - Herald</title><h1>A bridge<br>falls</h1>", "A bridge falls")]
    [InlineData("<title>A bridge falls</title><h1>A bridge falls <a href=#a aria-hidden=true>¶</a></h1>", "A bridge falls")]
    [InlineData("<meta property=og:title content='R&amp;amp;D in the harbour'>", "R&D in the harbour")]
    [InlineData("<title>橋が落ちた｜ヘラルド</title><meta property=og:site_name content=ヘラルド>", "橋が落ちた")]
    [InlineData("<title>Log in</title><h1>A bridge falls</h1><h1>Another</h1><meta property=og:title content='A bridge falls'>", "A bridge falls")]
    [InlineData("<title></title>", null)]
    public void The_title_is_what_a_reader_sees_without_the_site(string html, string? expected) => Assert.Equal(expected, MetadataPage.Read(html).Title?.Value);

    [Fact]
    public void Two_data_that_agree_are_the_newsrooms_title()
    {
        const string Html = """<title>x</title><h1>A bridge falls in the night</h1><meta property=og:title content="A bridge falls"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge falls"}</script>""";
        Assert.Equal("A bridge falls", MetadataPage.Read(Html).Title?.Value);
        Assert.Equal("A bridge falls in the night", MetadataPage.Read(Html.Replace("NewsArticle", "Article", StringComparison.Ordinal)).Title?.Value);
    }

    [Theory]
    [InlineData("<meta property=og:site_name content='The Herald'>", "The Herald")]
    [InlineData("""<script type="application/ld+json">{"@type":"WebSite","name":"The Herald"}</script>""", "The Herald")]
    [InlineData("""<script type="application/ld+json">{"@type":"Article","publisher":{"@type":"Organization","name":"The Herald"}}</script>""", "The Herald")]
    [InlineData("<title>A bridge falls – The Herald</title><meta property=og:title content='A bridge falls'>", "The Herald")]
    [InlineData("<link rel=canonical href='https://www.herald.example/a'>", "herald.example")]
    [InlineData("", null)]
    public void Sites_are_named(string html, string? expected) => Assert.Equal(expected, MetadataPage.Read(html).Site?.Value);
}
