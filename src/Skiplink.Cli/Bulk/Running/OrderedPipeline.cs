namespace Skiplink.Cli.Bulk.Running;

/// <summary>
/// Processes items on several threads and writes the results in the order of the items. Threads take turns at reading the next item and at
/// writing what is due, and do nothing else while they wait: so many threads use so many processors. What has been read and not yet written
/// is bounded; an item that takes long delays the writing of those after it, and their processing only when that bound is reached.
/// </summary>
/// <typeparam name="TItem">What is read.</typeparam>
/// <typeparam name="TResult">What is made of it.</typeparam>
internal sealed class OrderedPipeline<TItem, TResult>
    where TItem : class
{
    private const int MaxItemsAhead = 1 << 14;
    private const long MaxBytesAhead = 64 << 20;

    private readonly Lock _reading = new();
    private readonly object _state = new();
    private readonly Dictionary<long, (TItem Item, TResult Result)> _done = [];
    private long _read;
    private long _written;
    private long _bytesAhead;
    private bool _isWriting;
    private bool _hasEnded;
    private Exception? _fault;

    /// <summary>Gives the next item, null at the end. One thread at a time.</summary>
    public required Func<TItem?> Read { get; init; }

    /// <summary>Makes what processes items on one thread.</summary>
    public required Func<Func<TItem, TResult>> NewWorker { get; init; }

    /// <summary>Writes the next result in order; false to stop after it. One thread at a time.</summary>
    public required Func<TItem, TResult, bool> Write { get; init; }

    /// <summary>How many bytes of memory a result takes.</summary>
    public required Func<TResult, long> SizeOf { get; init; }

    /// <summary>Runs until all items are written, the writing stops, or something throws.</summary>
    /// <param name="workers">How many threads there are.</param>
    /// <param name="cancel">Ends it between two items.</param>
    public async Task RunAsync(int workers, CancellationToken cancel)
    {
        using (cancel.Register(Wake))
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
                () => Work(cancel), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        }
        if (_fault is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_fault);
    }

    private void Work(CancellationToken cancel)
    {
        try
        {
            Func<TItem, TResult> process = NewWorker();
            while (Next(cancel, out long number) is { } item)
            {
                TResult result = process(item);
                Finish(number, item, result);
            }
        }
        catch (Exception e)
        {
            lock (_state)
            {
                _fault ??= e;
                Monitor.PulseAll(_state);
            }
        }
    }

    private TItem? Next(CancellationToken cancel, out long number)
    {
        lock (_reading)
        {
            lock (_state)
            {
                while (!_hasEnded && _fault is null && !cancel.IsCancellationRequested
                    && (_read - _written >= MaxItemsAhead || _bytesAhead >= MaxBytesAhead))
                {
                    Monitor.Wait(_state);
                }
                number = _read;
                if (_hasEnded || _fault is not null)
                    return null;
            }
            cancel.ThrowIfCancellationRequested();
            TItem? item = Read();
            lock (_state)
            {
                _hasEnded |= item is null;
                _read += item is null ? 0 : 1;
            }
            return item;
        }
    }

    /// <summary>Hands a result in, and writes all that are due unless another thread is at it.</summary>
    private void Finish(long number, TItem item, TResult result)
    {
        lock (_state)
        {
            _done.Add(number, (item, result));
            _bytesAhead += SizeOf(result);
            if (_isWriting)
                return;
            _isWriting = true;
        }
        while (true)
        {
            (TItem Item, TResult Result) next;
            lock (_state)
            {
                if (_fault is not null || !_done.Remove(_written, out next))
                {
                    _isWriting = false;
                    return;
                }
            }
            bool goesOn = Write(next.Item, next.Result);
            lock (_state)
            {
                _written++;
                _bytesAhead -= SizeOf(next.Result);
                if (!goesOn)
                {
                    _hasEnded = true;
                    _done.Clear();
                    Monitor.PulseAll(_state);
                    // Nobody writes any more: the thread is never free again for that.
                    return;
                }
                Monitor.PulseAll(_state);
            }
        }
    }

    private void Wake()
    {
        lock (_state)
            Monitor.PulseAll(_state);
    }
}
