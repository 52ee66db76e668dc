using System.Diagnostics;
using System.Text;
using Skiplink.Metadata;
using Skiplink.PageModel;
using Skiplink.Selection;
using Xunit;

namespace Skiplink.Tests;

public sealed class MetadataRobustnessTests
{
    [Fact]
    public void A_title_of_a_megabyte_is_cut()
    {
        string title = string.Concat(Enumerable.Repeat("harbour 😀 ", 100_000));
        PageMetadata metadata = MetadataPage.Read($"<title>{title}</title><h1>{title}</h1><meta property=og:title content='{title}'><meta name=author content='{title}'><meta name=description content='{title}'>{MetadataPage.Text}");
        Assert.InRange(metadata.Title!.Value.Length, 1, 20_000);
        Assert.DoesNotContain(metadata.Title.Value, char.IsSurrogate(metadata.Title.Value[^1]) && !char.IsLowSurrogate(metadata.Title.Value[^1]) ? metadata.Title.Value : "\0", StringComparison.Ordinal);
    }

    [Fact]
    public void Nuls_and_half_surrogates_are_not_in_values()
    {
        PageMetadata metadata = MetadataPage.Read("<title>A\0 bridge</title><meta name=author content='Ines\0Carraway &#xD800;'><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"A \\uDFFF bridge \\u0000\",\"author\":\"\\uD83D\"}</script>" + MetadataPage.Text);
        Assert.DoesNotContain('\0', metadata.Title!.Value);
        _ = new UTF8Encoding(false, true).GetBytes(metadata.Title.Value + MetadataPage.Authors(metadata));
    }

    [Fact]
    public void Contradictory_dates_give_one()
    {
        PageMetadata metadata = MetadataPage.Read("""
            <meta property="article:published_time" content="2024-05-06T00:00:00Z"><meta property="article:modified_time" content="2019-01-01T00:00:00Z"><meta name=date content="1999-12-31"><meta name=pubdate content="0000-00-00">
            <script type="application/ld+json">{"@type":"Article","datePublished":["9999-12-31","2024-05-06"],"dateModified":"tomorrow"}</script><time datetime="2031-02-30">soon</time>
            """ + MetadataPage.Text);
        Assert.Equal("2024-05-06T00:00:00Z", metadata.Published?.Value);
        Assert.Equal("2019-01-01T00:00:00Z", metadata.Modified?.Value);
    }

    [Fact]
    public void Json_ld_may_be_nested_or_long_beyond_reason()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"@type\":\"Article\",\"a\":", 100_000));
        string many = "[" + string.Join(',', Enumerable.Repeat("{\"@type\":\"Article\",\"headline\":\"x\",\"author\":{\"name\":\"Ines Carraway\"}}", 50_000)) + "]";
        foreach (string json in (string[])[deep, many, new string('[', 1_000_000), new string('"', 1_000_000), string.Concat(Enumerable.Repeat("\" ", 500_000)), string.Concat(Enumerable.Repeat("},", 500_000))])
            Assert.Equal("A bridge", MetadataPage.Read($"<script type='application/ld+json'>{json}</script><title>A bridge</title><h1>A bridge</h1>").Title?.Value);
    }

    [Theory]
    [InlineData("<span itemprop=author>")]
    [InlineData("<div itemscope><span itemprop=datePublished>")]
    [InlineData("<time datetime=2024-05-06>")]
    [InlineData("<a rel=author href=/author/x>")]
    [InlineData("<meta property=article:tag content=x>")]
    [InlineData("<h1>")]
    [InlineData("By ")]
    [InlineData("12 May ")]
    public void The_time_is_linear(string piece)
    {
        TimeSpan small = Time(piece, 6_000), large = Time(piece, 96_000);
        // Sixteen times the page: on a busy machine it may take much more than sixteen times as long, but not sixteen squared.
        Assert.True(large < (small * 64) + TimeSpan.FromSeconds(4), $"{piece}: {small.TotalMilliseconds} ms, then {large.TotalMilliseconds} ms");
    }

    private static TimeSpan Time(string piece, int count)
    {
        PageDocument page = TestPage.Of("<!doctype html>" + string.Concat(Enumerable.Repeat(piece, count)) + MetadataPage.Text);
        SelectionResult selection = TestPage.Draft(page, static _ => true).Freeze();
        MetadataReader reader = new();
        reader.Read(page, selection, -1, PageKind.Article, null);
        long start = Stopwatch.GetTimestamp();
        reader.Read(page, selection, 0, PageKind.Article, null);
        return Stopwatch.GetElapsedTime(start);
    }
}
