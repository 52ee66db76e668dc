using System.Globalization;

namespace Skiplink.Comparison;

/// <summary>Runs contenders over the same pages in turns, a round of one after a round of the other, and prints what each took.</summary>
internal static class Race
{
    private const double Megabyte = 1_000_000;

    public static void Run(IReadOnlyList<Contender> contenders, LoadedPage[] pages, int rounds)
    {
        long bytes = pages.Sum(static p => (long)p.Bytes.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Length} pages, {bytes / Megabyte:F1} MB, {rounds} rounds in turns, one thread, CPU time of the process."));
        foreach (Contender contender in contenders)
            Round(contender, pages, null);

        List<double>[] seconds = [.. contenders.Select(static _ => new List<double>())];
        List<double>[] perPage = [.. contenders.Select(static _ => new List<double>())];
        long[] allocated = new long[contenders.Count];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                GC.Collect();
                long before = GC.GetAllocatedBytesForCurrentThread();
                TimeSpan start = Environment.CpuUsage.TotalTime;
                Round(contenders[i], pages, null);
                seconds[i].Add((Environment.CpuUsage.TotalTime - start).TotalSeconds);
                allocated[i] = (GC.GetAllocatedBytesForCurrentThread() - before) / pages.Length;
            }
        }
        for (int i = 0; i < contenders.Count; i++)
            Round(contenders[i], pages, perPage[i]);

        Console.WriteLine();
        Console.WriteLine("| | MB per CPU second | times slower than the first (least, most) | pages per second | p50 ms | p99 ms | longest ms | bytes allocated per page |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < contenders.Count; i++)
        {
            double median = Quantile(seconds[i], 0.5);
            List<double> ratios = [.. seconds[i].Zip(seconds[0], static (own, first) => own / first)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {bytes / Megabyte / median:F1} | {Quantile(ratios, 0.5):F2} ({ratios.Min():F2}, {ratios.Max():F2}) | {pages.Length / median:F0} | {Quantile(perPage[i], 0.5):F3} | {Quantile(perPage[i], 0.99):F2} | {perPage[i].Max():F1} | {allocated[i]} |"));
        }
    }

    private static void Round(Contender contender, LoadedPage[] pages, List<double>? times)
    {
        int sum = 0;
        foreach (LoadedPage page in pages)
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            sum += contender.Run(page.Bytes);
            times?.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        if (sum == int.MinValue)
            throw new InvalidOperationException("No result can be this.");
    }

    private static double Quantile(List<double> values, double share)
    {
        List<double> sorted = [.. values.Order()];
        return sorted[Math.Min((int)(share * sorted.Count), sorted.Count - 1)];
    }
}
