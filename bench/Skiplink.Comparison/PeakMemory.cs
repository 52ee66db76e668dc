using System.Diagnostics;
using System.Globalization;

namespace Skiplink.Comparison;

/// <summary>How much memory a process holds at most that does one job with one library: each in a process of its own.</summary>
internal static class PeakMemory
{
    /// <summary>Prints a table of the contenders.</summary>
    public static void Run(string job, IEnumerable<string> names, DirectoryInfo folder, int limit)
    {
        Console.WriteLine(
            "Most memory of a process that goes over the pages twice, without the pages themselves, MB:\n\n| | MB |\n|---|---|");
        foreach (string name in names)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Measure(job, name, folder, limit) / 1e6:F0} |"));
        Console.WriteLine();
    }

    /// <summary>Does one job, as the process that is measured, and prints its peak in bytes.</summary>
    public static void Alone(IContender contender, LoadedPage[] pages)
    {
        contender.Go(pages);
        contender.Go(pages);
        using Process own = Process.GetCurrentProcess();
        Console.WriteLine((own.PeakWorkingSet64 - pages.Sum(static p => (long)p.Bytes.Length)).ToString(CultureInfo.InvariantCulture));
    }

    private static double Measure(string job, string name, DirectoryInfo folder, int limit)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                ["alone", job, name, folder.FullName, "--limit", limit.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput =
                true
            })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
