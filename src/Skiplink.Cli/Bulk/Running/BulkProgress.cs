using Skiplink.Cli.Terminal;

namespace Skiplink.Cli.Bulk.Running;

/// <summary>
/// Says how far a bulk run is: on a terminal in a line that changes in its place, elsewhere every few seconds in a plain line that log
/// files
/// can keep.
/// </summary>
internal sealed class BulkProgress : IDisposable
{
    private const int BarLength = 24;
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BarInterval = TimeSpan.FromSeconds(0.5);

    private readonly BulkTally _tally;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;
    private readonly Action<string>? _writeBar;
    private readonly Lock _lock = new();
    private long _pagesBefore;
    private long _bytesBefore;
    private long _inputBytesBefore;
    private bool _isDisposed;

    /// <param name="tally">What is counted.</param>
    /// <param name="time">The clock.</param>
    /// <param name="write">Where the lines go.</param>
    /// <param name="writeBar">Where a bar goes in place of lines; null where there is no terminal.</param>
    public BulkProgress(BulkTally tally, TimeProvider time, Action<string> write, Action<string>? writeBar = null)
    {
        _tally = tally;
        _time = time;
        _writeBar = writeBar;
        _start = time.GetTimestamp();
        TimeSpan interval = writeBar is null ? LineInterval : BarInterval;
        _timer = time.CreateTimer(_ => Tell(write), null, interval, interval);
    }

    /// <summary>How long the run has taken so far.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    /// <summary>How many bytes the inputs have; 0 when that is not known.</summary>
    public long TotalBytes { get; set; }

    /// <summary>How many of them were read.</summary>
    public long DoneBytes { get; set; }

    /// <summary>The counts in one line.</summary>
    public string Line() => _tally.Line(Elapsed, _pagesBefore, _bytesBefore);

    /// <summary>Counts the speed from here on: what was counted until now an earlier run did.</summary>
    public void StartFrom(long inputBytes) =>
        (_pagesBefore, _bytesBefore, _inputBytesBefore, DoneBytes) = (_tally.Pages, _tally.State.PageBytes, inputBytes, inputBytes);

    public void Dispose()
    {
        lock (_lock)
        {
            if (!_isDisposed)
                _writeBar?.Invoke("");
            _isDisposed = true;
        }
        _timer.Dispose();
    }

    private void Tell(Action<string> write)
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            if (_writeBar is null)
                write(Line() + TimeLeft());
            else
                _writeBar($"{Bar()}{Line()}{TimeLeft()}");
        }
    }

    private string Bar()
    {
        if (TotalBytes <= 0)
            return "";
        double share = Math.Clamp((double)DoneBytes / TotalBytes, 0, 1);
        int full = (int)(share * BarLength);
        return FormattableString.Invariant($"[{new string('#', full)}{new string('.', BarLength - full)}] {share * 100,3:F0} %  ");
    }

    private string TimeLeft()
    {
        long done = DoneBytes - _inputBytesBefore;
        if (TotalBytes <= 0 || done <= 0 || DoneBytes >= TotalBytes)
            return "";
        TimeSpan left = Elapsed * ((double)(TotalBytes - DoneBytes) / done);
        return left.TotalDays > 99 ? "" : $", {TerminalText.Duration(left)} left";
    }
}
