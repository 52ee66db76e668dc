using System.Text;
using Xunit;

namespace Skiplink.Tests;

public sealed class MetadataRobustnessTests
{
    [Fact]
    public void A_title_of_a_megabyte_is_cut()
    {
        string title = string.Concat(Enumerable.Repeat("harbour 😀 ", 100_000));
        PageMetadata metadata = MetadataPage.Read($"<title>{title}</title><h1>{title}</h1><meta property=og:title content='{title}'>"
            + $"<meta name=author content='{title}'><meta name=description content='{title}'>{MetadataPage.Text}");
        string value = metadata.Title!.Value;
        Assert.InRange(value.Length, 1, 20_000);
        Assert.False(char.IsHighSurrogate(value[^1]), "The cut goes through a surrogate pair.");
    }

    [Fact]
    public void Nuls_and_half_surrogates_are_not_in_values()
    {
        PageMetadata metadata = MetadataPage.Read("<title>A\0 bridge</title><meta name=author content='Ines\0Carraway &#xD800;'>"
            + "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"A \\uDFFF "
                + "bridge \\u0000\",\"author\":\"\\uD83D\"}</script>" + MetadataPage.Text);
        Assert.DoesNotContain('\0', metadata.Title!.Value);
        _ = new UTF8Encoding(false, true).GetBytes(metadata.Title.Value + MetadataPage.Authors(metadata));
    }

    [Fact]
    public void Contradictory_dates_give_one()
    {
        PageMetadata metadata = MetadataPage.Read("""
            <meta property="article:published_time" content="2024-05-06T00:00:00Z">
            <meta property="article:modified_time" content="2019-01-01T00:00:00Z">
            <meta name=date content="1999-12-31"><meta name=pubdate content="0000-00-00">
            <script type="application/ld+json">{"@type":"Article","datePublished":["9999-12-31","2024-05-06"],
            "dateModified":"tomorrow"}</script>
            <time datetime="2031-02-30">soon</time>
            """ + MetadataPage.Text);
        Assert.Equal("2024-05-06T00:00:00Z", metadata.Published?.Value);
        Assert.Equal("2019-01-01T00:00:00Z", metadata.Modified?.Value);
    }

    [Fact]
    public void Json_ld_may_be_nested_or_long_beyond_reason()
    {
        const string Nested = "{\"@type\":\"Article\",\"a\":";
        const string Item = "{\"@type\":\"Article\",\"headline\":\"x\",\"author\":{\"name\":\"Ines Carraway\"}}";
        string[] values =
        [
            Repeat(Nested, 100_000), "[" + string.Join(',', Enumerable.Repeat(Item, 50_000)) + "]", Repeat("[", 1_000_000),
            Repeat("\"", 1_000_000), Repeat("\" ", 500_000), Repeat("},", 500_000),
        ];
        foreach (string json in values)
        {
            string page = $"<script type='application/ld+json'>{json}</script><title>A bridge</title><h1>A bridge</h1>";
            Assert.Equal("A bridge", MetadataPage.Read(page).Title?.Value);
        }

        static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
    }
}
