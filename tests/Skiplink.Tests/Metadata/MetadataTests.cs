using Xunit;

namespace Skiplink.Tests;

public sealed class MetadataTests
{
    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"A Bee"}}</script>""", "A Bee")]
    [InlineData("""<script type="application/ld+json">[{"@type":"WebSite"},"""
        + """{"@type":["Thing","Article"],"author":["A Bee","C Dee"]}]</script>""",
        "A Bee|C Dee")]
    [InlineData("""<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#p"}},"""
        + """{"@type":"Person","@id":"#p","name":"A Bee"}]}</script>""",
        "A Bee")]
    [InlineData("<meta name=author content='By A Bee and C Dee'>", "A Bee|C Dee")]
    [InlineData("<body><p class=byline>By <span itemprop=author>A Bee</span></p>", "A Bee")]
    [InlineData("<body><a rel=author href=/a>A Bee</a>", "A Bee")]
    public void Authors_are_found(string html, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(html).Authors.Select(static a => a.Value)));

    [Theory]
    [InlineData("<title>A thing happened - The Paper</title><meta property=og:site_name content='The Paper'>", "A thing happened")]
    [InlineData("<title>The Paper: A thing happened</title><meta property=og:site_name content='The Paper'>", "A thing happened")]
    [InlineData("<title>A thing | x</title><h1>A thing</h1>", "A thing")]
    [InlineData("<meta property=og:title content='A &amp; B'>", "A & B")]
    public void Titles_stand_without_the_site(string html, string expected) => Assert.Equal(expected, Read(html).Title?.Value);

    [Theory]
    [InlineData(
        "<meta property='article:published_time' content='2024-05-06T07:08:09Z'>", "2024-05-06T07:08:09Z", MetadataSource.OpenGraph)]
    [InlineData("""<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-06"}</script>""",
        "2024-05-06", MetadataSource.JsonLd)]
    [InlineData("<body><time datetime='2024-05-06T07:08+02:00'>May</time>", "2024-05-06T07:08+02:00", MetadataSource.Time)]
    public void Dates_are_as_exact_as_the_page(string html, string expected, MetadataSource source)
    {
        MetadataValue? published = Read(html).Published;
        Assert.Equal((expected, source), (published?.Value, published?.Source));
    }

    [Fact]
    public void A_date_in_the_address_is_the_last_resort() =>
        Assert.Equal("2024-05-06", MetadataPage.Read("<p>x", "https://e.example/2024/05/06/x").Published?.Value);

    [Fact]
    public void Broken_json_ld_does_not_hide_the_rest() =>
        Assert.Equal("T", Read(
            """<script type="application/ld+json">{"@type":"Article",,}</script><meta property=og:title content=T>""").Title?.Value);

    private static PageMetadata Read(string html) => MetadataPage.Read(html);
}
