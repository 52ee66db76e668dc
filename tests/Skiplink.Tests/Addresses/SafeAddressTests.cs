using System.Text;
using Skiplink.Addresses;
using Skiplink.PageModel;
using Xunit;

namespace Skiplink.Tests.Safety;

/// <summary>Which addresses are written, and in which form.</summary>
public sealed class SafeAddressTests
{
    [Theory]
    [InlineData("java\u007Fscript:alert(1)", "./java%7Fscript:alert(1)")]
    [InlineData("java\uFFFEscript:alert(1)", "./java%EF%BF%BEscript:alert(1)")]
    [InlineData("\uFFFFjavascript:alert(1)", "./%EF%BF%BFjavascript:alert(1)")]
    [InlineData("\u00A0javascript:alert(1)", "./%C2%A0javascript:alert(1)")]
    [InlineData("\uFEFFjavascript:alert(1)", "./%EF%BB%BFjavascript:alert(1)")]
    [InlineData("\u2028javascript:alert(1)", "./%E2%80%A8javascript:alert(1)")]
    [InlineData("\u3000javascript:alert(1)", "./%E3%80%80javascript:alert(1)")]
    [InlineData("javascript&colon;alert(1)", "./javascript&colon;alert(1)")]
    [InlineData("a b|c`d\"e<f>g", "a b%7Cc%60d%22e%3Cf%3Eg")]
    [InlineData("\\\\host\\x?a\\b", "//host/x?a%5Cb")]
    [InlineData("https:\\\\host\\x", "https://host/x")]
    [InlineData(" \u0001 https://host/\u00FC\t\n ", "https://host/\u00FC")]
    [InlineData("https://host/a\u202Eb", "https://host/a%E2%80%AEb")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    [InlineData("TEL:+1", "TEL:+1")]
    [InlineData("page.html#x", "page.html#x")]
    public void A_link_is_written_as_a_browser_reads_it(string href, string expected) =>
        Assert.Equal(expected, Make(href, AddressUse.Link));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("java\r\nscript\n:alert(1)")]
    [InlineData("\u0001\u001F javascript:alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("data:image/png,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("blob:https://host/1")]
    [InlineData("about:blank")]
    [InlineData("view-source:https://host/")]
    [InlineData("ms-word:x")]
    [InlineData("a-scheme-of-more-than-thirty-two-letters-in-a-row:x")]
    [InlineData(" \n ")]
    public void No_link_is_made_of(string href) => Assert.Equal("", Make(href, AddressUse.Link));

    [Theory]
    [InlineData("data:image/png;base64,AAAA", true)]
    [InlineData("DATA:Image/JPEG,AAAA", true)]
    [InlineData("data:image/png;image/svg+xml,<svg>", true)]
    [InlineData("data:image/svg+xml,<svg>", false)]
    [InlineData("data:image/png+xml,<svg>", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("data:image/png", false)]
    [InlineData("data:,x", false)]
    [InlineData("mailto:a@b.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//host/a.png", true)]
    public void An_image_comes_over_the_web_or_is_a_raster_image(string source, bool isWritten) =>
        Assert.Equal(isWritten, Make(source, AddressUse.Image).Length > 0);

    [Theory]
    [InlineData("https://host/a.mp4", true)]
    [InlineData("a.mp4", true)]
    [InlineData("data:image/png;base64,AAAA", false)]
    [InlineData("mailto:a@b.example", false)]
    public void Media_come_over_the_web(string source, bool isWritten) =>
        Assert.Equal(isWritten, Make(source, AddressUse.Resource).Length > 0);

    [Theory]
    [InlineData("javascript:alert(1)//")]
    [InlineData("java&#9;script:alert(1)//")]
    [InlineData("data:text/html,")]
    [InlineData("file:///etc/")]
    [InlineData("vbscript:x")]
    [InlineData("mailto:a@b.example")]
    public void A_base_element_that_is_not_on_the_web_is_ignored(string address)
    {
        PageHead page = TestPage.Of($"<base href=\"{address}\"><p>a").Head;
        foreach ((Uri? url, string? named) in ((Uri?, string?)[])[(new Uri("https://host/a/b"), null), (null, "https://host/a/b")])
        {
            UrlResolver urls = new();
            urls.Begin(page, url, named);
            Assert.Equal("https://host/a/p", urls.Resolve("p", AddressUse.Link));
        }
        Assert.Equal("p", new UrlResolver(page, null).Resolve("p", AddressUse.Link));
    }

    [Theory]
    [InlineData("file:///srv/pages/page.html")]
    [InlineData("relative/page.html")]
    public void A_page_that_did_not_come_from_the_web_leaves_relative_links_relative(string url) =>
        Assert.Equal(
            "p", new UrlResolver(TestPage.Of("<p>a").Head, new Uri(url, UriKind.RelativeOrAbsolute)).Resolve("p", AddressUse.Link));

    [Theory]
    [InlineData("\\\\other\\x", "https://other/x")]
    [InlineData("\\x", "https://host/x")]
    [InlineData("..\\x", "https://host/x")]
    [InlineData("java\u007Fscript:alert(1)", "https://host/a/java%7Fscript:alert(1)")]
    [InlineData("\u00A0javascript:alert(1)", "https://host/a/%C2%A0javascript:alert(1)")]
    [InlineData("a b:c", "https://host/a/a%20b:c")]
    public void A_relative_address_stays_on_the_web(string href, string expected) =>
        Assert.Equal(expected, new UrlResolver(TestPage.Of("<p>a").Head, new Uri("https://host/a/b")).Resolve(href, AddressUse.Link));

    [Fact]
    public void Nothing_that_a_writer_could_drop_or_take_for_syntax_is_left_in_an_address()
    {
        for (int c = 0; c < 0x1_0000; c++)
        {
            if (char.IsSurrogate((char)c))
                continue;
            string address = Make($"https://host/a{(char)c}b", AddressUse.Link);
            Assert.DoesNotContain(
                address,
                static c =>
                c is < ' ' or >= '\u007F' and < '\u00A1' or '"' or '<' or '>' or '\\' or '`' or '|' or '\uFEFF' or '\uFFFE' or '\uFFFF'
                || (c != ' ' && char.IsWhiteSpace(c)));
        }
    }

    [Theory]
    [InlineData("https://e.example/x", "https://e.example/x")]
    [InlineData("CC BY 4.0", "CC BY 4.0")]
    [InlineData("MIT", "MIT")]
    [InlineData("/licence", "https://e.example/licence")]
    [InlineData("javascript:alert(1)", null)]
    public void A_licence_is_a_name_or_an_address_that_may_be_written(string licence, string? expected) =>
        Assert.Equal(
            expected,
            Page.Read(
                "<link rel=canonical href=https://e.example/a><meta "
                + $"name=dcterms.license content=\"{licence}\"><p>Text.").Metadata.License?.Value);

    [Theory]
    [InlineData("<meta property=og:image content=/a.jpg>", "https://e.example/a.jpg")]
    [InlineData("<meta property=og:image content=\"javascript:alert(1)\">", null)]
    [InlineData("<meta property=og:image content=\"data:image/svg+xml,x\"><link rel=image_src href=/b.jpg>", "https://e.example/b.jpg")]
    [InlineData("<meta property=og:image content=\"java&#127;script:alert(1)\">", null)]
    [InlineData("<script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
        + "\"headline\":\"Text\",\"image\":\"c.jpg\"}</script>", "https://e.example/c.jpg")]
    [InlineData("<script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
        + "\"headline\":\"Text\",\"image\":\"vbscript:x\"}</script>", null)]
    public void The_main_image_is_absolute_also_where_the_page_names_its_own_address(string head, string? expected)
    {
        Article article = Page.Read($"<link rel=canonical href=https://e.example/a>{head}<p>Text.");
        Assert.Equal(expected, article.Metadata.Image?.Value);
        Assert.DoesNotContain(
            "script:a", FrontMatter.Write(article, null, null).Replace("%20script:a", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void The_address_of_the_page_is_on_the_web(string address)
    {
        Article article = Page.Read($"<link rel=canonical href=\"{address}\"><meta property=og:url content=https://e.example/a><p>Text.");
        Assert.Equal("https://e.example/a", article.Metadata.Url?.Value);
        string json = Encoding.UTF8.GetString(ArticleJson.Write(article, "page", new Uri(address)));
        Assert.Contains("\"url\":\"https://e.example/a\"", json, StringComparison.Ordinal);
    }

    private static string Make(string address, AddressUse use) =>
        Encoding.UTF8.GetString(SafeAddress.Make(Encoding.UTF8.GetBytes(address), use, new()));
}
