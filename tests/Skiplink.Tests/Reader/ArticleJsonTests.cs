using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Skiplink.Content;
using Skiplink.Surroundings;
using Skiplink.Verdicts;
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
        ArticleContent content = new([], new ContentTape(), metadata, new());
        Article article = new(metadata, PageKind.Article, 1, content, [], VerdictFinding.None, PageSurroundings.None);
        using JsonDocument json = JsonDocument.Parse(ArticleJson.Write(article, "a.html", null));
        Assert.Equal(
            JsonSerializer.Serialize(source).Trim('"'),
            json.RootElement.GetProperty("sources").GetProperty("title").GetProperty("from").GetString());
    }

    [Fact]
    public void Names_of_sources_are_a_contract() =>
        Assert.Equal(
            "json-ld open-graph meta microdata rdfa link html time heading text url",
            string.Join(' ', Enum.GetValues<MetadataSource>().Select(static s => JsonSerializer.Serialize(s).Trim('"'))));

    [Fact]
    public void The_serializer_writes_the_object_of_the_contract()
    {
        Article article = Page.Read(File.ReadAllBytes(Repository.Sample("harbour-talks.html")));
        string wanted = Relaxed(article.ToJson());
        Assert.Equal(wanted, Relaxed(JsonSerializer.Serialize(article)));
        Assert.Equal(wanted, Relaxed(JsonSerializer.Serialize(article, JsonSerializerOptions.Web)));
        Assert.Equal(wanted, Relaxed(JsonSerializer.Serialize(article, ArticleJsonContext.Default.Article)));
        using JsonDocument json = JsonDocument.Parse(wanted);
        Assert.Equal("article", json.RootElement.GetProperty("kind").GetString());
        Assert.Equal(article.Text, json.RootElement.GetProperty("text").GetString());
        Assert.False(json.RootElement.TryGetProperty("utf8Text", out _));
        Assert.False(json.RootElement.TryGetProperty("markdown", out _));
        Assert.False(json.RootElement.TryGetProperty("source", out _));
    }

    [Fact]
    public async Task Strings_buffers_and_streams_get_the_same_object()
    {
        Article article = Page.Read(
            "<article><p>One paragraph that is long enough to be the text of a page, in so many words.</p></article>");
        string wanted = article.ToJson("a.html");
        Assert.StartsWith("{\"source\":\"a.html\",", wanted, StringComparison.Ordinal);
        System.Buffers.ArrayBufferWriter<byte> buffer = new();
        article.WriteJson(buffer, "a.html");
        using MemoryStream stream = new(), later = new();
        article.WriteJson(stream, "a.html");
        await article.WriteJsonAsync(later, "a.html", TestContext.Current.CancellationToken);
        Assert.Equal(
            (wanted, wanted, wanted),
            (Encoding.UTF8.GetString(buffer.WrittenSpan), Encoding.UTF8.GetString(stream.ToArray()),
                Encoding.UTF8.GetString(later.ToArray())));
    }

    [Theory]
    [InlineData(ArticleFormats.Text, false, false)]
    [InlineData(ArticleFormats.Markdown, true, false)]
    [InlineData(ArticleFormats.Markdown | ArticleFormats.Html, true, true)]
    public void The_object_carries_the_formats_that_the_options_name(ArticleFormats formats, bool markdown, bool html)
    {
        Article article = Page.Read(File.ReadAllBytes(Repository.Sample("harbour-talks.html")), new() { Formats = formats });
        using JsonDocument json = JsonDocument.Parse(article.ToJson());
        Assert.Equal(
            markdown ? article.Markdown : null, json.RootElement.TryGetProperty("markdown", out JsonElement m) ? m.GetString() : null);
        Assert.Equal(html ? article.Html : null, json.RootElement.TryGetProperty("html", out JsonElement h) ? h.GetString() : null);
    }

    [Fact]
    public void An_article_cannot_be_read_from_json() =>
        Assert.Contains(
            "reading a page", Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Article>("{}")).Message,
            StringComparison.Ordinal);

    /// <summary>The same JSON whichever characters its writer escapes.</summary>
    private static string Relaxed(string json) => JsonNode.Parse(json)!.ToJsonString();
}

[JsonSerializable(typeof(Article))]
internal sealed partial class ArticleJsonContext : JsonSerializerContext;
