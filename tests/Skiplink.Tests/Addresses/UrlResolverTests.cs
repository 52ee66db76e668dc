using Skiplink.Addresses;
using Skiplink.PageModel;
using Xunit;

namespace Skiplink.Tests;

/// <summary>Addresses made absolute, and that the quick way and <see cref="Uri"/> agree.</summary>
public sealed class UrlResolverTests
{
    private static readonly string[] Bases =
    [
        "https://mills.example", "https://mills.example/", "http://mills.example/valley", "https://mills.example/valley/",
            "https://mills.example/valley/wheel.html", "https://www.mills.example/a/b?page=2&x=/y/z",
        "https://mills.example/a#part", "https://mills.example?q=1", "HTTPS://Mills.Example/A/B", "https://mills.example:443/a/b",
            "https://mills.example:8080/a/b", "https://mills.example/a/../b/c",
        "https://mills.example/a/./b", "https://mills.example/%7Emill/a%20b/", "https://mills.example/mühle/a", "https://mühle.example/a/",
            "https://user@mills.example/a", "https://127.0.0.1/a/", "https://10.1/a/",
        "https://mills.example./a", "https://mills..example/a", "https://-mills.example/a", "https://mills.example/a b/c",
            "https://mills.example/a\\b/c", "https://mills.example/~mill/a_b", "https://mills.example//a//b",
        "https://mills.example/a/..", "https://mills.example/.hidden/a", "https://mills.example/a./b", "https://xn--mhle-0ra.example/a",
            "https://m/a/b", "ftp://mills.example/a", "mailto:a@mills.example", "/a/b", "",
    ];

    private static readonly string[] Addresses =
        ["wheel", "wheel.html?x=1", "/wheel", "//other.example/wheel", "?page=3", "#top", "../wheel", "./wheel", "a b", "wheel/..",
        "mühle", "a:b", "", "https://other.example/x"];

    [Fact]
    public void What_the_quick_way_gives_is_what_the_base_class_library_gives()
    {
        PageHead page = TestPage.Of("<p>a").Head;
        foreach (string named in Bases)
        {
            Uri? uri = Uri.TryCreate(named, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "http" or "https" ? parsed : null;
            UrlResolver quick = new(), known = new();
            quick.Begin(page, null, named);
            known.Begin(page, uri, null);
            foreach (string address in Addresses)
                Assert.Equal((named, known.Resolve(address, AddressUse.Link)), (named, quick.Resolve(address, AddressUse.Link)));
        }
    }

    [Theory]
    [InlineData("https://mills.example/a/b?q=1", "<p>a", "#top", "https://mills.example/a/b?q=1#top")]
    [InlineData("https://mills.example/a/b", "<base href=/other/>", "wheel", "https://mills.example/other/wheel")]
    [InlineData("https://mills.example/a/b", "<base href=https://other.example/c/>", "wheel", "https://other.example/c/wheel")]
    [InlineData(null, "<base href=https://other.example/c/>", "/wheel", "https://other.example/wheel")]
    [InlineData(null, "<base href=/c/>", "wheel", "wheel")]
    [InlineData("nonsense", "<p>a", " wheel ", "wheel")]
    public void An_address_is_resolved_against_the_base_element_and_what_the_page_names(
        string? named, string html, string address, string expected)
    {
        UrlResolver urls = new();
        urls.Begin(TestPage.Of(html).Head, null, named);
        Assert.Equal(expected, urls.Resolve(address, AddressUse.Link));
    }

    [Fact]
    public void A_resolver_that_is_used_again_knows_nothing_of_the_page_before()
    {
        UrlResolver urls = new();
        urls.Begin(TestPage.Of("<p>a").Head, null, "https://mills.example/a/b");
        Assert.Equal("https://mills.example/a/wheel", urls.Resolve("wheel", AddressUse.Link));
        urls.Begin(TestPage.Of("<p>a").Head, null, null);
        Assert.Equal("wheel", urls.Resolve("wheel", AddressUse.Link));
    }
}
