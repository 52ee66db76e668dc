namespace Skiplink.Cli.Bulk.Running;

/// <summary>Counts what a bulk run has done. Rows are added by one thread while another reports.</summary>
internal sealed class BulkTally
{
    private const int MaxSlowest = 10;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _leftOutOfFolders = [];
    private readonly PriorityQueue<SlowPage, TimeSpan> _slowest = new();
    private TallyState _state = new();

    /// <summary>How many rows were written, those of failed inputs too.</summary>
    public long Pages => _state.Rows;

    /// <summary>How many of them failed.</summary>
    public long Failed => _state.Failed;

    /// <summary>The pages that took longest in this run, the slowest first.</summary>
    public IReadOnlyList<SlowPage> Slowest
    {
        get
        {
            lock (_lock)
                return [.. _slowest.UnorderedItems.Select(static s => s.Element).OrderByDescending(static s => s.Seconds)];
        }
    }

    /// <summary>What was counted, for a run that goes on. It is no copy.</summary>
    public TallyState State => _state;

    /// <summary>Everything that was left out, in folders too.</summary>
    public IReadOnlyDictionary<string, long> LeftOut
    {
        get
        {
            lock (_lock)
                return Sum(_leftOutOfFolders, _state.LeftOut);
        }
    }

    /// <summary>Goes on from what an earlier run counted.</summary>
    public void Restore(TallyState state)
    {
        lock (_lock)
            _state = state;
    }

    public void Add(BulkRow row, string source = "", bool isDuplicate = false)
    {
        lock (_lock)
        {
            if (row.Time > TimeSpan.Zero)
                Time(new(source, Math.Round(row.Time.TotalSeconds, 3), row.Bytes));
            if (row.LeftOut is not null)
            {
                Increment(_state.LeftOut, row.LeftOut);
                return;
            }
            _state.Rows++;
            _state.PageBytes += row.Bytes;
            _state.TextBytes += row.TextBytes;
            _state.Warnings += row.HasWarnings ? 1 : 0;
            _state.Duplicates += isDuplicate ? 1 : 0;
            _state.Quotes += row.Quotes.Count;
            if (row.Kind is not null)
            {
                Increment(_state.Kinds, row.Kind);
                Increment(_state.Languages, row.Language ?? "unknown");
            }
            if (row.Verdict is not null)
                Increment(_state.Verdicts, row.Verdict);
            if (row.Failure is null)
                return;
            _state.Failed++;
            Increment(_state.Failures, row.Failure);
        }
    }

    /// <summary>Counts what was left out of an archive.</summary>
    public void AddLeftOut(IEnumerable<string> what)
    {
        lock (_lock)
        {
            foreach (string item in what)
                Increment(_state.LeftOut, item);
        }
    }

    /// <summary>Counts something in a folder that is no page.</summary>
    /// <param name="what">What it is, in the singular.</param>
    public void LeaveOut(string what)
    {
        lock (_lock)
            Increment(_leftOutOfFolders, what);
    }

    /// <summary>The counts in one line: pages, failures, megabytes and speed.</summary>
    /// <param name="time">How long the run has taken.</param>
    /// <param name="pagesBefore">How many of the pages an earlier run wrote.</param>
    /// <param name="bytesBefore">How many bytes they had.</param>
    public string Line(TimeSpan time, long pagesBefore = 0, long bytesBefore = 0)
    {
        lock (_lock)
        {
            double seconds = Math.Max(time.TotalSeconds, 0.001);
            string pages = Pages == 1 ? "1 page" : FormattableString.Invariant($"{Pages} pages");
            double megabytes = (_state.PageBytes - bytesBefore) / 1e6;
            return FormattableString.Invariant(
                $"{pages}, {Failed} failed, {_state.PageBytes / 1e6:F1} MB in {seconds:F1} s, ")
                + FormattableString.Invariant($"{(Pages - pagesBefore) / seconds:F0} pages/s, {megabytes / seconds:F1} MB/s");
        }
    }

    /// <summary>What failed and what was left out, a line each, the most frequent first; nothing when all is well.</summary>
    public IEnumerable<string> Details()
    {
        if (_state.Failures.Count > 0)
            yield return $"failed: {List(_state.Failures)}";
        if (_state.Warnings > 0)
            yield return $"pages with warnings, of which a part could not be read: {_state.Warnings}";
        if (_state.Verdicts.Count > 0)
            yield return $"no pages to read: {List(_state.Verdicts)}";
        if (_state.Duplicates > 0)
            yield return $"copies of earlier pages: {_state.Duplicates}";
        if (LeftOut is { Count: > 0 } leftOut)
            yield return $"left out: {List(leftOut)}";
        if (Slowest is [{ Seconds: >= 1 } slowest, ..])
            yield return FormattableString.Invariant($"slowest: {slowest.Source}, {slowest.Seconds:F1} s for {slowest.Bytes / 1e6:F1} MB");
    }

    /// <summary>Counts, the most frequent first.</summary>
    public static Dictionary<string, long> Sorted(IReadOnlyDictionary<string, long> counts) =>
        counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal)
            .ToDictionary(static c => c.Key, static c => c.Value);

    private static string List(IReadOnlyDictionary<string, long> counts)
    {
        const int MaxKinds = 12;
        Dictionary<string, long> sorted = Sorted(counts);
        IEnumerable<string> kinds = sorted.Take(MaxKinds).Select(static c => $"{c.Key} ({c.Value})");
        if (sorted.Count > MaxKinds)
            kinds = kinds.Append($"others ({sorted.Skip(MaxKinds).Sum(static c => c.Value)})");
        return string.Join("; ", kinds);
    }

    private static Dictionary<string, long> Sum(Dictionary<string, long> one, Dictionary<string, long> other)
    {
        Dictionary<string, long> sum = new(one);
        foreach ((string key, long count) in other)
            sum[key] = sum.GetValueOrDefault(key) + count;
        return sum;
    }

    private static void Increment(Dictionary<string, long> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private void Time(SlowPage page)
    {
        TimeSpan time = TimeSpan.FromSeconds(page.Seconds);
        if (_slowest.Count < MaxSlowest)
            _slowest.Enqueue(page, time);
        else
            _slowest.EnqueueDequeue(page, time);
    }
}

/// <summary>A page that took long.</summary>
/// <param name="Source">Its row's source.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record SlowPage(string Source, double Seconds, long Bytes);
