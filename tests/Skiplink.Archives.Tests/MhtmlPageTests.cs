using System.Text;
using Skiplink.Archives.Mhtml;
using Xunit;

namespace Skiplink.Archives.Tests;

public sealed class MhtmlPageTests
{
    private const string Head =
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/page?x=1\r\nSubject: =?utf-8?Q?x?=\r\n"
            + "Date: Mon, 6 May 2024 09:08:07 +0200\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Boundary--x\"\r\n\r\n";

    [Fact]
    public void A_page_that_a_browser_saved_is_decoded()
    {
        string file = Head
            + "------Boundary--x\r\nContent-Type: text/html\r\nContent-ID: <f@mhtml>\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/page\r\n\r\n"
            + "<p class=3D\"x\">caf=C3=A9 a long li=\r\nne</p>\r\n"
            + "------Boundary--x\r\nContent-Type: text/css\r\nContent-Location: https://a.example/s.css\r\n\r\np { color: red }\r\n"
            + "------Boundary--x--\r\n";
        MhtmlPage page = MhtmlPage.Parse(Encoding.UTF8.GetBytes(file))!;
        Assert.Equal("<p class=\"x\">café a long line</p>", Encoding.UTF8.GetString(page.Body.Span));
        Assert.Equal(("https://a.example/page?x=1", "2024-05-06T07:08:07Z", "text/html"), (page.Url, page.Date, page.ContentType));
    }

    [Fact]
    public void The_part_that_is_named_as_the_start_is_the_page()
    {
        string file = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; start=\"<2@x>\"\n\n"
            + "--b\nContent-Type: text/html\nContent-ID: <1@x>\n\n<p>frame\n"
            + "--b\nContent-Type: multipart/alternative; boundary=c\nContent-ID: <3@x>\n\n--c\nContent-Type: text/plain\n\nplain\n--c--\n"
            + "--b\nContent-Type: text/html; charset=koi8-r\nContent-ID: <2@x>\nContent-Transfer-Encoding: base64\n"
            + "Content-Location: http://b.example/\n\n"
            + Convert.ToBase64String("<p>page"u8) + "\n";
        MhtmlPage page = MhtmlPage.Parse(Encoding.UTF8.GetBytes(file))!;
        Assert.Equal(("<p>page", "koi8-r", "http://b.example/"), (Encoding.UTF8.GetString(page.Body.Span), page.Charset, page.Url));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Type: multipart/related; boundary=b\n\nnothing")]
    [InlineData("Content-Type: multipart/related\n\n--b\nContent-Type: text/html\n\n<p>")]
    [InlineData("Subject: mail\n\ntext")]
    public void A_file_without_a_page_has_none(string file) => Assert.Null(MhtmlPage.Parse(Encoding.UTF8.GetBytes(file)));

    [Fact]
    public void Parts_within_parts_end_somewhere()
    {
        StringBuilder file = new();
        for (int i = 0; i < 50; i++)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        Assert.Null(MhtmlPage.Parse(Encoding.UTF8.GetBytes(file.ToString())));
    }
}
