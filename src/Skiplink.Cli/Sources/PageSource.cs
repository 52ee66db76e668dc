namespace Skiplink.Cli.Sources;

/// <summary>Opens what a user names as the source of one page: a file, an address, or - for standard input.</summary>
internal static class PageSource
{
    /// <exception cref="InputException">It cannot be had, or is no page.</exception>
    public static Task<PageInput> ReadAsync(string source, CancellationToken cancel)
    {
        if (IsWebAddress(source, out Uri? url))
            return WebSource.ReadAsync(url!, cancel);
        // Standard input and pipes may never give a byte, and a read that waits cannot be cancelled: it is left waiting.
        return Task.Run(() => source == "-" ? StandardInputSource.Read() : FileSource.Read(source), cancel).WaitAsync(cancel);
    }

    /// <summary>Whether a text is an absolute http or https address.</summary>
    public static bool IsWebAddress(string text, out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https";
}
