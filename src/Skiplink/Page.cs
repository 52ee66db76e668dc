using System.Text;

namespace Skiplink;

/// <summary>Reads a page and skips to its main text.</summary>
/// <remarks>Safe to call from several threads. Whoever reads many pages keeps a <see cref="PageReader"/>.</remarks>
public static class Page
{
    [ThreadStatic]
    private static PageReader? _reader;

    private static PageReader Reader => _reader ??= new();

    /// <summary>Reads a page of HTML from its bytes, in whatever encoding they are.</summary>
    /// <param name="page">The page's bytes.</param>
    /// <param name="options">How to read; the defaults when left out.</param>
    public static Article Read(ReadOnlyMemory<byte> page, ReadOptions? options = null) => Reader.Read(page, options);

    /// <summary>Reads a page of HTML from text.</summary>
    /// <param name="html">The page.</param>
    /// <param name="options">How to read; the defaults when left out.</param>
    public static Article Read(string html, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        return Reader.Read(Encoding.UTF8.GetBytes(html), (options ?? new()) with { TransportEncoding = "utf-8" });
    }

    /// <summary>Reads a page of HTML and says of each block why it was kept or skipped.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, ReadOptions?)"/>
    public static Explanation Explain(ReadOnlyMemory<byte> page, ReadOptions? options = null) => Reader.Explain(page, options);

    /// <summary>Reads the text of a page that somebody saved, with its menus still in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">How to read; the defaults when left out.</param>
    public static Article ReadSavedText(string text, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Reader.ReadSavedText(Encoding.UTF8.GetBytes(text), options);
    }
}
