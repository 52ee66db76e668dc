using System.Text;
using System.Text.Json;
using CsCheck;
using Skiplink.PageModel.Json;
using Xunit;

namespace Skiplink.Tests;

public sealed class JsonLdTests
{
    [Theory]
    [InlineData("""{"@context":"https://schema.org","@type":"NewsArticle","headline":"A bridge"}""")]
    [InlineData("""[{"@type":"Organization","name":"x"},{"@type":"NewsArticle","headline":"A bridge"}]""")]
    [InlineData("""{"@graph":[{"@type":"WebSite"},{"@type":["Thing","NewsArticle"],"headline":"A bridge"}]}""")]
    [InlineData("""{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"A bridge"}}""")]
    [InlineData("""{"@type":"http://schema.org/NewsArticle","headline":{"@value":"A bridge"}}""")]
    [InlineData("""{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Another"}]}</script>"""
        + """<script type="application/ld+json">{"@type":"Article","headline":"A bridge"}""")]
    [InlineData("<!-- {\"@type\":\"Article\",\"headline\":\"A bridge\"} -->")]
    [InlineData("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"A bridge\"}\n//]]>")]
    [InlineData("""/* made by a plug-in */ {"@type":"Article", // the type""" + "\n" + """ "headline":"A bridge",}""")]
    [InlineData("""{"@type":"Article",,"headline":"A bridge",,}""")]
    [InlineData("""{"@type":"Article" "headline":"A bridge"}""")]
    [InlineData("{\"@type\":\"Article\",\"description\":\"one\ntwo\tthree\",\"headline\":\"A bridge\"}")]
    [InlineData("""{"@type":"Article","description":"he said "no" to it, and left","headline":"A bridge"}""")]
    [InlineData("""{"@type":"Article","description":"it\'s \x so","headline":"A bridge"}""")]
    [InlineData("""{'@type':'Article','headline':'A bridge'}""")]
    [InlineData("""{"@type":"Article","headline":"A bridge","author":{"name":"Ines""")]
    [InlineData("""{"@type":"Article","headline":"A bridge"};""")]
    [InlineData("""{"@type":"Article","wordCount":007,"isPart":undefined,"headline":"A bridge"}""")]
    [InlineData("""{"@type":"Article","alternate":"half \uD800 a pair","headline":"A bridge"}""")]
    [InlineData("""{"@type":"Article","headline":"A bridge"}{"@type":"WebPage"}""")]
    [InlineData("""{"@type":"Article","headline":"A bridge"}]}}""")]
    public void Json_ld_is_read_in_all_its_shapes(string json) =>
        Assert.Equal("A bridge", MetadataPage.Read($"""<script type="application/ld+json">{json}</script>""").Title?.Value);

    [Fact]
    public void The_object_that_the_page_is_titled_by_is_the_page()
    {
        const string Html = """<title>A bridge</title><script type="application/ld+json">"""
            + """[{"@type":"Article","headline":"Another","datePublished":"2020-01-01"},"""
            + """{"@type":"Article","headline":"A bridge","datePublished":"2024-05-06"}]</script>""";
        Assert.Equal("2024-05-06", MetadataPage.Read(Html).Published?.Value);
    }

    [Fact]
    public void What_repair_gives_is_always_sound_json() =>
        Gen.Int[0, Pieces.Length - 1].List[0, 60].Sample(static pieces =>
        {
            byte[] json = JsonRepair.Repair(Encoding.UTF8.GetBytes(string.Concat(pieces.Select(static p => Pieces[p]))));
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array;
        }, iter: 20_000);

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", "\"", "'", ":", ",", "\\", "\\u", "\\uD83D", "\\uDE00", "/*", "*/", "//", "\n", " ", "a", "true", "1", "-",
            ".", "é", "<!--", "-->", "<![CDATA[", "]]>", "@type", "\0"];

    [Fact]
    public void Sound_json_is_not_changed_by_repair()
    {
        const string Json = """{"a":[1,-2.5,true,null,"x\n\"y\" \u00e9 \ud83d\ude00",{"b":{}}],"c":""}""";
        using JsonDocument before = JsonDocument.Parse(Json), after = JsonDocument.Parse(JsonRepair.Repair(Encoding.UTF8.GetBytes(Json)));
        Assert.True(JsonElement.DeepEquals(before.RootElement, after.RootElement[0]));
    }
}
