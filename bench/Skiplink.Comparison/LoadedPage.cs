using System.IO.Compression;

namespace Skiplink.Comparison;

/// <summary>A page in memory.</summary>
/// <param name="Path">The file it came from.</param>
/// <param name="Bytes">The page, unpacked.</param>
internal sealed record LoadedPage(string Path, byte[] Bytes)
{
    /// <summary>The file's name without its extensions.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>Every <c>.html</c> and <c>.html.gz</c> of a folder, in the order of their names.</summary>
    public static LoadedPage[] Folder(DirectoryInfo folder, int limit)
    {
        LoadedPage[] pages =
            [.. folder.EnumerateFiles()
            .Where(static f => f.Name.EndsWith(".html", StringComparison.Ordinal) || f.Name.EndsWith(".html.gz", StringComparison.Ordinal))
            .OrderBy(static f => f.Name, StringComparer.Ordinal).Take(limit).Select(Read)];
        return pages.Length > 0 ? pages : throw new FileNotFoundException($"{folder.FullName} has no .html and no .html.gz files.");
    }

    private static LoadedPage Read(FileInfo file)
    {
        using Stream raw = file.OpenRead();
        using Stream stream = file.Extension == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return new(file.FullName, bytes.ToArray());
    }
}
