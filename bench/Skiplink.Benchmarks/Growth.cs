using System.Globalization;
using System.Text;
using Skiplink.Html;

namespace Skiplink.Benchmarks;

/// <summary>How the time that a page takes grows with its size.</summary>
internal static class Growth
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000];
    private static readonly int[] HostileSizes = [500_000, 1_000_000, 2_000_000, 4_000_000];

    private static readonly (string Name, Func<byte[], int> Run)[] Jobs = [("parse", Parse), ("whole job", Read)];
    private static readonly HtmlParser Parser = new();
    private static readonly PageReader Reader = new();

    private static int Parse(byte[] page) => Parser.Parse(page).NodeCount;

    private static int Read(byte[] page) => Reader.Read(page).Utf8Text.Length;

    /// <summary>Pages of 10 KB to 50 MB: pieces of real ones, and made-up ones.</summary>
    public static int Run(Page[] pages)
    {
        int failed = 0;
        Warm(pages);
        Console.WriteLine($"| | {string.Join(" | ", Sizes.Select(static s => Named(s)))} | most over least |");
        Console.WriteLine($"|---|{string.Concat(Sizes.Select(static _ => "---|"))}---|");
        Pieces pieces = new(pages, Sizes[^1]);
        foreach ((string kind, Func<int, byte[][]> make) in new (string, Func<int, byte[][]>)[] { ("real pages", pieces.Of),
            ("made up", static size => [MadeUp(size)]) })
        {
            byte[][][] inputs = [.. Sizes.Select(make)];
            foreach ((string job, Func<byte[], int> run) in Jobs)
            {
                double[] perByte =
                    [.. inputs.Select(
                        set => set.Sum(page => NanosecondsPerByte(run, page) * page.Length) / set.Sum(static page => (double)page.Length))];
                double spread = perByte.Max() / perByte.Min();
                failed += spread > 2 ? 1 : 0;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {job}, {kind}, ns a byte |"
                        + $" {string.Join(" | ", perByte.Select(static t => t.ToString("F2", CultureInfo.InvariantCulture)))} |"
                        + $" {spread:F2} |"));
            }
        }
        return failed == 0 ? 0 : 1;
    }

    /// <summary>
    /// Every hostile shape in four sizes: what it takes a byte, and the slope of its time on a scale of logarithms, which is 1 where time
    /// is linear.
    /// </summary>
    public static int RunHostile()
    {
        int failed = 0;
        Warm([.. HostileShapes.All.Select(static s => new Page(s.Name, s.Make(20_000)))]);
        Console.WriteLine($"| shape | parse, ns a byte at {Named(HostileSizes[^1])} | slope | whole job, ns a byte | slope |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (HostileShapes.Shape shape in HostileShapes.All)
        {
            byte[][] inputs = [.. HostileSizes.Select(shape.Make)];
            StringBuilder line = new($"| {shape.Name} |");
            foreach ((_, Func<byte[], int> run) in Jobs)
            {
                double[] times = [.. inputs.Select(page => NanosecondsPerByte(run, page) * page.Length)];
                double slope = Slope([.. inputs.Select(static page => Math.Log(page.Length))], [.. times.Select(static t => Math.Log(t))]);
                failed += slope > 1.3 ? 1 : 0;
                line.Append(CultureInfo.InvariantCulture, $" {times[^1] / inputs[^1].Length:F1} | {slope:F2} |");
            }
            Console.WriteLine(line);
        }
        Console.WriteLine();
        Console.WriteLine($"{HostileShapes.All.Count} shapes; {failed} slopes above 1.3.");
        return failed == 0 ? 0 : 1;
    }

    /// <summary>CPU time of the process, the least of three parts of some runs each, the memory grown before.</summary>
    private static double NanosecondsPerByte(Func<byte[], int> run, byte[] page)
    {
        const double PartSeconds = 0.01;
        double seconds = Seconds(run, page, 1), least = double.MaxValue;
        int times = Math.Clamp((int)(PartSeconds / Math.Max(seconds, 1e-6)), 1, 1000);
        for (int part = 0; part < 3; part++)
            least = Math.Min(least, Seconds(run, page, times) / times);
        return least * 1e9 / page.Length;
    }

    private static double Seconds(Func<byte[], int> run, byte[] page, int times)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < times; i++)
            run(page);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    /// <summary>
    /// Lets the methods be compiled with what real pages show of them. The compiler works beside the program and its time counts as the
    /// process's, so it is waited for.
    /// </summary>
    private static void Warm(Page[] pages)
    {
        for (int round = 0; round < 9; round++)
        {
            foreach (Page page in pages)
            {
                Parse(page.Bytes);
                Read(page.Bytes);
            }
            if (round % 3 == 2)
                Thread.Sleep(1000);
        }
    }

    private static double Slope(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }

    private static byte[] MadeUp(int size)
    {
        StringBuilder page = new(
            "<!doctype html><html lang=en><head><title>A page of a certain size</title></head><body><nav><ul><li><a href=/>Home</a></li>"
            + "</ul></nav><main>");
        for (int i = 0; page.Length < size; i++)
        {
            if (i % 7 == 0)
                page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"part-{i}\">Part {i}</h2>\n");
            page.Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"block block--{i % 5}\"><p>Sentence {i} says, once more, that a page may be <em>as long</em> as it likes "
                + $"&amp; still be read in time.</p>")
                .Append(CultureInfo.InvariantCulture,
                    $"<ul><li><a href=\"/item/{i}\">Item {i}</a></li><li>{i * 17}</li></ul><img src=\"/{i}.png\" alt=\"\"></div>\n");
        }
        return Encoding.UTF8.GetBytes(page.ToString())[..size];
    }

    private static string Named(int size) =>
        size >= 1_000_000 ? $"{size / 1_000_000} MB" : size >= 1000 ? $"{size / 1000} KB" : $"{size} B";
}
