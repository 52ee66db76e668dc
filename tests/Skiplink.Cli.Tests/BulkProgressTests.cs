using Skiplink.Cli.Bulk.Running;
using Xunit;

namespace Skiplink.Cli.Tests;

public sealed class BulkProgressTests
{
    [Fact]
    public void A_line_every_few_seconds_says_how_far_the_run_is()
    {
        BulkTally tally = new();
        ManualTime time = new();
        List<string> lines = [];
        using (BulkProgress progress = new(tally, time, lines.Add))
        {
            time.Advance(TimeSpan.FromSeconds(4));
            Assert.Empty(lines);
            for (int i = 0; i < 40; i++)
                tally.Add(new([], Bytes: 250_000, Failure: i < 3 ? "is empty" : null));
            time.Advance(TimeSpan.FromSeconds(1));
            time.Advance(TimeSpan.FromSeconds(5));
        }
        Assert.Equal(["40 pages, 3 failed, 10.0 MB in 5.0 s, 8 pages/s, 2.0 MB/s",
            "40 pages, 3 failed, 10.0 MB in 10.0 s, 4 pages/s, 1.0 MB/s"], lines);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    public void A_terminal_gets_a_bar_with_the_time_that_is_left_and_an_empty_line_at_the_end()
    {
        BulkTally tally = new();
        ManualTime time = new();
        List<string> lines = [], bars = [];
        using (BulkProgress progress = new(tally, time, lines.Add, bars.Add) { TotalBytes = 1000 })
        {
            tally.Add(new([], Bytes: 1_000_000));
            progress.DoneBytes = 250;
            time.Advance(TimeSpan.FromSeconds(0.5));
            progress.DoneBytes = 1000;
            time.Advance(TimeSpan.FromSeconds(0.5));
        }
        Assert.Empty(lines);
        Assert.Equal(
            [
                "[######..................]  25 %  1 page, 0 failed, 1.0 MB in 0.5 s, 2 pages/s, 2.0 MB/s, 2 s left",
                "[########################] 100 %  1 page, 0 failed, 1.0 MB in 1.0 s, 1 pages/s, 1.0 MB/s",
                "",
            ],
            bars);
    }

    [Fact]
    public void The_speed_of_a_run_that_goes_on_is_its_own()
    {
        BulkTally tally = new();
        ManualTime time = new();
        List<string> lines = [];
        tally.Add(new([], Bytes: 5_000_000));
        using BulkProgress progress = new(tally, time, lines.Add) { TotalBytes = 1000 };
        progress.StartFrom(500);
        tally.Add(new([], Bytes: 5_000_000));
        progress.DoneBytes = 600;
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["2 pages, 0 failed, 10.0 MB in 5.0 s, 0 pages/s, 1.0 MB/s, 20 s left"], lines);
    }

    [Fact]
    public void The_end_says_what_failed_and_what_was_left_out_the_most_frequent_first()
    {
        BulkTally tally = new();
        Assert.Empty(tally.Details());
        foreach (string failure in (string[])["is empty", "there is no such file", "there is no such file"])
            tally.Add(new([], Failure: failure));
        tally.Add(new([], HasWarnings: true));
        tally.Add(new(null, LeftOut: "PNG image"));
        tally.LeaveOut("broken link");
        Assert.Equal(
            [
                "failed: there is no such file (2); is empty (1)",
                "pages with warnings, of which a part could not be read: 1",
                "left out: PNG image (1); broken link (1)",
            ],
            tally.Details());
        Assert.Equal((4, 3), (tally.Pages, tally.Failed));
    }

    [Fact]
    public void Many_kinds_of_failure_are_cut()
    {
        BulkTally tally = new();
        for (int i = 0; i < 1000; i++)
            tally.Add(new([], Failure: $"kind {i}"));
        Assert.EndsWith("others (988)", Assert.Single(tally.Details()), StringComparison.Ordinal);
    }

    /// <summary>A clock that a test moves.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private TimeSpan _now;
        private Action<TimeSpan>? _advanced;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ManualTimer timer = new(callback, dueTime, period);
            _advanced = timer.AdvanceTo;
            return timer;
        }

        public void Advance(TimeSpan time)
        {
            _now += time;
            _advanced?.Invoke(_now);
        }
    }

    private sealed class ManualTimer(TimerCallback callback, TimeSpan due, TimeSpan period) : ITimer
    {
        private TimeSpan _due = due;
        private bool _isDisposed;

        public void AdvanceTo(TimeSpan now)
        {
            for (; !_isDisposed && _due <= now; _due += period)
                callback(null);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => _isDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
