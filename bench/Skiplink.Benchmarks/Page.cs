using System.IO.Compression;

namespace Skiplink.Benchmarks;

/// <summary>A page in memory.</summary>
internal sealed record Page(string Name, byte[] Bytes)
{
    /// <summary>Every <c>.html</c> and <c>.html.gz</c> of a folder, in the order of their names.</summary>
    public static Page[] Folder(DirectoryInfo folder, int limit) =>
        [.. folder.EnumerateFiles()
            .Where(static f => f.Name.EndsWith(".html", StringComparison.Ordinal) || f.Name.EndsWith(".html.gz", StringComparison.Ordinal))
            .OrderBy(static f => f.Name, StringComparer.Ordinal).Take(limit).Select(Read)];

    private static Page Read(FileInfo file)
    {
        using Stream raw = file.OpenRead();
        using Stream stream = file.Extension == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return new(file.Name[..file.Name.IndexOf('.', StringComparison.Ordinal)], bytes.ToArray());
    }
}
