using System.CommandLine;
using Skiplink.Comparison;

Argument<DirectoryInfo> folder = new("folder") { Description = "A folder of .html and .html.gz pages." };
folder.AcceptExistingOnly();
Option<int> rounds = new("--rounds") { Description = "How often each library goes over the pages.", DefaultValueFactory = static _ => 7 };
Option<int> limit = new("--limit") { Description = "How many pages at most.", DefaultValueFactory = static _ => int.MaxValue };

Command all = new("all", "Both races and the peak memory: what stands in bench/results/comparison.md.") { folder, rounds, limit };
all.SetAction(run =>
{
    Console.WriteLine(
        $"# Beside other libraries\n\n{Machine.Description}. Bytes in, in memory; the CPU time is that of the process, collection of "
        + "garbage and compilation included.\n");
    LoadedPage[] pages = LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit));
    Race.Run("Parse: bytes to tree", Contender.Parsers(), pages, run.GetValue(rounds));
    PeakMemory.Run("parse", Contender.Parsers().Select(static c => c.Name), run.GetRequiredValue(folder), run.GetValue(limit));
    Read(pages, run.GetValue(rounds));
    PeakMemory.Run(
        "read", Contender.Extractors().Select(static c => c.Name).Where(static n => !n.Contains("alone", StringComparison.Ordinal)),
        run.GetRequiredValue(folder), run.GetValue(limit));
});

Command parse = new("parse", "Bytes to tree: Skiplink, AngleSharp, HtmlAgilityPack.") { folder, rounds, limit };
parse.SetAction(
    run => Race.Run(
        "Parse: bytes to tree", Contender.Parsers(), LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit)),
        run.GetValue(rounds)));

Command read = new(
    "read", "Bytes to main text with title, authors and dates: Skiplink, SmartReader, and Readability.js where node is.") { folder, rounds,
    limit };
read.SetAction(run => Read(LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit)), run.GetValue(rounds)));

Argument<string> job = new("job"), name = new("name");
Command alone = new("alone", "One library at one job; prints its peak memory.") { job, name, folder, limit };
alone.Hidden = true;
alone.SetAction(run => PeakMemory.Alone(
    (run.GetRequiredValue(job) == "parse" ? Contender.Parsers() : Contender.Extractors()).Single(c => c.Name == run.GetRequiredValue(name)),
    LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit))));

Command trees = new("trees", "Compares every page's tree with AngleSharp's, node by node; exit 1 when one differs.") { folder, limit };
trees.SetAction(run => TreeComparison.Run(LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit))));

Command content = new("content", "The content walk and its writers beside the parser.") { folder, rounds, limit };
content.SetAction(run => ContentShare.Run(LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit)), run.GetValue(rounds)));

return new RootCommand("Skiplink beside other libraries, on the same pages in one run.") { all, parse, read, trees, content, alone }.Parse(
    args).Invoke();

static void Read(LoadedPage[] pages, int rounds)
{
    using NodeContender? node = NodeContender.Start(pages);
    IContender[] contenders = node is null ? Contender.Extractors() : [.. Contender.Extractors(), node];
    Race.Run("Whole job: bytes to main text with title, authors and dates", contenders, pages, rounds);
    if (node is not null)
        Console.WriteLine($"Most memory of the process of {node.Name}, its pages included: {node.Peak / 1_000_000} MB.\n");
}
