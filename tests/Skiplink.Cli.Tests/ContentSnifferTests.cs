using System.Text;
using Skiplink.Fetching.Sniffing;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class ContentSnifferTests
{
    [Fact]
    public void What_must_be_unpacked_to_be_a_page_is_told_by_its_bytes()
    {
        Assert.Equal(ContentKind.Zstd, ContentSniffer.Sniff([0x28, 0xB5, 0x2F, 0xFD, 1]).Kind);
        Assert.Equal(ContentKind.Gzip, ContentSniffer.Sniff([0x1F, 0x8B, 8, 0]).Kind);
        const string Mhtml = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n"
            + "<html>";
        Assert.Equal(ContentKind.Mhtml, ContentSniffer.Sniff(System.Text.Encoding.ASCII.GetBytes(Mhtml)).Kind);
    }

    public static TheoryData<string, byte[]> NoPages => new()
    {
        { "PNG image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
        { "JPEG image", [0xFF, 0xD8, 0xFF, 0xE0, 1] },
        { "GIF image", "GIF89a\u0001"u8.ToArray() },
        { "WebP image", "RIFF\u0001\u0001\u0001\0WEBPVP8 "u8.ToArray() },
        { "MPEG-4, AVIF or HEIF file", "\0\0\0\u0020ftypavif"u8.ToArray() },
        { "SVG image", "<?xml version='1.0'?><!-- made --><svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "PDF document", "%PDF-1.7\n"u8.ToArray() },
        { "zip archive", [0x50, 0x4B, 3, 4, 20] },
        { "tar archive", [.. new byte[257], .. "ustar\0"u8, .. new byte[100]] },
        { "WARC archive", "WARC/1.1\r\nWARC-Type: warcinfo\r\n"u8.ToArray() },
        { "ARC archive", "filedesc://x.arc 0.0.0.0"u8.ToArray() },
        { "e-mail message", "Received: x\nMime-Version: 1.0\nContent-Type: text/plain\n\nHello"u8.ToArray() },
        { "RSS feed", "<?xml version='1.0'?>\n<rss version='2.0'>"u8.ToArray() },
        { "RSS feed", "<rdf:RDF xmlns='http://purl.org/rss/1.0/'>"u8.ToArray() },
        { "Atom feed", "\uFEFF<!-- c -->\n<feed xmlns='http://www.w3.org/2005/Atom'>"u8.ToArray() },
        { "RSS feed", Encoding.Unicode.GetBytes("\uFEFF<?xml version='1.0' encoding='utf-16'?><rss version='2.0'>") },
        { "sitemap", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"u8.ToArray() },
        { "JSON file", "[ {\"a\": 1} ]"u8.ToArray() },
        { "program", [0x7F, 0x45, 0x4C, 0x46, 2] },
        { "text in UTF-32", new UTF32Encoding(false, true).GetPreamble().Concat(Encoding.UTF32.GetBytes(TestPage.Html)).ToArray() },
        { "text in UTF-32", Encoding.UTF32.GetBytes(TestPage.Html) },
        { "text in UTF-32", new UTF32Encoding(true, false).GetBytes(TestPage.Html) },
        { "binary file", TestPage.Random(5000) },
        { "binary file", TestPage.Random(200) },
    };

    [Theory]
    [MemberData(nameof(NoPages))]
    public void What_is_no_page_is_told_by_its_bytes(string noun, byte[] bytes)
    {
        SniffedContent content = ContentSniffer.Sniff(bytes);
        Assert.Equal((ContentKind.Other, noun), (content.Kind, content.Noun));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>")]
    [InlineData("\uFEFF  <!-- saved -->\r\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html xmlns='http://www.w3.org/1999/xhtml'>")]
    [InlineData("<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>")]
    [InlineData("<p>A fragment.</p>")]
    [InlineData("<HTML><BODY>old</BODY>")]
    public void A_page_is_told_by_how_it_begins(string text) => Assert.Equal(ContentKind.Html, Kind(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("GIF8 is how images of that kind begin, OTTO and PAR1 are words, and so is BM.")]
    [InlineData("OTTO von Guericke showed it in 1654.")]
    [InlineData("RIFF raff, said the mayor.")]
    [InlineData("ID3 tags were added later by somebody else.")]
    [InlineData("BMW builds cars.")]
    [InlineData("From: the editor. To: the reader. Subject: none.")]
    [InlineData("{in braces} and [in brackets]")]
    [InlineData("<- an arrow, 1 < 2")]
    [InlineData("日本語の文章です。")]
    public void Text_that_begins_almost_like_something_else_is_text(string text) =>
        Assert.Equal(ContentKind.Text, Kind(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("utf-16", false, "UTF-16LE")]
    [InlineData("utf-16BE", false, "UTF-16BE")]
    [InlineData("utf-16", true, "UTF-16LE")]
    [InlineData("utf-16BE", true, "UTF-16BE")]
    public void UTF_16_is_told_with_and_without_its_mark(string name, bool hasMark, string expected)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        SniffedContent page = ContentSniffer.Sniff([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(TestPage.Html)]);
        Assert.Equal((ContentKind.Html, expected), (page.Kind, page.Encoding));
        SniffedContent text = ContentSniffer.Sniff([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(TestPage.Text)]);
        Assert.Equal((ContentKind.Text, expected), (text.Kind, text.Encoding));
        string japanese = $"<html lang=ja><title>東京</title><p class=lead>{string.Concat(Enumerable.Repeat("日本語の文章です。", 20))}</p></html>";
        Assert.Equal(expected, ContentSniffer.Sniff([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(japanese)]).Encoding);
    }

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("iso-2022-jp")]
    [InlineData("gb18030")]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    public void Text_in_an_old_encoding_is_text(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = Encoding.GetEncoding(name);
        string text = name is "windows-1251" or "koi8-r" ? "Корабли ушли в море." : "船は港を出た。";
        Assert.Equal(ContentKind.Text, Kind(encoding.GetBytes(string.Concat(Enumerable.Repeat(text, 40)))));
    }

    [Fact]
    public void A_page_with_a_few_strays_is_a_page()
    {
        Assert.Equal(ContentKind.Html, Kind([.. TestPage.Bytes, 0, 1, 0x0B, 0x1A, .. TestPage.Bytes]));
        byte[] worse = [.. TestPage.Bytes];
        for (int i = 60; i < worse.Length; i += 20)
            worse[i] = 0;
        Assert.Equal(ContentKind.Html, Kind(worse));
    }

    [Fact]
    public void Gzip_is_to_be_unpacked_and_white_space_is_nothing()
    {
        Assert.Equal(ContentKind.Gzip, Kind(TestPage.Gzip(TestPage.Bytes)));
        Assert.Equal(ContentKind.Empty, Kind([]));
        Assert.Equal(ContentKind.Empty, Kind(" \r\n\t"u8));
    }

    [Theory]
    [InlineData("See <a href='x'>the page</a> and <b>more</b>.", ContentKind.Tagged)]
    [InlineData("document.write('<div>')", ContentKind.Tagged)]
    [InlineData("<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'/>", ContentKind.Xml)]
    internal void Tags_within_text_and_other_XML_are_told_apart_from_pages(string text, ContentKind kind) =>
        Assert.Equal(kind, Kind(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Any_bytes_have_a_kind_and_a_name()
    {
        Random random = new(7);
        byte[][] starts = [.. NoPages.Select(static row => row.Data.Item2), TestPage.Bytes, "<?xml "u8.ToArray(), "<!doctype"u8.ToArray()];
        for (int i = 0; i < 20_000; i++)
        {
            byte[] start = starts[random.Next(starts.Length)], rest = new byte[random.Next(40)];
            random.NextBytes(rest);
            SniffedContent content = ContentSniffer.Sniff([.. start.AsSpan(0, random.Next(start.Length + 1)), .. rest]);
            Assert.Contains(' ', content.Name);
        }
    }

    private static ContentKind Kind(ReadOnlySpan<byte> bytes) => ContentSniffer.Sniff(bytes).Kind;
}
