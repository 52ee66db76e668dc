using Label;

// Shows the blocks of pages to somebody who labels them, and keeps the labels. CONTRIBUTING.md tells how.
return args switch
{
    ["show", .. string[] pages] when pages.Length > 0 => Commands.Show(pages),
    ["dump", string folder, string outFolder, .. string[] keys] => Commands.Dump(folder, outFolder, keys),
    ["import", string ranges, string folder, string file] => Commands.Import(ranges, folder, file),
    ["agree", string first, string second] => Agreement.Print(first, second),
    ["truth", string labels, string folder] => TruthCheck.Print(labels, folder),
    ["comments", string folder] => CommentCheck.Print(folder, null),
    ["comments", string folder, string labels] => CommentCheck.Print(folder, labels),
    _ => Commands.Usage(),
};
