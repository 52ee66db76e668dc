using System.Diagnostics;
using System.Globalization;

namespace Skiplink.Benchmarks;

/// <summary>
/// Reads pages again and again with a clock at every stage and prints what each takes. A page's figure is the least of all rounds, which is
/// what it takes when nobody else is on the machine.
/// </summary>
internal static class StageProfile
{
    private static readonly TimeSpan WarmTime = TimeSpan.FromSeconds(5);

    public static int Run(Page[] pages, int rounds)
    {
        Stage[] stages = Enum.GetValues<Stage>();
        long[] ticks = new long[stages.Length];
        long since = 0, allocatedSince = 0, allocatedAtAll = 0;
        long[] allocated = new long[stages.Length];
        PageReader reader = new()
        {
            StageCompleted = stage =>
            {
                long now = Stopwatch.GetTimestamp(), bytesNow = GC.GetAllocatedBytesForCurrentThread();
                ticks[(int)stage] = now - since;
                allocated[(int)stage] = bytesNow - allocatedSince;
                allocatedSince = GC.GetAllocatedBytesForCurrentThread();
                since = Stopwatch.GetTimestamp();
            },
        };
        long[][] least = [.. pages.Select(_ => Enumerable.Repeat(long.MaxValue, stages.Length).ToArray())];
        long[] allocations = new long[stages.Length];
        long output = 0;
        // Before the count, until methods have been compiled anew with what was learnt of them, in the background.
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmTime)
        {
            foreach (Page page in pages)
                reader.Read(page.Bytes);
        }
        for (int round = 0; round < rounds; round++)
        {
            for (int p = 0; p < pages.Length; p++)
            {
                allocatedSince = GC.GetAllocatedBytesForCurrentThread();
                since = Stopwatch.GetTimestamp();
                Article article = reader.Read(pages[p].Bytes);
                for (int s = 0; s < stages.Length; s++)
                {
                    least[p][s] = Math.Min(least[p][s], ticks[s]);
                    allocations[s] += round == rounds - 1 ? allocated[s] : 0;
                }
                output += round == rounds - 1 ? article.Utf8Text.Length : 0;
            }
        }
        allocatedAtAll = allocations.Sum();
        double bytes = pages.Sum(static p => (double)p.Bytes.Length), nanoseconds = 1e9 / Stopwatch.Frequency;
        double all = least.Sum(static l => l.Sum()) * nanoseconds;
        Print($"{pages.Length} pages, {bytes / 1e6:F1} MB; the least of {rounds} rounds for each page.");
        Print($"The text has {output / pages.Length} bytes a page.");
        Print($"");
        Print($"| stage | share | ns a byte | µs a page | bytes allocated a page |");
        Print($"|---|---|---|---|---|");
        foreach (Stage stage in stages)
        {
            double time = least.Sum(l => l[(int)stage]) * nanoseconds;
            string name = stage.ToString().ToLowerInvariant();
            long bytesAllocated = allocations[(int)stage] / pages.Length;
            Print($"| {name} | {time / all:P1} | {time / bytes:F3} | {time / pages.Length / 1000:F1} | {bytesAllocated} |");
        }
        Print($"| all | | {all / bytes:F3} | {all / pages.Length / 1000:F1} | {allocatedAtAll / pages.Length} |");
        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
