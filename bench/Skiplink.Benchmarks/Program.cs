using System.CommandLine;
using Skiplink.Benchmarks;

Argument<DirectoryInfo> folder = new("folder") { Description = "A folder of .html and .html.gz pages." };
folder.AcceptExistingOnly();
Option<int> rounds = new("--rounds") { Description = "How often the pages are gone over.", DefaultValueFactory = static _ => 10 };
Option<int> limit = new("--limit") { Description = "How many pages at most.", DefaultValueFactory = static _ => 300 };

Command profile = new("profile", "Prints what each station of the whole job takes.") { folder, rounds, limit };
profile.SetAction(run => StationProfile.Run(Page.Folder(run.GetRequiredValue(folder), run.GetValue(limit)), run.GetValue(rounds)));

return new RootCommand("Measures Skiplink's own hot paths.") { profile }.Parse(args).Invoke();
