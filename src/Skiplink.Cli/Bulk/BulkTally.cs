namespace Skiplink.Cli.Bulk;

/// <summary>Counts what a bulk run has done. Rows are added by one thread while another reports.</summary>
internal sealed class BulkTally
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _failures = [];
    private readonly Dictionary<string, int> _leftOut = [];
    private long _bytes;
    private int _warnings;

    /// <summary>How many rows were written, those of failed inputs too.</summary>
    public int Pages { get; private set; }

    /// <summary>How many of them failed.</summary>
    public int Failed { get; private set; }

    public void Add(BulkRow row)
    {
        lock (_lock)
        {
            if (row.LeftOut is not null)
            {
                Increment(_leftOut, row.LeftOut);
                return;
            }
            Pages++;
            _bytes += row.Bytes;
            _warnings += row.HasWarnings ? 1 : 0;
            if (row.Failure is null)
                return;
            Failed++;
            Increment(_failures, row.Failure);
        }
    }

    /// <summary>Counts something in a folder that is no page.</summary>
    /// <param name="what">What it is, in the singular.</param>
    public void LeaveOut(string what)
    {
        lock (_lock)
            Increment(_leftOut, what);
    }

    /// <summary>The counts in one line: pages, failures, megabytes and speed.</summary>
    public string Line(TimeSpan time)
    {
        lock (_lock)
        {
            double seconds = Math.Max(time.TotalSeconds, 0.001);
            string pages = Pages == 1 ? "1 page" : FormattableString.Invariant($"{Pages} pages");
            return FormattableString.Invariant(
                $"{pages}, {Failed} failed, {_bytes / 1e6:F1} MB in {seconds:F1} s, {Pages / seconds:F0} pages/s");
        }
    }

    /// <summary>What failed and what was left out, a line each, the most frequent first; nothing when all is well.</summary>
    public IEnumerable<string> Details()
    {
        if (_failures.Count > 0)
            yield return $"failed: {List(_failures)}";
        if (_warnings > 0)
            yield return $"pages with warnings, of which a part could not be read: {_warnings}";
        if (_leftOut.Count > 0)
            yield return $"left out: {List(_leftOut)}";
    }

    private static string List(Dictionary<string, int> counts)
    {
        const int MaxKinds = 12;
        KeyValuePair<string, int>[] sorted =
            [.. counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal)];
        IEnumerable<string> kinds = sorted.Take(MaxKinds).Select(static c => $"{c.Key} ({c.Value})");
        if (sorted.Length > MaxKinds)
            kinds = kinds.Append($"others ({sorted.Skip(MaxKinds).Sum(static c => c.Value)})");
        return string.Join("; ", kinds);
    }

    private static void Increment(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
