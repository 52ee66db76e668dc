using System.CommandLine;
using Skiplink.NewPage;

// Golden pages: adds one, or writes what the pages give now over what is expected of them.
// Look at the change before it is committed; nothing runs this by itself.
Option<DirectoryInfo> pages = new(
    "--pages")
{ Description = "The folder of golden pages.", DefaultValueFactory = static _ => new("tests/pages") };
Argument<string> slug = new("SLUG") { Description = "The page's folder: what it is about, in a few words with dashes between." };
Argument<FileInfo> source = new("FILE.html") { Description = "The page, of your own writing." };
source.AcceptExistingOnly();
Option<string[]> kinds = new(
    "--expect")
{
    Description = "What is expected of it.",
    DefaultValueFactory = static _ => ["md", "txt"],
    AllowMultipleArgumentsPerToken = true
};
kinds.AcceptOnlyFromAmong([.. GoldenPage.Kinds]);
Command add = new("add", "Adds a page with what it gives now.") { slug, source, kinds };
add.SetAction(run =>
{
    string folder = Path.Combine(run.GetRequiredValue(pages).FullName, run.GetRequiredValue(slug));
    if (Directory.Exists(folder))
    {
        Console.Error.WriteLine($"{folder} is there already; use update.");
        return 1;
    }
    Directory.CreateDirectory(folder);
    GoldenPage page = new(folder);
    File.Copy(run.GetRequiredValue(source).FullName, page.Source);
    Write(page, run.GetRequiredValue(kinds));
    return 0;
});

Argument<string[]> slugs = new("SLUG…") { Description = "The pages; all of them when none is named.", Arity = ArgumentArity.ZeroOrMore };
Option<string[]> more = new(
    "--expect")
{
    Description = "What else is expected of them from now on.",
    DefaultValueFactory = static _ => [],
    AllowMultipleArgumentsPerToken = true
};
more.AcceptOnlyFromAmong([.. GoldenPage.Kinds]);
Command update = new("update", "Writes what pages give now over what was expected of them.") { slugs, more };
update.SetAction(run =>
{
    string root = run.GetRequiredValue(pages).FullName;
    string[] names = run.GetRequiredValue(slugs) is { Length: > 0 } named ? named : [.. GoldenPage.SlugsIn(root)];
    foreach (string name in names)
    {
        GoldenPage page = new(Path.Combine(root, name));
        Write(page, [.. page.KindsPresent.Union(run.GetRequiredValue(more))]);
    }
    return 0;
});

Command addWhole = new("add", "Adds a whole page with a draft of what is expected, to be corrected by hand.") { slug, source };
addWhole.SetAction(run =>
{
    string folder = Path.Combine(WholeFolder(run), run.GetRequiredValue(slug));
    if (Directory.Exists(folder))
    {
        Console.Error.WriteLine($"{folder} is there already.");
        return 1;
    }
    Directory.CreateDirectory(folder);
    WholePage page = new(folder);
    File.Copy(run.GetRequiredValue(source).FullName, page.Source);
    page.WriteDraft();
    Console.WriteLine($"Correct {page.ExpectedText} and {page.ExpectedMetadata}: they shall say what should come out.");
    return 0;
});

Option<bool> write = new("--write") { Description = "Writes known-failures.txt anew." };
Command failures = new("failures", "Prints what does not come out of whole pages as expected.") { write };
failures.SetAction(run =>
{
    string root = WholeFolder(run);
    List<(string Slug, string Field)> found = [];
    foreach (string folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
    {
        WholePage page = new(folder);
        foreach ((string field, string difference) in page.Failures())
        {
            found.Add((page.Slug, field));
            Console.WriteLine($"{page.Slug}: {field}\n{difference}\n");
        }
    }
    if (run.GetValue(write))
        new KnownFailures(Path.Combine(root, "known-failures.txt")).Write(found);
    return 0;
});
Command whole = new("whole", "Whole pages, with their menus and promotions: text and metadata.") { addWhole, failures };

RootCommand command = new("Golden pages: of the content walk and its writers, and whole ones.") { add, update, whole };
pages.Recursive = true;
command.Add(pages);
return command.Parse(args).Invoke();

string WholeFolder(ParseResult run) => Path.Combine(run.GetRequiredValue(pages).FullName, "whole");

static void Write(GoldenPage page, IEnumerable<string> kinds)
{
    Dictionary<string, string> outputs = page.Read();
    foreach (string kind in kinds)
    {
        string path = page.Expected(kind);
        bool isNew = !File.Exists(path) || File.ReadAllText(path) != outputs[kind];
        File.WriteAllText(path, outputs[kind]);
        Console.WriteLine($"{(isNew ? "changed " : "the same")} {page.Slug}/expected.{kind}");
    }
}
