using Skiplink.Cli.Bulk.Running;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class OrderedPipelineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public async Task Results_are_written_in_the_order_of_the_items_whatever_takes_long(int workers)
    {
        List<int> written = [];
        int next = 0;
        await Pipeline(() => next < 500 ? next++ : null, static i =>
        {
            if (i % 50 == 0)
                Thread.Sleep(5);
            return i;
        }, i =>
        {
            written.Add(i);
            return true;
        }).RunAsync(workers, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 500), written);
    }

    [Fact]
    public async Task An_item_that_takes_long_holds_up_nobody_but_its_place()
    {
        using ManualResetEventSlim first = new();
        int next = 0, processed = 0;
        List<int> written = [];
        Task run = Pipeline(() => next < 300 ? next++ : null, i =>
        {
            if (i == 0)
                first.Wait();
            else
                Interlocked.Increment(ref processed);
            return i;
        }, i =>
        {
            written.Add(i);
            return true;
        }).RunAsync(2, TestContext.Current.CancellationToken);
        // All others are processed while the first takes its time; none is written before it.
        while (Volatile.Read(ref processed) < 299)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.Empty(written);
        first.Set();
        await run;
        Assert.Equal(Enumerable.Range(0, 300), written);
    }

    [Fact]
    public async Task What_is_read_ahead_is_bounded_by_its_size()
    {
        using ManualResetEventSlim first = new();
        int next = 0, processed = 0;
        // Each result counts as 1 MB, and 64 MB may wait.
        Task run = Pipeline(() => next < 300 ? next++ : null, i =>
        {
            if (i == 0)
                first.Wait();
            else
                Interlocked.Increment(ref processed);
            return i;
        }, static _ => true, size: 1 << 20).RunAsync(2, TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.InRange(Volatile.Read(ref processed), 60, 70);
        first.Set();
        await run;
        Assert.Equal(299, processed);
    }

    [Fact]
    public async Task Writing_that_stops_or_fails_ends_it()
    {
        int next = 0;
        List<int> written = [];
        await Pipeline(() => next++, static i => i, i =>
        {
            written.Add(i);
            return written.Count < 10;
        }).RunAsync(4, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 10), written);
        await Assert.ThrowsAsync<IOException>(
            () => Pipeline(() => next++, static i => i, static _ => throw new IOException("full")).RunAsync(4,
                TestContext.Current.CancellationToken));
        using CancellationTokenSource cancel = new(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Pipeline(() => next++, static i => i, static _ => true).RunAsync(4, cancel.Token));
    }

    private static OrderedPipeline<object, int> Pipeline(Func<int?> read, Func<int, int> process, Func<int, bool> write, long size = 1) =>
        new()
        {
            Read = () => read(),
            NewWorker = () => item => process((int)item),
            Write = (_, result) => write(result),
            SizeOf = _ => size,
        };
}
