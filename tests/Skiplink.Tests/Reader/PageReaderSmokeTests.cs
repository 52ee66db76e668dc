using CsCheck;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Smoke tests: whatever a page is, reading it ends and gives an article. What stands in the article is not looked at.</summary>
public sealed class PageReaderSmokeTests
{
    [Fact]
    public void Smoke_any_bytes()
    {
        PageReader reader = new();
        Gen.Byte.Array[0, 600].Sample(bytes => reader.Read(bytes).Confidence is >= 0 and <= 1, threads: 1);
        Gen.Byte.Array[0, 600].Sample(bytes => reader.ReadSavedText(bytes).Confidence is >= 0 and <= 1, threads: 1);
    }

    [Fact]
    public void Smoke_a_deep_page() => Read(Repeat(20_000, static _ => "<div><p>a few words stand here</p>"));

    [Fact]
    public void Smoke_a_broad_page() => Read("<ul>" + Repeat(50_000, static i => $"<li><a href=/{i}>Item {i}</a>"));

    [Fact]
    public void Smoke_two_hundred_thousand_blocks() =>
        Read(Repeat(200_000, static i => $"<div class=c{i % 7}><p>Item {i} is described in a few words</p></div>"));

    [Theory]
    [InlineData("<p>One block alone stands on this page, and nobody has written anything before it or behind it, not even a menu.</p>")]
    [InlineData("<noscript><p>This page needs scripts, but here is what it would have said about the weather today.</p></noscript>")]
    [InlineData("<div><a href=/1>One</a> <a href=/2>Two</a> <a href=/3>Three</a></div>")]
    public void Smoke_odd_pages(string html) => Read(html);

    private static void Read(string html) => Assert.InRange(Page.Read(html).Confidence, 0, 1);

    private static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));
}
