using Skiplink.Archives.Mhtml;
using Skiplink.Fetching.Sniffing;

namespace Skiplink.Fetching;

/// <summary>Reads the page that a stream holds: unpacks it, says what it is, and refuses what is no page.</summary>
internal static class PageBytes
{
    /// <summary>No page is larger: what is, is an archive or no page.</summary>
    public const int MaxBytes = 256 << 20;

    /// <summary>How many times a page may be packed: by who saved it, and by the server before.</summary>
    private const int MaxLayers = 2;

    /// <summary>Reads a page.</summary>
    /// <param name="stream">Its bytes, as they are or packed by gzip or Zstandard.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="isSavedText">Whether text that does not begin as HTML is saved text; null to decide by whether it has tags.</param>
    /// <param name="accepts">Whether to read on, by what the first bytes show; all pages are read when left out.</param>
    /// <param name="maxBytes">How large it may be when unpacked.</param>
    /// <exception cref="NotPageException">It is no page, or not accepted.</exception>
    /// <exception cref="InputException">It is too large, damaged or cut short.</exception>
    public static PageInput Read(
        Stream stream, string name, bool? isSavedText = null, Func<SniffedContent, bool>? accepts = null, int maxBytes = MaxBytes)
    {
        PeekableStream bytes = new(stream);
        SniffedContent content = ContentSniffer.Sniff(bytes.Peek());
        for (int layer = 0; content.Kind is ContentKind.Gzip or ContentKind.Zstd && layer < MaxLayers; layer++)
        {
            bytes = new(new UnpackingStream(bytes, content.Kind == ContentKind.Gzip ? "gzip" : "zstd", name));
            content = ContentSniffer.Sniff(bytes.Peek());
        }
        ReadOnlyMemory<byte> all = default;
        if (content.Kind == ContentKind.Empty)
        {
            all = ReadAll(bytes, name, maxBytes);
            content = ContentSniffer.Sniff(all.Span.TrimStart(" \t\r\n\f"u8));
        }
        if (content.Kind is ContentKind.Empty or ContentKind.Gzip or ContentKind.Zstd or ContentKind.Other
            || accepts?.Invoke(content) == false)
            throw new NotPageException(name, content);
        if (all.IsEmpty)
            all = ReadAll(bytes, name, maxBytes, stream.CanSeek ? stream.Length : 0);
        if (content.Kind == ContentKind.Mhtml)
            return ReadMhtml(all, name, content);
        bool isText = content.Kind != ContentKind.Html && (isSavedText ?? content.Kind == ContentKind.Text);
        return new(all, isText, content.Encoding);
    }

    private static PageInput ReadMhtml(ReadOnlyMemory<byte> file, string name, SniffedContent content)
    {
        MhtmlPage page = MhtmlPage.Parse(file) ?? throw new NotPageException(name,
            content with { Name = "an MHTML archive without a page" });
        return new(page.Body, IsSavedText: false, page.Charset, page.Url is null ? null : new Uri(page.Url)) { SavedAt = page.Date };
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="maxBytes">How much there may be.</param>
    /// <param name="expected">How much there probably is; 0 when not known.</param>
    /// <exception cref="InputException">There is more.</exception>
    public static ReadOnlyMemory<byte> ReadAll(Stream stream, string name, int maxBytes, long expected = 0)
    {
        // One byte more than expected, so that the end is seen without growing.
        byte[] bytes = new byte[Math.Clamp(expected + 1, 1 << 12, maxBytes + 1L)];
        int count = 0;
        for (int read; (read = stream.Read(bytes.AsSpan(count))) > 0;)
        {
            count += read;
            if (count > maxBytes)
                throw new InputException(name, $"is larger than {maxBytes >> 20} MB, the most that a page may have");
            if (count == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(2L * bytes.Length, maxBytes + 1L));
        }
        return bytes.AsMemory(0, count);
    }
}
