using System.Text;
using Xunit;

namespace Skiplink.Archives.Tests;

public sealed class ArchiveReaderTests
{
    private static readonly byte[][] Records =
        [.. Enumerable.Range(0, 7).Select(static i => Warc.Response($"http://a.example/{i}", new string((char)('a' + i), 20_000 * (i
            + 1))))];

    public static TheoryData<string> Forms => ["plain", "gzip of each", "gzip of all", "gzip in pieces", "zstd of each", "zstd of all",
        "zstd with dictionary", "zstd with packed dictionary"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_of_an_archive_gives_the_same_records(string form)
    {
        byte[] archive = Form(form, Records);
        List<ArchiveRecord> records = Warc.ReadAll(archive);
        Assert.Equal(Enumerable.Range(0, 7).Select(static i => $"http://a.example/{i}"), records.Select(static r => r.Url));
        Assert.All(records, static r => Assert.Null(r.Error));
        Assert.Equal(Records.Select(static r => r.Length), records.Select(static r => r.Block.Length + HeaderLength(r)));
        bool isAddressable = form is not ("gzip of all" or "gzip in pieces" or "zstd of all");
        Assert.All(records, r => Assert.Equal(isAddressable, r.IsAddressable));
        long first = form.Contains("dictionary", StringComparison.Ordinal) ? records[0].Offset : 0;
        Assert.Equal(isAddressable ? archive.Length - first : Records.Sum(static r => r.Length), records.Sum(static r => r.Length));
        for (int i = 1; i < records.Count; i++)
            Assert.Equal(records[i - 1].Offset + records[i - 1].Length, records[i].Offset);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("gzip of each")]
    [InlineData("zstd of each")]
    [InlineData("zstd with dictionary")]
    public void A_record_is_read_alone_by_its_offset(string form)
    {
        byte[] archive = Form(form, Records);
        List<ArchiveRecord> records = Warc.ReadAll(archive);
        using ArchiveReader reader = ArchiveReader.Open(new MemoryStream(archive));
        foreach (int i in (int[])[5, 0, 3, 6, 1])
        {
            reader.Seek(records[i].Offset);
            ArchiveRecord again = reader.Read()!;
            Assert.Equal((records[i].Url, records[i].Offset, records[i].Length), (again.Url, again.Offset, again.Length));
            Assert.True(again.Block.Span.SequenceEqual(records[i].Block.Span));
        }
        // The bytes from the offset on, so many as the length, are the record.
        if (form == "gzip of each")
            Assert.Equal("http://a.example/4", Assert.Single(Warc.ReadAll(archive.AsSpan((int)records[4].Offset,
                (int)records[4].Length).ToArray())).Url);
    }

    [Fact]
    public void Fields_are_read_in_any_case_without_brackets_and_over_several_lines()
    {
        byte[] archive = Encoding.UTF8.GetBytes(
            "WARC/1.1\r\nwarc-type: Resource\r\nWARC-Target-URI: <http://a.example/x y>\r\nWARC-Date: 2024-05-06T07:08:09.123Z\r\n"
            + "WARC-Record-ID:<urn:uuid:1>\r\nContent-Type: text/html;\r\n charset=utf-8\r\nContent-Length: 4\r\n"
            + "WARC-Truncated: length\r\n\r\nabcd\r\n\r\n");
        ArchiveRecord record = Assert.Single(Warc.ReadAll(archive));
        Assert.Equal(
            ("resource", "http://a.example/x y", "2024-05-06T07:08:09.123Z", "urn:uuid:1", "text/html; charset=utf-8"),
            (record.Type, record.Url, record.Date, record.Id, record.ContentType));
        Assert.Equal(("abcd", true, false, 0L, archive.Length), (Warc.Text(record), record.IsTruncated, record.IsHttpResponse,
            record.Offset, record.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_length_that_is_too_small_takes_nothing_from_the_record_or_the_next(bool isPacked)
    {
        byte[][] records = [Warc.Record("response", "http://a.example/0", Warc.Http("<p>The whole page"), length: 20), Records[1]];
        List<ArchiveRecord> read = Warc.ReadAll(Form(isPacked ? "gzip of each" : "plain", records));
        Assert.Equal(["http://a.example/0", "http://a.example/1"], read.Select(static r => r.Url));
        Assert.StartsWith("is longer than its length", read[0].Error, StringComparison.Ordinal);
        Assert.EndsWith("<p>The whole page", Warc.Text(read[0]).TrimEnd(), StringComparison.Ordinal);
        Assert.Null(read[1].Error);
    }

    [Theory]
    [InlineData("plain", 400)]
    [InlineData("plain", 30_000)]
    [InlineData("plain", 900_000_000)]
    [InlineData("gzip of each", 400)]
    [InlineData("gzip of all", 400)]
    [InlineData("zstd of each", 50_000_000)]
    public void A_length_that_is_too_large_takes_nothing_from_the_next_record(string form, long length)
    {
        byte[][] records = [Warc.Record("response", "http://a.example/0", Warc.Http("<p>The whole page"), length: length), Records[1],
            Records[2]];
        List<ArchiveRecord> read = Warc.ReadAll(Form(form, records), new() { MaxBlockBytes = int.MaxValue });
        Assert.Equal(["http://a.example/0", "http://a.example/1", "http://a.example/2"], read.Select(static r => r.Url));
        Assert.NotNull(read[0].Error);
        Assert.EndsWith("<p>The whole page", Warc.Text(read[0]).TrimEnd(), StringComparison.Ordinal);
        Assert.Null(read[1].Error);
    }

    [Fact]
    public void A_record_without_a_length_ends_where_the_next_begins()
    {
        byte[] bare = Encoding.UTF8.GetBytes("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/x\r\n\r\nabcd\r\n\r\n");
        List<ArchiveRecord> read = Warc.ReadAll([.. bare, .. Records[0]]);
        Assert.Equal(["http://a.example/x", "http://a.example/0"], read.Select(static r => r.Url));
        Assert.Equal("does not say how long it is", read[0].Error);
        Assert.Equal("abcd", Warc.Text(read[0]).TrimEnd());
    }

    [Fact]
    public void Bytes_between_records_are_one_broken_record()
    {
        byte[] junk = Encoding.UTF8.GetBytes("no record at all\r\nWARC/1.0 is spoken of\r\n");
        List<ArchiveRecord> read = Warc.ReadAll([.. Records[0], .. junk, .. Records[1]]);
        Assert.Equal(["response", "broken", "response"], read.Select(static r => r.Type));
        Assert.Equal((Records[0].Length, junk.Length), (read[1].Offset, read[1].Length));
    }

    [Theory]
    [InlineData("gzip of each")]
    [InlineData("zstd of each")]
    public void A_damaged_member_loses_itself_alone(string form)
    {
        byte[][] packed = [.. Records.Select(r => Form(form, [r]))];
        packed[2].AsSpan(packed[2].Length / 2, 8).Fill(0x55);
        packed[4] = packed[4][..(packed[4].Length / 2)];
        List<ArchiveRecord> read = Warc.ReadAll([.. packed.SelectMany(static p => p)]);
        string?[] sound = [.. read.Where(static r => r.Error is null).Select(static r => r.Url)];
        Assert.Equal(["http://a.example/0", "http://a.example/1", "http://a.example/3", "http://a.example/5", "http://a.example/6"], sound);
        Assert.InRange(read.Count(static r => r.Error is not null), 2, 4);
    }

    [Fact]
    public void A_checksum_that_fails_is_told()
    {
        byte[] packed = Warc.Gzip(Records[0]);
        packed[^6] ^= 1;
        List<ArchiveRecord> read = Warc.ReadAll([.. packed, .. Warc.Gzip(Records[1])]);
        Assert.Equal("fails its checksum", read[0].Error);
        Assert.Equal("http://a.example/1", read[^1].Url);
    }

    [Fact]
    public void An_archive_that_is_cut_at_any_byte_is_read_as_far_as_it_goes()
    {
        byte[][] small = [.. Enumerable.Range(0, 3).Select(static i => Warc.Response($"http://a.example/{i}", $"<p>Page {i}"))];
        foreach (string form in Forms.Select(static f => f.Data))
        {
            byte[] archive = Form(form, small);
            for (int length = 0; length < archive.Length; length++)
            {
                List<ArchiveRecord> read;
                try
                {
                    read = Warc.ReadAll(archive[..length]);
                }
                catch (InvalidDataException)
                {
                    continue;
                }
                for (int i = 0; i < read.Count; i++)
                    Assert.True(read[i].Error is not null || read[i].Url == $"http://a.example/{i}", $"{form}, {length} bytes, record {i}");
            }
        }
    }

    [Fact]
    public void Damage_anywhere_ends_in_time_and_without_an_exception()
    {
        Random random = new(7);
        foreach (string form in Forms.Select(static f => f.Data))
        {
            byte[] sound = Form(form, Records[..3]);
            for (int i = 0; i < 60; i++)
            {
                byte[] archive = [.. sound];
                for (int hit = random.Next(1, 6); hit > 0; hit--)
                    archive[random.Next(archive.Length)] = (byte)random.Next(256);
                try
                {
                    Warc.ReadAll(archive);
                }
                catch (InvalidDataException)
                {
                    // Its first bytes were hit.
                }
            }
        }
    }

    [Fact]
    public void A_block_above_the_limit_is_skipped_and_the_next_record_is_read()
    {
        List<ArchiveRecord> read = Warc.ReadAll(Form("gzip of each", Records), new() { MaxBlockBytes = 1 << 16 });
        Assert.Equal(7, read.Count);
        Assert.Equal([false, false, false, true, true, true, true], read.Select(static r => r.Error is not null));
        Assert.All(read.Skip(3), static r => Assert.True(r.Block.IsEmpty));
    }

    [Fact]
    public void Arc_files_have_addresses_with_spaces_and_dates()
    {
        string body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Text";
        string archive =
            "filedesc://x.arc 0.0.0.0 20140216050221 text/plain 76\n1 0 Somebody\n"
                + "URL IP-address Archive-date Content-type Archive-length\n\n\n\n\n\n\n\n"
            + $"http://a.example/a b c 1.2.3.4 20140216050221 text/html {body.Length}\n{body}\n"
            + "dns:a.example 1.2.3.4 20140216050222 text/dns 3\nabc\n"
            + $"http://b.example/ 1.2.3.4 20140216050223 text/html 200 abcdef - 5 x.arc {body.Length}\n{body}\n";
        List<ArchiveRecord> read = Warc.ReadAll(Encoding.ASCII.GetBytes(archive));
        Assert.Equal(["filedesc", "response", "dns", "response"], read.Select(static r => r.Type));
        Assert.Equal(("http://a.example/a b c", "2014-02-16T05:02:21Z", body, true), (read[1].Url, read[1].Date, Warc.Text(read[1]),
            read[1].IsHttpResponse));
        Assert.Equal(("http://b.example/", body), (read[3].Url, Warc.Text(read[3])));
        Assert.All(read, static r => Assert.Null(r.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("WARC")]
    public void What_is_no_archive_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => ArchiveReader.Open(new MemoryStream(Encoding.ASCII.GetBytes(text))));

    private static int HeaderLength(ArchiveRecord record) => Records[record.Url![^1] - '0'].Length - record.Block.Length;

    private static byte[] Form(string form, byte[][] records)
    {
        byte[] dictionary = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ",
            20)));
        byte[] all = [.. records.SelectMany(static r => r)];
        return form switch
        {
            "plain" => all,
            "gzip of each" => [.. records.SelectMany(Warc.Gzip)],
            "gzip of all" => Warc.Gzip(all),
            "gzip in pieces" => [.. all.Chunk(10_007).SelectMany(Warc.Gzip)],
            "zstd of each" => [.. records.SelectMany(static r => Warc.Zstd(r))],
            "zstd of all" => Warc.Zstd(all),
            "zstd with dictionary" => [.. Warc.SkippableFrame(0x184D2A5D, dictionary), .. records.SelectMany(r => Warc.Zstd(r,
                dictionary))],
            "zstd with packed dictionary" =>
                [.. Warc.SkippableFrame(0x184D2A5D, Warc.Zstd(dictionary)), .. records.SelectMany(r => Warc.Zstd(r, dictionary))],
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }
}
