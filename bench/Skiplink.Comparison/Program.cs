using System.CommandLine;
using Skiplink.Comparison;

Argument<DirectoryInfo> folder = new("folder") { Description = "A folder of .html and .html.gz pages." };
folder.AcceptExistingOnly();
Option<int> rounds = new("--rounds") { Description = "How often each library goes over the pages.", DefaultValueFactory = static _ => 5 };
Option<int> limit = new("--limit") { Description = "How many pages at most.", DefaultValueFactory = static _ => int.MaxValue };

Command parse = new("parse", "Bytes to tree: Skiplink, AngleSharp, HtmlAgilityPack.") { folder, rounds, limit };
parse.SetAction(run => Race.Run(Contender.Parsers(), LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit)), run.GetValue(rounds)));

Command read = new("read", "Bytes to main text with title, authors and dates: Skiplink, SmartReader.") { folder, rounds, limit };
read.SetAction(run => Race.Run(Contender.Extractors(), LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit)), run.GetValue(rounds)));

Command trees = new("trees", "Compares every page's tree with AngleSharp's, node by node; exit 1 when one differs.") { folder, limit };
trees.SetAction(run => TreeComparison.Run(LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit))));

Command content = new("content", "The content walk and its writers beside the parser.") { folder, rounds, limit };
content.SetAction(run => ContentShare.Run(LoadedPage.Folder(run.GetRequiredValue(folder), run.GetValue(limit)), run.GetValue(rounds)));

return new RootCommand("Skiplink beside other libraries, on the same pages in one run.") { parse, read, trees, content }.Parse(args).Invoke();
