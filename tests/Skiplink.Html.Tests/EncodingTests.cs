using System.Text;
using Xunit;

namespace Skiplink.Html.Tests;

public sealed class EncodingTests
{
    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_byte_order_mark_beats_what_the_transport_and_the_page_say()
    {
        byte[] page = [0xEF, 0xBB, 0xBF, .. "<meta charset=windows-1251><p>é"u8];
        HtmlDocument document = HtmlDocument.Parse(page, new() { TransportEncoding = "shift_jis" });
        Assert.Equal("UTF-8", document.EncodingName);
        Assert.Equal("é", document.Body.TextContent);
    }

    [Fact]
    public void The_transport_beats_the_page()
    {
        byte[] page = Encoding.GetEncoding(1251).GetBytes("<meta charset=utf-8><p>Привет");
        HtmlDocument document = HtmlDocument.Parse(page, new() { TransportEncoding = "windows-1251" });
        Assert.Equal("windows-1251", document.EncodingName);
        Assert.Equal("Привет", document.Body.TextContent);
    }

    [Theory]
    [InlineData("shift_jis", 932, "漢字かな")]
    [InlineData("euc-jp", 51932, "漢字かな")]
    [InlineData("gb18030", 54936, "汉字 €")]
    [InlineData("big5", 950, "漢字")]
    [InlineData("euc-kr", 949, "한국어")]
    [InlineData("koi8-r", 20866, "Привет")]
    [InlineData("iso-8859-2", 28592, "Łódź")]
    [InlineData("windows-1252", 1252, "“€”")]
    public void The_page_names_its_encoding(string label, int codePage, string text)
    {
        byte[] page = Encoding.GetEncoding(codePage).GetBytes($"<!doctype html><meta charset='{label}'><p>{text}</p>");
        Assert.Equal(text, HtmlDocument.Parse(page).Body.TextContent);
    }

    [Fact]
    public void Latin1_is_read_as_windows_1252()
    {
        HtmlDocument document = HtmlDocument.Parse(new byte[] { (byte)'<', (byte)'p', (byte)'>', 0x93, 0x94 },
            new() { TransportEncoding = "iso-8859-1" });
        Assert.Equal("windows-1252", document.EncodingName);
        Assert.Equal("“”", document.Body.TextContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Utf_16_with_a_mark_is_read(bool bigEndian)
    {
        UnicodeEncoding encoding = new(bigEndian, true);
        byte[] page = [.. encoding.GetPreamble(), .. encoding.GetBytes("<p>naïve 𝄞")];
        Assert.Equal("naïve 𝄞", HtmlDocument.Parse(page).Body.TextContent);
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_become_replacement_characters()
    {
        byte[] page = [.. "<meta charset=utf-8><p>a"u8, 0xC3, (byte)'b', 0xF0, 0x9F, (byte)'c'];
        Assert.Equal("a\uFFFDb\uFFFDc", HtmlDocument.Parse(page).Body.TextContent);
    }
}
