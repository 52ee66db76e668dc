using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Skiplink;

/// <summary>Reads a page: finds its main text and its metadata.</summary>
/// <remarks>
/// Safe to call from any number of threads; each has a <see cref="PageReader"/> of its own behind this class. A page may be anything, also
/// empty, binary or hostile: the answer is an <see cref="Article"/>, empty and of low <see cref="Article.Confidence"/> where there is no
/// main text. Nothing is fetched, no script is run.
/// </remarks>
public static class Page
{
    private static readonly ReadOptions Utf8 = new() { TransportEncoding = "utf-8" };

    [ThreadStatic]
    private static PageReader? _reader;

    private static PageReader Reader => _reader ??= new();

    /// <summary>Reads a page of HTML from its bytes, in whatever encoding they are.</summary>
    /// <param name="page">The page's bytes; they are not kept.</param>
    /// <param name="options">How to read; the defaults when left out.</param>
    /// <exception cref="PageTooLargeException">The page is larger than <see cref="ReadOptions.MaxBytes"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static Article Read(ReadOnlyMemory<byte> page, ReadOptions? options = null) => Reader.Read(page, options);

    /// <summary>
    /// Reads a page of HTML from its bytes, in whatever encoding they are. They are copied; <see cref="ReadOnlyMemory{T}"/> is read in
    /// place.
    /// </summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, ReadOptions?)"/>
    public static Article Read(ReadOnlySpan<byte> page, ReadOptions? options = null)
    {
        (options ??= ReadOptions.Default).Check(page.Length);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(page.Length);
        page.CopyTo(bytes);
        return ReadRented(bytes, page.Length, options);
    }

    /// <summary>Reads a page of HTML from text.</summary>
    /// <param name="html">The page.</param>
    /// <param name="options">
    /// How to read; the defaults when left out. <see cref="ReadOptions.TransportEncoding"/> has no meaning here.
    /// </param>
    /// <exception cref="PageTooLargeException">In UTF-8 the page is larger than <see cref="ReadOptions.MaxBytes"/>.</exception>
    public static Article Read(string html, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        options = options is null ? Utf8 : options with { TransportEncoding = "utf-8" };
        int length = Encoding.UTF8.GetByteCount(html);
        options.Check(length);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(length);
        return ReadRented(bytes, Encoding.UTF8.GetBytes(html, bytes), options);
    }

    /// <summary>Reads a page of HTML from a stream, in whatever encoding it is.</summary>
    /// <param name="stream">The stream, which is read to its end and left open.</param>
    /// <param name="options">How to read; the defaults when left out.</param>
    /// <exception cref="PageTooLargeException">
    /// The stream has more bytes than <see cref="ReadOptions.MaxBytes"/>; no more than that were kept.
    /// </exception>
    public static Article Read(Stream stream, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] bytes = PageStream.Read(stream, options ??= ReadOptions.Default, out int length);
        return ReadRented(bytes, length, options);
    }

    /// <summary>
    /// Reads a page of HTML from a stream, in whatever encoding it is. Reading the stream is asynchronous; reading the page then takes the
    /// thread.
    /// </summary>
    /// <param name="stream">The stream, which is read to its end and left open.</param>
    /// <param name="options">How to read; the defaults when left out.</param>
    /// <param name="cancellation">Ends the reading of the stream.</param>
    /// <exception cref="PageTooLargeException">
    /// The stream has more bytes than <see cref="ReadOptions.MaxBytes"/>; no more than that were kept.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Article> ReadAsync(Stream stream, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        options ??= ReadOptions.Default;
        (byte[] bytes, int length) = await PageStream.ReadAsync(stream, options, cancellation).ConfigureAwait(false);
        return ReadRented(bytes, length, options);
    }

    /// <summary>Reads a page of HTML and gives, for each block, the reason why it was kept or skipped.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, ReadOptions?)"/>
    public static Explanation Explain(ReadOnlyMemory<byte> page, ReadOptions? options = null) => Reader.Explain(page, options);

    /// <summary>Reads the text of a page that somebody saved, with its menus still in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">
    /// How to read; the defaults when left out. <see cref="ReadOptions.TransportEncoding"/> has no meaning here.
    /// </param>
    /// <exception cref="PageTooLargeException">In UTF-8 the text is larger than <see cref="ReadOptions.MaxBytes"/>.</exception>
    public static Article ReadSavedText(string text, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Reader.ReadSavedText(Encoding.UTF8.GetBytes(text), options is null ? Utf8 : options with { TransportEncoding = "utf-8" });
    }

    /// <summary>Reads a page in an array of the shared pool, and gives the array back.</summary>
    private static Article ReadRented(byte[] bytes, int length, ReadOptions options)
    {
        try
        {
            return Reader.Read(bytes.AsMemory(0, length), options);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
