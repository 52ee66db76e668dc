using System.Text.Json;
using Skiplink.Writing;
using Xunit;

namespace Skiplink.Tests;

public class ArticleJsonTests
{
    public static TheoryData<MetadataSource> Sources => [.. Enum.GetValues<MetadataSource>()];

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_object_names_a_source_as_the_serializer_does(MetadataSource source)
    {
        PageMetadata metadata = new() { Title = new("A title", source, "A  title") };
        Article article = new(metadata, PageKind.Article, 1, new ArticleForms([]), []);
        using JsonDocument json = JsonDocument.Parse(ArticleJson.Write(article, "a.html", null));
        Assert.Equal(JsonSerializer.Serialize(source).Trim('"'), json.RootElement.GetProperty("sources").GetProperty("title").GetProperty("from").GetString());
    }

    [Fact]
    public void Names_of_sources_are_a_contract() =>
        Assert.Equal(
            "json-ld open-graph meta microdata rdfa link html time heading text url",
            string.Join(' ', Enum.GetValues<MetadataSource>().Select(static s => JsonSerializer.Serialize(s).Trim('"'))));
}
