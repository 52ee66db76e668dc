using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ZstdSharp;

namespace Skiplink.Archives.Tests;

/// <summary>Makes archives for tests.</summary>
internal static class Warc
{
    public static byte[] Record(
        string type, string url, byte[] block, string contentType = "application/http; "
            + "msgtype=response", long? length = null, int id = 0) =>
    [
        .. Encoding.UTF8.GetBytes(
            $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
            + $"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{id:x12}>\r\nContent-Type: {contentType}\r\n"
            + $"Content-Length: {length ?? block.Length}\r\n\r\n"),
        .. block, .. "\r\n\r\n"u8,
    ];

    public static byte[] Http(string body, string headers = "Content-Type: text/html; charset=utf-8", int status = 200) =>
        Http(Encoding.UTF8.GetBytes(body), headers, status);

    public static byte[] Http(byte[] body, string headers = "Content-Type: text/html; charset=utf-8", int status = 200) =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status} OK\r\n{headers}\r\n\r\n"), .. body];

    public static byte[] Response(string url, string body) => Record("response", url, Http(body));

    public static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Fastest))
            stream.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Zstd(byte[] bytes, byte[]? dictionary = null)
    {
        using Compressor compressor = new(3);
        if (dictionary is not null)
            compressor.LoadDictionary(dictionary);
        return compressor.Wrap(bytes).ToArray();
    }

    public static byte[] SkippableFrame(uint magic, byte[] content)
    {
        byte[] frame = new byte[8 + content.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, magic);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), content.Length);
        content.CopyTo(frame, 8);
        return frame;
    }

    public static List<ArchiveRecord> ReadAll(byte[] archive, ArchiveOptions? options = null)
    {
        using ArchiveReader reader = ArchiveReader.Open(new MemoryStream(archive), options);
        List<ArchiveRecord> records = [];
        while (reader.Read() is { } record)
        {
            records.Add(record);
            if (records.Count > 10_000)
                throw new InvalidOperationException("The reader does not come to an end.");
        }
        return records;
    }

    public static string Text(ArchiveRecord record) => Encoding.UTF8.GetString(record.Block.Span);
}
