using Microsoft.Extensions.Caching.Hybrid;

namespace Skiplink.Server.Reading;

/// <summary>Fetches pages, and keeps what it fetched for a while: requests for one page at one time are one fetch.</summary>
internal sealed class PageFetcher(HybridCache cache, ServerOptions options, TimeProvider clock, ServerMeter meter)
{
    /// <exception cref="InputException">It cannot be fetched, or is no page.</exception>
    public async Task<PageInput> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        // The part after # is for whoever shows the page: to its server it is the same page.
        string key = request.Url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
        TimeSpan maxAge = request.MaxAge ?? options.CacheTime;
        if (maxAge <= TimeSpan.Zero)
            return await RefreshAsync(key, request, cancel);
        bool isFetched = false, mayBeStored = true;
        byte[] stored = await cache.GetOrCreateAsync(key, async fetching =>
        {
            PageInput fetched = await FetchAsync(key, request.Time, fetching);
            (isFetched, mayBeStored) = (true, fetched.MayBeStored);
            return StoredPage.Write(fetched, clock.GetUtcNow());
        }, cancellationToken: cancel);
        if (!mayBeStored)
            await cache.RemoveAsync(key, cancel);
        (PageInput page, DateTimeOffset fetchedAt) = StoredPage.Read(stored);
        if (!isFetched && clock.GetUtcNow() - fetchedAt > maxAge)
            return await RefreshAsync(key, request, cancel);
        meter.CacheLookup(isHit: !isFetched);
        return page;
    }

    private async Task<PageInput> RefreshAsync(string key, FetchRequest request, CancellationToken cancel)
    {
        meter.CacheLookup(isHit: false);
        PageInput page = await FetchAsync(key, request.Time, cancel);
        if (page.MayBeStored)
            await cache.SetAsync(key, StoredPage.Write(page, clock.GetUtcNow()), cancellationToken: cancel);
        return page;
    }

    private async Task<PageInput> FetchAsync(string url, TimeSpan? time, CancellationToken cancel)
    {
        TimeSpan asked = time ?? options.FetchTime;
        TimeSpan limit = asked < options.MaxFetchTime ? asked : options.MaxFetchTime;
        return await WebSource.ReadAsync(
            new(url), new() { AllowsPrivateTargets = options.AllowsPrivateTargets, MaxTime = limit }, cancel);
    }
}
