using System.IO.Compression;
using System.Text;

namespace Skiplink.Cli;

/// <summary>The bytes of one page, what it is, and where it came from.</summary>
/// <param name="Bytes">The page.</param>
/// <param name="IsSavedText">Whether it is text that somebody saved; HTML otherwise.</param>
/// <param name="Url">The address it was fetched from, or null.</param>
/// <param name="TransportEncoding">The encoding that the transport named, or null.</param>
internal sealed record PageInput(byte[] Bytes, bool IsSavedText, Uri? Url = null, string? TransportEncoding = null)
{
    /// <summary>No page is larger: what is, is an archive or no page.</summary>
    public const int MostBytes = 256 << 20;

    private static readonly (string Name, byte[] Start)[] Binaries =
    [
        ("a PNG image", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG image", [0xFF, 0xD8, 0xFF]), ("a GIF image", "GIF8"u8.ToArray()), ("a PDF document", "%PDF-"u8.ToArray()),
        ("a ZIP archive", [0x50, 0x4B, 0x03, 0x04]), ("a WebP image or a RIFF file", "RIFF"u8.ToArray()), ("a program", [0x7F, 0x45, 0x4C, 0x46]), ("a zstd archive", [0x28, 0xB5, 0x2F, 0xFD]),
    ];

    /// <summary>Reads a file. A name that ends with .gz is unpacked.</summary>
    /// <exception cref="InputException">The file cannot be read, is too large, is empty or is no page.</exception>
    public static PageInput FromFile(string path)
    {
        if (path.Length == 0)
            throw new InputException("A file without a name cannot be read.");
        try
        {
            using FileStream file = File.OpenRead(path);
            bool isPacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            using Stream stream = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
            byte[] bytes = ReadAll(stream, path);
            string name = isPacked ? path[..^3] : path;
            return From(bytes, path, name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? true : IsHtmlName(name) ? false : null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(Directory.Exists(path) ? $"{path}: is a folder; use skiplink bulk." : $"{path}: there is no such file.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InputException(Directory.Exists(path) ? $"{path}: is a folder; use skiplink bulk." : $"{path}: may not be read.", e);
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{path}: is not sound gzip.", e);
        }
        catch (IOException e)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Takes bytes for a page.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="isSavedText">Whether it is saved text; null to look.</param>
    /// <exception cref="InputException">It is empty, or no page.</exception>
    public static PageInput From(byte[] bytes, string source, bool? isSavedText)
    {
        if (bytes.AsSpan().IndexOfAnyExcept(" \t\r\n\f"u8) < 0)
            throw new InputException($"{source}: is empty.");
        foreach ((string name, byte[] start) in Binaries)
        {
            if (bytes.AsSpan().StartsWith(start))
                throw new InputException($"{source}: is {name}, not a page.");
        }
        bool hasMark = bytes.Length > 2 && bytes[0] is 0xFF or 0xFE;
        if (!hasMark && bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Count((byte)0) * 10 > Math.Min(bytes.Length, 4096))
            throw new InputException($"{source}: is binary, not a page.");
        return new(bytes, isSavedText ?? !LooksLikeHtml(bytes));
    }

    public static byte[] ReadAll(Stream stream, string source)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer.AsSpan(0, read));
            if (bytes.Length > MostBytes)
                throw new InputException($"{source}: is larger than {MostBytes >> 20} MB, the most that a page may have.");
        }
        return bytes.ToArray();
    }

    private static bool IsHtmlName(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" or ".xht" or ".php" or ".asp" or ".aspx";

    /// <summary>Whether bytes of unknown kind hold tags.</summary>
    private static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 16 << 10)]).Replace("\0", "", StringComparison.Ordinal);
        return start.TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(Tags, tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Tags = ["<html", "<head", "<body", "<div", "<p>", "<p ", "<a href", "<table", "<meta ", "<article", "<span", "<br"];
}
