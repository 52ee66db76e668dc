using Skiplink.Fetching.Sniffing;

namespace Skiplink.Cli.Sources;

/// <summary>Reads the page in a file.</summary>
internal static class FileSource
{
    /// <summary>Reads a file that a user named, whatever its name.</summary>
    /// <exception cref="InputException">It cannot be read, or is no page.</exception>
    public static PageInput Read(string path, int maxBytes = PageBytes.MaxBytes) => Read(path, null, maxBytes);

    /// <summary>Reads a file that was found in a folder: pages of HTML under any name, text only under a name that pages have.</summary>
    /// <exception cref="NotPageException">It is no page.</exception>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static PageInput ReadFound(string path, int maxBytes)
    {
        string extension = PageName.Extension(path);
        bool isAnyPage = PageName.IsHtml(path) || PageName.IsText(path) || extension.Length == 0;
        return Read(path, isAnyPage ? null : Accepts, maxBytes);

        // Programs, style sheets and notes are text too, and may hold tags.
        bool Accepts(SniffedContent content)
        {
            if (content.Kind is ContentKind.Text or ContentKind.Tagged)
                throw new NotPageException(path, content with { Name = $"a text called {extension}" });
            return content.Kind is ContentKind.Html or ContentKind.Mhtml;
        }
    }

    private static PageInput Read(string path, Func<SniffedContent, bool>? accepts, int maxBytes)
    {
        if (path.Length == 0)
            throw new InputException("SOURCE", "a file without a name cannot be read");
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return PageBytes.Read(file, path, PageName.IsText(path) ? true : PageName.IsHtml(path) ? false : null, accepts, maxBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new InputException(path, WhyNotOpened(path, e), e);
        }
        catch (IOException e)
        {
            throw new InputException(path, $"cannot be read: {e.Message.TrimEnd('.')}", e);
        }
    }

    private static string WhyNotOpened(string path, Exception e)
    {
        if (Directory.Exists(path))
            return "is a folder; use skiplink bulk";
        if (path.Contains('\uFFFD', StringComparison.Ordinal))
            return "has a name that is not UTF-8, and cannot be opened";
        if (e is UnauthorizedAccessException)
            return "may not be read";
        if (PageSource.IsWebAddress(path, out _))
            return "is an address, which skiplink read fetches and bulk does not";
        return path.Contains("://", StringComparison.Ordinal)
            ? "is no address of http or https, and there is no such file"
            : "there is no such file";
    }
}
