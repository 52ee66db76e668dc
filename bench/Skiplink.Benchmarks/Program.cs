using System.CommandLine;
using Skiplink.Benchmarks;

Argument<DirectoryInfo> folder = new("folder") { Description = "A folder of .html and .html.gz pages." };
folder.AcceptExistingOnly();
Option<int> rounds = new("--rounds") { Description = "How often the pages are gone over.", DefaultValueFactory = static _ => 10 };
Option<int> limit = new("--limit") { Description = "How many pages at most.", DefaultValueFactory = static _ => 300 };

Command profile = new("profile", "Prints what each stage of the whole job takes.") { folder, rounds, limit };
profile.SetAction(run => StageProfile.Run(Page.Folder(run.GetRequiredValue(folder), run.GetValue(limit)), run.GetValue(rounds)));

Command growth = new("growth",
    "Prints how time grows with the size of a page, 10 KB to 50 MB; exit 1 when the time a byte differs by more than 2.") { folder };
growth.SetAction(run => Growth.Run(Page.Folder(run.GetRequiredValue(folder), 300)));

Command hostile = new("hostile", "Prints how time grows with the size of pages made to take long; exit 1 when it is not linear.");
hostile.SetAction(static _ => Growth.RunHostile());

Command parse = new("parse", "Parses pages again and again: something to attach a sampling profiler to.") { folder, rounds, limit };
parse.SetAction(run =>
{
    Page[] pages = Page.Folder(run.GetRequiredValue(folder), run.GetValue(limit));
    Skiplink.Html.HtmlParser parser = new();
    double[] least = [.. pages.Select(static _ => double.MaxValue)];
    for (int round = 0; round < run.GetValue(rounds); round++)
    {
        for (int i = 0; i < pages.Length; i++)
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            parser.Parse(pages[i].Bytes);
            least[i] = Math.Min(least[i], System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
    }
    Console.WriteLine(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{least.Average():F1} µs a page, {pages.Sum(static p => p.Bytes.Length) / least.Sum():F0} MB/s, the least of all rounds "
            + $"for each page."));
});

Command trees = new("trees",
    "Scores the blocks of pages with the model's trees in every way that the machine has, and prints what each takes.") { folder };
trees.SetAction(run => TreeWays.Run(Page.Folder(run.GetRequiredValue(folder), 1000)));

Command stages = new("stages", "Measures every stage and writer over the sample pages with BenchmarkDotNet.");
stages.SetAction(static _ => BenchmarkDotNet.Running.BenchmarkRunner.Run<StageBenchmarks>());

return new RootCommand("Measures Skiplink's own hot paths.") { profile, stages, parse, growth, hostile, trees }.Parse(args).Invoke();
