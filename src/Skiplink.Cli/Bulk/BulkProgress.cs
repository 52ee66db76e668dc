namespace Skiplink.Cli.Bulk;

/// <summary>Says every few seconds how far a bulk run is, in a plain line that log files can keep.</summary>
internal sealed class BulkProgress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;

    /// <param name="tally">What is counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="write">Where the lines go.</param>
    public BulkProgress(BulkTally tally, TimeProvider time, Action<string> write)
    {
        _time = time;
        _start = time.GetTimestamp();
        _timer = time.CreateTimer(_ => write(tally.Line(Elapsed)), null, Interval, Interval);
    }

    /// <summary>How long the run has taken so far.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    public void Dispose() => _timer.Dispose();
}
