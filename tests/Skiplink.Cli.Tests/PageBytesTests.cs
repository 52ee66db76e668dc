using System.Text;
using Skiplink.Cli.Sources;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class PageBytesTests
{
    [Fact]
    public void A_page_is_unpacked_whatever_it_is_called_and_packed_twice_too()
    {
        Assert.Equal(TestPage.Bytes, Read(TestPage.Gzip(TestPage.Bytes)).Bytes);
        Assert.Equal(TestPage.Bytes, Read(TestPage.Gzip(TestPage.Gzip(TestPage.Bytes))).Bytes);
        Assert.Contains("packed by gzip", Failure(TestPage.Gzip(TestPage.Gzip(TestPage.Gzip(TestPage.Bytes)))));
        Assert.Contains("is a WARC archive", Failure(TestPage.Gzip("WARC/1.0\r\n"u8.ToArray())));
        Assert.Contains("is empty", Failure(TestPage.Gzip([])));
    }

    [Fact]
    public void Parts_that_were_packed_one_by_one_are_one_page_and_padding_is_nothing()
    {
        byte[] parts = [.. TestPage.Gzip(TestPage.Bytes[..50]), .. TestPage.Gzip(TestPage.Bytes[50..])];
        Assert.Equal(TestPage.Bytes, Read(parts).Bytes);
        Assert.Equal(TestPage.Bytes, Read([.. TestPage.Gzip(TestPage.Bytes), .. new byte[512]]).Bytes);
    }

    [Fact]
    public void A_packed_page_that_is_cut_anywhere_is_an_error()
    {
        byte[] packed = TestPage.Gzip(TestPage.Large);
        foreach (int length in (int[])[11, 100, 5000, packed.Length / 2, packed.Length - 9, packed.Length - 8, packed.Length - 1])
            Assert.Equal("page: is cut short: its gzip data ends in the middle.", Failure(packed[..length]));
    }

    [Fact]
    public void A_packed_page_that_is_damaged_is_an_error()
    {
        byte[] packed = TestPage.Gzip(TestPage.Large);
        packed[packed.Length / 2] ^= 0x55;
        Assert.Equal("page: is not sound gzip.", Failure(packed));
        byte[] checksum = TestPage.Gzip(TestPage.Large);
        checksum[^6] ^= 1;
        Assert.Equal("page: is not sound gzip.", Failure(checksum));
    }

    [Fact]
    public void Text_is_saved_text_by_name_or_by_having_no_tags()
    {
        Assert.True(Read(Encoding.UTF8.GetBytes(TestPage.Text)).IsSavedText);
        Assert.False(Read(TestPage.Bytes).IsSavedText);
        Assert.False(Read("One <b>word</b>, <a href=x>two</a>."u8.ToArray()).IsSavedText);
        Assert.True(Read("One <b>word</b>, <a href=x>two</a>."u8.ToArray(), isSavedText: true).IsSavedText);
        Assert.False(Read("No tag."u8.ToArray(), isSavedText: false).IsSavedText);
        Assert.False(Read(TestPage.Bytes, isSavedText: true).IsSavedText);
    }

    [Fact]
    public void A_page_behind_much_white_space_is_read_and_white_space_alone_is_empty()
    {
        byte[] late = [.. Encoding.ASCII.GetBytes(new string(' ', 40_000)), .. TestPage.Bytes];
        Assert.Equal(late, Read(late).Bytes);
        Assert.Equal("page: is empty.", Failure(Encoding.ASCII.GetBytes(new string('\n', 40_000))));
    }

    [Fact]
    public void A_page_in_UTF_16_without_a_mark_is_decoded()
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            Assert.StartsWith(TestPage.Start, Read(encoding.GetBytes(TestPage.Html)).Read(new(), new()).Text, StringComparison.Ordinal);
            Assert.StartsWith(TestPage.Start, Read(encoding.GetBytes(TestPage.Text)).Read(new(), new()).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_too_large_when_unpacked_is_refused()
    {
        byte[] spaces = new byte[3 << 20];
        spaces.AsSpan().Fill((byte)' ');
        byte[] bomb = TestPage.Gzip([.. TestPage.Bytes, .. spaces]);
        Assert.Equal(
            "page: is larger than 2 MB, the most that a page may have.",
            Assert.Throws<InputException>(() => PageBytes.Read(new MemoryStream(bomb), "page", maxBytes: 2 << 20)).Message);
    }

    [Theory]
    [InlineData("https://e.example/x", "is an address, which skiplink read fetches and bulk does not.")]
    [InlineData("ftp://e.example/x", "is no address of http or https, and there is no such file.")]
    [InlineData("nowhere/x.html", "there is no such file.")]
    public void A_path_that_leads_to_no_file_says_why(string path, string message) =>
        Assert.Equal($"{path}: {message}", Assert.Throws<InputException>(() => FileSource.Read(path)).Message);

    private static PageInput Read(byte[] bytes, bool? isSavedText = null) => PageBytes.Read(new MemoryStream(bytes), "page", isSavedText);

    private static string Failure(byte[] bytes) => Assert.ThrowsAny<InputException>(() => Read(bytes)).Message;
}
