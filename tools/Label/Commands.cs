using System.Text.Json;
using Skiplink;
using Skiplink.Html;
using Skiplink.PageModel;
using Train;

namespace Label;

/// <summary>The commands that show pages and take their labels.</summary>
internal static class Commands
{
    public static int Usage()
    {
        Console.Error.WriteLine("""
            show PAGE.html...                  the blocks of pages, numbered
            dump FOLDER OUT [KEY...]           the same for pages of a corpus, a file each
            import RANGES.txt FOLDER OUT.jsonl labels from lines "KEY | kind | 0-5 n, 6 t, 7 b, 8-20 m"
            agree A.jsonl B.jsonl              agreement of two labellers, by role
            truth LABELS.jsonl FOLDER          word F1 of the main text by labels against the published text
            comments FOLDER [LABELS.jsonl]     word F1 of the comments read, by predicted roles or by labels, against the published ones
            """);
        return 2;
    }

    public static int Show(string[] pages)
    {
        foreach (string path in pages)
            Console.Write(new PageListing(Read(path)).Write(KeyOf(path)));
        return 0;
    }

    public static int Dump(string folder, string outFolder, string[] keys)
    {
        Directory.CreateDirectory(outFolder);
        foreach (string path in PagesOf(folder).Where(p => keys.Length == 0 || keys.Contains(KeyOf(p))))
            File.WriteAllText(Path.Combine(outFolder, KeyOf(path) + ".txt"), new PageListing(Read(path)).Write(KeyOf(path)));
        return 0;
    }

    /// <summary>Reads what a labeller wrote; lines that cannot be read are named, and nothing is written then.</summary>
    public static int Import(string ranges, string folder, string file)
    {
        Dictionary<string, string> pages = PagesOf(folder).ToDictionary(KeyOf);
        List<RoleLabels> labels = [];
        int faults = 0;
        foreach (string line in File.ReadLines(ranges).Where(static l => !string.IsNullOrWhiteSpace(l) && l[0] != '#'))
        {
            string[] parts = line.Split('|', StringSplitOptions.TrimEntries);
            try
            {
                if (parts.Length != 3)
                    throw new FormatException("a line is KEY | kind | ranges");
                if (!pages.TryGetValue(parts[0], out string? path))
                    throw new FormatException($"no page of this name in {folder}");
                BlockTable blocks = Read(path).Blocks;
                labels.Add(new(parts[0], parts[1], RoleRanges.Read(parts[2], blocks.Count), RoleLabels.HashesOf(blocks)));
            }
            catch (FormatException e)
            {
                Console.Error.WriteLine($"{parts[0]}: {e.Message}");
                faults++;
            }
        }
        if (faults > 0)
            return 1;
        File.WriteAllLines(file, labels.OrderBy(static l => l.Key, StringComparer.Ordinal).Select(static l => JsonSerializer.Serialize(l)));
        Console.WriteLine($"{labels.Count} pages, {labels.Sum(static l => l.Roles.Length)} blocks");
        return 0;
    }

    /// <summary>The page of a file, plain or compressed.</summary>
    public static PageDocument Read(string path) =>
        new PageDocumentBuilder().Build(PagePipeline.Parse(new HtmlParser(), Corpus.ReadHtml(Plain(path)), null));

    /// <summary>The pages of a corpus: in html/ or in the folder itself.</summary>
    public static IEnumerable<string> PagesOf(string folder)
    {
        string html = Path.Combine(folder, "html");
        return Directory.GetFiles(Directory.Exists(html) ? html : folder, "*.html*").Order(StringComparer.Ordinal);
    }

    private static string Plain(string path) => path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path;

    public static string KeyOf(string path) => Path.GetFileNameWithoutExtension(Plain(path));
}
