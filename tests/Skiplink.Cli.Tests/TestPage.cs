using System.IO.Compression;
using System.Text;

namespace Skiplink.Cli.Tests;

/// <summary>A small page with a main text, and ways to pack it.</summary>
internal static class TestPage
{
    /// <summary>How its text begins.</summary>
    public const string Start = "The harbour office said on Friday";

    private const string Paragraph =
        $"{Start} that the ferries would be replaced, and that new charging stations would be built in nine ports by the spring.";

    /// <summary>Its text twice, as somebody may have saved it.</summary>
    public const string Text = $"{Paragraph}\n\n{Paragraph} So it is.\n";

    public const string Html = $"""
        <!doctype html><html><head><title>Ferries</title></head><body><article><h1>Ferries to be replaced</h1>
        <p>{Paragraph}</p><p>{Paragraph} So it is.</p></article></body></html>
        """;

    public static byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Html);

    /// <summary>The page, made so large by what does not pack that a tenth of it, packed, holds none of its end.</summary>
    public static byte[] Large { get; } = [.. Bytes, .. "<!--"u8, .. Noise(40_000), .. "-->"u8];

    public static byte[] Gzip(byte[] bytes) => Pack(bytes, static s => new GZipStream(s, CompressionLevel.Fastest));

    public static byte[] Zlib(byte[] bytes) => Pack(bytes, static s => new ZLibStream(s, CompressionLevel.Fastest));

    public static byte[] Deflate(byte[] bytes) => Pack(bytes, static s => new DeflateStream(s, CompressionLevel.Fastest));

    public static byte[] Brotli(byte[] bytes) => Pack(bytes, static s => new BrotliStream(s, CompressionLevel.Fastest));

    public static byte[] Zstd(byte[] bytes)
    {
        using ZstdSharp.Compressor compressor = new(3);
        return compressor.Wrap(bytes).ToArray();
    }

    /// <summary>Bytes that are the same each time and look like chance.</summary>
    public static byte[] Random(int count)
    {
        byte[] bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Noise(int count) => Encoding.ASCII.GetBytes(Convert.ToHexString(Random(count)));

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> pack)
    {
        using MemoryStream packed = new();
        using (Stream stream = pack(packed))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
