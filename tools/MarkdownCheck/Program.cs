using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using Skiplink;
using Skiplink.MarkdownCheck;

// Reads every page of a folder, reads its Markdown back with another parser, and compares that with the plain text; exit 1 when more than
// the allowed share differ.
Argument<DirectoryInfo> folder = new("FOLDER") { Description = "A folder of .html and .html.gz pages." };
folder.AcceptExistingOnly();
Option<double> least = new(
    "--at-least")
{ Description = "The share of pages that must be equal.", DefaultValueFactory = static _ => 0.995 };
Option<int> show = new("--show") { Description = "How many of the pages that differ are shown.", DefaultValueFactory = static _ => 20 };
RootCommand command = new("Reads Markdown back with Markdig and compares its text with the plain text.") { folder, least, show };
command.SetAction(run =>
{
    FileInfo[] files = [.. run.GetRequiredValue(folder).EnumerateFiles("*.html*").OrderBy(static f => f.Name, StringComparer.Ordinal)];
    List<(string Name, string Difference)> differing = [];
    PageReader reader = new();
    foreach (FileInfo file in files)
    {
        using Stream raw = file.OpenRead();
        using Stream stream = file.Extension == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        Article article = reader.Read(bytes.ToArray(), new() { Formats = ArticleFormats.Markdown });
        string markdown = article.Markdown!;
        string want = MarkdownText.WithoutWhiteSpace(article.Text);
        string got = MarkdownText.WithoutWhiteSpace(MarkdownText.Read(markdown, hasFormulas: article.HasFormulas));
        if (want != got)
            differing.Add((file.Name, Difference(want, got)));
    }
    foreach ((string name, string difference) in differing.Take(run.GetValue(show)))
        Console.WriteLine($"{name}\n{difference}");
    double share = files.Length == 0 ? 0 : 1 - (differing.Count / (double)files.Length);
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture, $"{files.Length} pages, {differing.Count} differ, {share:P2} read back as their text."));
    return share >= run.GetValue(least) ? 0 : 1;
});
return command.Parse(args).Invoke();

static string Difference(string want, string got)
{
    int at = 0;
    while (at < want.Length && at < got.Length && want[at] == got[at])
        at++;
    int from = Math.Max(0, at - 40);
    return $"    text     {Around(want, from, at)}\n    markdown {Around(got, from, at)}";
}

static string Around(string text, int from, int at) => text[Math.Min(from, text.Length)..Math.Min(text.Length, at + 60)];
