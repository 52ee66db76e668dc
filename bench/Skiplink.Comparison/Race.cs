using System.Globalization;

namespace Skiplink.Comparison;

/// <summary>Runs contenders over the same pages in turns, a round of one after a round of the other, and prints what each took.</summary>
internal static class Race
{
    private const double Megabyte = 1_000_000;

    /// <summary>
    /// Rounds, and seconds, that each goes before the count: methods are compiled anew with what was learnt of them, in the background.
    /// </summary>
    private const int WarmRounds = 3;
    private const int WarmSeconds = 4;

    private static readonly (string Name, int Most)[] Sizes =
        [("up to 30 KB", 30_000), ("to 100 KB", 100_000), ("to 300 KB", 300_000), ("to 1 MB", 1_000_000), ("larger", int.MaxValue)];

    public static void Run(string job, IReadOnlyList<IContender> contenders, LoadedPage[] pages, int rounds)
    {
        double bytes = pages.Sum(static p => (double)p.Bytes.Length);
        Print($"## {job}\n\n{pages.Length} pages, {bytes / Megabyte:F1} MB, {rounds} rounds in turns after at least {WarmRounds} each "
            + "that do not count, one thread. Medians of the rounds; the ratio is taken round by round, and its least and most stand "
            + "in brackets.\n");
        List<Round>[] all = [.. contenders.Select(static _ => new List<Round>())];
        foreach (IContender contender in contenders)
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            for (int round = 0; round < WarmRounds
                || System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds < WarmSeconds; round++)
                contender.Go(pages);
        }
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
                all[i].Add(contenders[i].Go(pages));
        }
        Print("| | MB per CPU second | pages per CPU second | CPU time, times the first's | p50 ms | p99 ms | longest ms | bytes "
            + "allocated per page |");
        Print("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < contenders.Count; i++)
        {
            double median = Quantile(all[i].Select(static r => r.Seconds), 0.5);
            double[] ratios = [.. all[i].Zip(all[0], static (own, first) => own.Seconds / first.Seconds)];
            double[] times = TimesOfPages(all[i]);
            string allocated = all[i][^1].Allocated is { } sum ? $"{sum / pages.Length}" : "–";
            Print($"| {contenders[i].Name} | {bytes / Megabyte / median:F1} | {pages.Length / median:F0} | {Quantile(ratios, 0.5):F2} "
                + $"({ratios.Min():F2}, {ratios.Max():F2}) | {Quantile(times, 0.5):F3} | {Quantile(times, 0.99):F2} | {times.Max():F1} |"
                + $" {allocated} |");
        }
        PrintSizes(contenders, all, pages);
    }

    private static void PrintSizes(IReadOnlyList<IContender> contenders, List<Round>[] all, LoadedPage[] pages)
    {
        Print($"\nTime by the size of the page, ns a byte:\n\n| | {string.Join(" | ", Sizes.Select(static s => s.Name))} |\n|"
            + $"---|{string.Concat(Sizes.Select(static _ => "---|"))}");
        for (int i = 0; i < contenders.Count; i++)
        {
            double[] times = TimesOfPages(all[i]);
            int least = 0;
            List<string> cells = [];
            foreach ((_, int most) in Sizes)
            {
                int[] inside =
                    [.. Enumerable.Range(0, pages.Length).Where(p => pages[p].Bytes.Length > least && pages[p].Bytes.Length <= most)];
                cells.Add(
                    inside.Length == 0 ? "–"
                    : (inside.Sum(p => times[p]) * 1e6 / inside.Sum(p => (double)pages[p].Bytes.Length)).ToString(
                        "F2", CultureInfo.InvariantCulture));
                least = most;
            }
            Print($"| {contenders[i].Name} | {string.Join(" | ", cells)} |");
        }
        Print($"");
    }

    /// <summary>For each page the median of the rounds.</summary>
    private static double[] TimesOfPages(List<Round> rounds) =>
        [.. Enumerable.Range(0, rounds[0].Milliseconds.Length).Select(page => Quantile(rounds.Select(r => r.Milliseconds[page]), 0.5))];

    private static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Min((int)(share * sorted.Length), sorted.Length - 1)];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
