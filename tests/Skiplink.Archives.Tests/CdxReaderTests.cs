using Skiplink.Archives.Cdx;
using Xunit;

namespace Skiplink.Archives.Tests;

public sealed class CdxReaderTests
{
    [Fact]
    public void Both_forms_of_index_name_file_offset_and_length()
    {
        Assert.Equal(
            [new("a/b.warc.gz", 5, 7, "http://a.example/"), new("c.warc.gz", 9, 0, null)],
            Read("org,a)/ 20240101000000 "
                + "{\"url\": \"http://a.example/\", \"filename\": \"a/b.warc.gz\", \"offset\": \"5\", \"length\": \"7\"}\n"
                + "!OpenWayback-CDXJ 1.0\n\n{\"filename\": \"c.warc.gz\", \"offset\": 9}\n"));
        Assert.Equal(
            [new("x.warc.gz", 120, 33, "http://a.example/")],
            Read(" CDX N b a m s k r M S V g\norg,a)/ 20240101000000 http://a.example/ text/html 200 ABC - - 33 120 x.warc.gz\n"));
        Assert.Equal([new("x.arc", 12, 0, "http://b/")], Read(" CDX A b a v g\nkey 2024 http://b/ 12 x.arc\n"));
    }

    [Theory]
    [InlineData("some words")]
    [InlineData("{\"filename\": \"c.warc.gz\"}")]
    [InlineData("{\"filename\": ")]
    public void A_line_that_names_no_record_is_told_by_its_number(string line)
    {
        InvalidDataException e = Assert.Throws<InvalidDataException>(() => Read("{\"filename\": \"c.warc.gz\", \"offset\": 9}\n" + line));
        Assert.Equal("line 2 names no file and offset", e.Message);
    }

    private static List<CdxEntry> Read(string index)
    {
        CdxReader reader = new(new StringReader(index));
        List<CdxEntry> entries = [];
        while (reader.Read() is { } entry)
            entries.Add(entry);
        return entries;
    }
}
