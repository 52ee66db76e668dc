using System.IO.Compression;
using System.Text;
using Skiplink.Archives.Http;
using Xunit;

namespace Skiplink.Archives.Tests;

public sealed class HttpPayloadTests
{
    private static readonly string Page = "<html><p>" + string.Concat(Enumerable.Range(0, 500).Select(static i => $"word{i} "));

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate, gzip")]
    public void Content_codings_are_undone(string coding)
    {
        byte[] body = Encoding.UTF8.GetBytes(Page);
        foreach (string step in coding.Split(", "))
            body = Pack(step, body);
        string header = $"Content-Encoding: {coding.Replace("raw ", "", StringComparison.Ordinal)}";
        DecodedBody decoded = Decode(body, header);
        Assert.Equal((Page, false), (Encoding.UTF8.GetString(decoded.Bytes.Span), decoded.IsCutShort));
        DecodedBody chunked = Decode(Chunked(body), $"Transfer-Encoding: chunked\r\n{header}");
        Assert.Equal(Page, Encoding.UTF8.GetString(chunked.Bytes.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("chunked")]
    [InlineData("utf-8")]
    public void A_body_that_was_decoded_already_is_left_as_it_is(string coding)
    {
        string header = coding == "chunked" ? "Transfer-Encoding: chunked" : $"Content-Encoding: {coding}";
        Assert.Equal(Page, Encoding.UTF8.GetString(Decode(Encoding.UTF8.GetBytes(Page), header).Bytes.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public void A_coded_body_that_is_cut_short_gives_what_is_there(string coding)
    {
        string page = string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"<p>{i * 7919 % 10007} "));
        byte[] packed = Pack(coding, Encoding.UTF8.GetBytes(page));
        DecodedBody decoded = Decode(packed[..(packed.Length / 2)], $"Content-Encoding: {coding}");
        Assert.True(decoded.Bytes.Length > 1000);
        Assert.StartsWith(Encoding.UTF8.GetString(decoded.Bytes.Span), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Chunks_that_are_cut_or_whose_size_is_wrong_lose_nothing()
    {
        DecodedBody cut = Decode("5;x=y\r\nabcde\r\nA\r\nfghi"u8.ToArray(), "Transfer-Encoding: chunked");
        Assert.Equal(("abcdefghi", true), (Encoding.UTF8.GetString(cut.Bytes.Span), cut.IsCutShort));
        DecodedBody wrong = Decode("3\r\nabcxyz\r\n0\r\n\r\n"u8.ToArray(), "Transfer-Encoding: chunked");
        Assert.StartsWith("abc", Encoding.UTF8.GetString(wrong.Bytes.Span), StringComparison.Ordinal);
        Assert.Contains("xyz", Encoding.UTF8.GetString(wrong.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_grows_beyond_the_limit_is_refused()
    {
        byte[] packed = Pack("gzip", new byte[5 << 20]);
        InvalidDataException e = Assert.Throws<InvalidDataException>(
            () => HttpPayload.Parse(Warc.Http(packed, "Content-Encoding: gzip"))!.Decode(4 << 20));
        Assert.StartsWith("is larger than 4 MB", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type: Text/HTML; Charset=\"ISO-8859-2\"", "text/html", "ISO-8859-2")]
    [InlineData("content-type:text/plain", "text/plain", null)]
    [InlineData("Content-Type: text/html; charset=", "text/html", null)]
    [InlineData("X-Other: 1", null, null)]
    public void The_content_type_and_the_charset_are_read(string header, string? type, string? charset)
    {
        HttpPayload payload = HttpPayload.Parse(Warc.Http("x", header, 404))!;
        Assert.Equal((404, type, charset), (payload.Status, payload.ContentType, payload.Charset));
    }

    [Fact]
    public void What_is_no_response_is_none()
    {
        Assert.Null(HttpPayload.Parse("<html>"u8.ToArray()));
        Assert.Equal((0, 0), (HttpPayload.Parse("HTTP/1.1"u8.ToArray())!.Status, HttpPayload.Parse("HTTP/1.1"u8.ToArray())!.Body.Length));
    }

    private static DecodedBody Decode(byte[] body, string headers) => HttpPayload.Parse(Warc.Http(body, headers))!.Decode(1 << 22);

    private static byte[] Chunked(byte[] body) =>
        [.. body.Chunk(777).SelectMany(static c => (byte[])[.. Encoding.ASCII.GetBytes($"{c.Length:x}\r\n"), .. c, 13, 10]),
            .. "0\r\n\r\n"u8];

    private static byte[] Pack(string coding, byte[] body)
    {
        if (coding == "zstd")
            return Warc.Zstd(body);
        using MemoryStream packed = new();
        using (Stream stream = coding switch
        {
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
            "raw deflate" => new DeflateStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new GZipStream(packed, CompressionLevel.Optimal),
        })
            stream.Write(body);
        return packed.ToArray();
    }
}
