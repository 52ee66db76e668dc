using Skiplink.Archives;

namespace Skiplink.Cli.Sources;

/// <summary>What a file's name says of what is in it. Its bytes are believed before it.</summary>
internal static class PageName
{
    public static bool IsHtml(string path) =>
        Extension(path) is ".html" or ".htm" or ".xhtml" or ".xht" or ".shtml" or ".php" or ".asp" or ".aspx" or ".jsp";

    public static bool IsMhtml(string path) => Extension(path) is ".mhtml" or ".mht";

    public static bool IsText(string path) => Extension(path) is ".txt" or ".text";

    /// <summary>The format of archive that a name promises; null when it promises none.</summary>
    public static ArchiveFormat? ArchiveFormat(string path) => Extension(path) switch
    {
        ".warc" or ".wet" or ".wat" => Archives.ArchiveFormat.Warc,
        ".arc" => Archives.ArchiveFormat.Arc,
        _ => null,
    };

    /// <summary>The name's extension in lower case, without that of a packed file before it; empty when it has none.</summary>
    public static string Extension(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3]
            : path.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
        return Path.GetExtension(name).ToLowerInvariant();
    }
}
