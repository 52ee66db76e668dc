namespace Skiplink.Cli;

/// <summary>Opens what a user names as the source of one page: a file, an address, or - for standard input.</summary>
internal static class PageSource
{
    /// <exception cref="InputException">It cannot be had, or is no page.</exception>
    public static async Task<PageInput> OpenAsync(string source, CancellationToken cancel)
    {
        if (source == "-")
        {
            await using Stream input = Console.OpenStandardInput();
            return PageInput.From(PageInput.ReadAll(input, "standard input"), "standard input", isSavedText: null);
        }
        return IsWebAddress(source, out Uri? url) ? await WebFetch.GetAsync(url!, cancel) : PageInput.FromFile(source);
    }

    /// <summary>Whether a text is an absolute http or https address.</summary>
    public static bool IsWebAddress(string text, out Uri? url) => Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https";
}
