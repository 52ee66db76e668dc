using System.Collections.Concurrent;

namespace Skiplink.Server.Reading;

/// <summary>
/// As many readers as there are processors. Whoever finds all of them busy waits, without a thread, in the order of coming.
/// </summary>
internal sealed class ReaderPool(int size) : IDisposable
{
    private readonly ConcurrentBag<PageReader> _readers = [];
    private readonly SemaphoreSlim _free = new(size);

    public ReaderPool()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>Runs something with a reader that nobody else has.</summary>
    public async Task<T> RunAsync<T>(Func<PageReader, T> read, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel);
        try
        {
            PageReader reader = _readers.TryTake(out PageReader? kept) ? kept : new();
            T result = await Task.Run(() => read(reader), cancel);
            _readers.Add(reader);
            return result;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
