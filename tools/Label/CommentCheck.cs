using System.Text;
using System.Text.Json;
using Skiplink;
using Skiplink.Addresses;
using Skiplink.PageModel;
using Skiplink.Surroundings;
using Train;

namespace Label;

/// <summary>
/// Compares the comments that are read with those of a corpus that has comments among its labels (<c>ground_truth.comments</c>): word F1,
/// with names and dates and without, the share of pages that have nine of ten words, and of these in order.
/// </summary>
internal static class CommentCheck
{
    /// <param name="folder">The corpus; <c>FOLDER:PREFIX</c> for those of its pages whose names begin so.</param>
    /// <param name="labelFile">Roles by hand, which stand in for those that are predicted; null to predict them.</param>
    public static int Print(string folder, string? labelFile)
    {
        Dictionary<string, RoleLabels>? labels = labelFile is null ? null : RoleLabels.Read(labelFile).ToDictionary(static l => l.Key);
        PageReader reader = new();
        string prefix = folder.LastIndexOf(':') is > 0 and int colon ? folder[(colon + 1)..] : "";
        folder = prefix.Length > 0 ? folder[..^(prefix.Length + 1)] : folder;
        List<(string Key, Figures Plain, Figures Whole, bool InOrder, int Comments)> pages = [];
        foreach (string path in Commands.PagesOf(folder))
        {
            string key = Commands.KeyOf(path);
            bool isAsked = key.StartsWith(prefix, StringComparison.Ordinal) && labels?.ContainsKey(key) != false;
            if (!isAsked || TruthOf(folder, key) is not { } truth)
                continue;
            IReadOnlyList<ReaderComment> comments = labels is null
                ? reader.Read(Corpus.ReadHtml(path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path)).Comments
                : ByLabels(Commands.Read(path), labels[key]);
            string[] wanted = Words(truth);
            string[] plain = Words(string.Join('\n', comments.Select(static c => c.Text)));
            string[] whole = Words(string.Join('\n', comments.Select(static c => $"{c.Author} {c.Date} {c.Text}")));
            pages.Add((key, Figures.Of(plain, wanted), Figures.Of(whole, wanted), IsInOrder(plain, wanted), comments.Count));
        }
        foreach ((string key, Figures plain, Figures whole, bool inOrder, int comments) in pages.OrderBy(static p => p.Plain.F1))
        {
            Console.WriteLine($"{key}  {comments} comments  P {plain.Precision:F3}  R {plain.Recall:F3}  F1 {plain.F1:F3}"
                + $"  with names {whole.F1:F3}{(inOrder ? "" : "  not in order")}");
        }
        if (pages.Count == 0)
            return 1;
        Console.WriteLine($"{pages.Count} pages: P {pages.Average(static p => p.Plain.Precision):F4}"
            + $"  R {pages.Average(static p => p.Plain.Recall):F4}"
            + $"  F1 {pages.Average(static p => p.Plain.F1):F4}  with names and dates {pages.Average(static p => p.Whole.F1):F4}"
            + $"  whole {pages.Average(static p => p.Plain.Recall >= 0.9 || p.Whole.Recall >= 0.9 ? 1 : 0):F3}"
            + $"  in order {pages.Average(static p => p.InOrder ? 1 : 0):F3}  none found {pages.Count(static p => p.Comments == 0)}");
        return 0;
    }

    private static IReadOnlyList<ReaderComment> ByLabels(PageDocument page, RoleLabels labels)
    {
        char[] roles = labels.For(page.Blocks);
        bool[] blocks = Array.ConvertAll(roles, static r => r == 'k');
        return CommentReader.Read(page, blocks, isMonthFirst: true, new UrlResolver(page.Head, null));
    }

    private static string? TruthOf(string folder, string key)
    {
        string path = Path.Combine(folder, "ground-truth", key + ".json");
        if (!File.Exists(path))
            return null;
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.GetProperty("ground_truth").TryGetProperty("comments", out JsonElement comments)
            && comments.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(comments.GetString()) ? comments.GetString() : null;
    }

    private static string[] Words(string text)
    {
        StringBuilder words = new(text.Length);
        foreach (char c in text)
            words.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether the words found stand in the order of the truth: nine of ten runs of four words go forwards.</summary>
    private static bool IsInOrder(string[] found, string[] wanted)
    {
        Dictionary<string, int> places = [];
        for (int i = 0; i + 4 <= wanted.Length; i++)
            places.TryAdd(string.Join(' ', wanted, i, 4), i);
        int last = -1, forwards = 0, all = 0;
        for (int i = 0; i + 4 <= found.Length; i++)
        {
            if (!places.TryGetValue(string.Join(' ', found, i, 4), out int place))
                continue;
            all++;
            forwards += place > last ? 1 : 0;
            last = place;
        }
        return all == 0 || forwards * 10 >= all * 9;
    }

    private readonly record struct Figures(double Precision, double Recall)
    {
        public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

        public static Figures Of(string[] found, string[] wanted)
        {
            Dictionary<string, int> left = wanted.CountBy(static w => w).ToDictionary();
            int same = 0;
            foreach (string word in found)
            {
                if (left.GetValueOrDefault(word) is > 0 and int count)
                    (left[word], same) = (count - 1, same + 1);
            }
            return found.Length == 0 || wanted.Length == 0 ? default : new((double)same / found.Length, (double)same / wanted.Length);
        }
    }
}
