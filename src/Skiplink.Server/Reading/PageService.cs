using Skiplink.Server.Selecting;

namespace Skiplink.Server.Reading;

/// <summary>Reads pages for all that the server offers: the API, the reader page and the tools.</summary>
internal sealed class PageService(PageFetcher fetcher, ReaderPool readers, ServerMeter meter)
{
    /// <summary>Fetches a page, or gives the stored copy.</summary>
    /// <exception cref="InputException">It cannot be fetched, or is no page.</exception>
    public Task<PageInput> FetchAsync(FetchRequest request, CancellationToken cancel) => fetcher.FetchAsync(request, cancel);

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="options">How to read. Where they name no address, the page's own is taken.</param>
    /// <param name="cut">Which parts of the page are read; all when null.</param>
    /// <param name="cancel">Ends the waiting for a reader.</param>
    public Task<Article> ReadAsync(PageInput page, ReadOptions options, PageCut? cut, CancellationToken cancel) =>
        readers.RunAsync(reader => meter.Measure(page, () => Cut(page, cut).Read(reader, At(page, options)), static a => a), cancel);

    /// <summary>Reads a page and the reasons of its blocks.</summary>
    public Task<Explanation> ExplainAsync(PageInput page, ReadOptions options, CancellationToken cancel) =>
        readers.RunAsync(reader => meter.Measure(page, () => page.Explain(reader, At(page, options)), static e => e.Article), cancel);

    private static ReadOptions At(PageInput page, ReadOptions options) => options.Url is null ? options with { Url = page.Url } : options;

    private static PageInput Cut(PageInput page, PageCut? cut) => cut is null || page.IsSavedText ? page : cut.Apply(page);
}
