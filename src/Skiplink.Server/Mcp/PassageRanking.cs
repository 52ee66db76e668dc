using System.Globalization;
using System.Text;

namespace Skiplink.Server.Mcp;

/// <summary>Ranks the passages of one page by how near they are to a question: Okapi BM25, with the page as the collection.</summary>
internal static class PassageRanking
{
    private const double K1 = 1.2, B = 0.75;

    /// <summary>Words in the headings above a passage count, but less than its own.</summary>
    private const double HeadingWeight = 0.5;

    /// <summary>The passages that share a word with a question, the nearest first.</summary>
    public static IReadOnlyList<(MarkdownPassage Passage, double Score)> Rank(
        IReadOnlyList<MarkdownPassage> passages, string question, int max)
    {
        string[] asked = [.. Words(question).Distinct(StringComparer.Ordinal)];
        List<Dictionary<string, double>> counts = [.. passages.Select(Counts)];
        double[] lengths = [.. counts.Select(static words => words.Values.Sum())];
        double average = Math.Max(1, lengths.DefaultIfEmpty(0).Average());
        double[] scores = new double[passages.Count];
        foreach (string word in asked)
        {
            int holding = counts.Count(words => words.ContainsKey(word));
            if (holding == 0)
                continue;
            double rarity = Math.Log(1 + ((passages.Count - holding + 0.5) / (holding + 0.5)));
            for (int i = 0; i < scores.Length; i++)
            {
                double count = counts[i].GetValueOrDefault(word);
                scores[i] += rarity * count * (K1 + 1) / (count + (K1 * (1 - B + (B * lengths[i] / average))));
            }
        }
        return [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]).ThenBy(static i => i)
            .Take(max).Select(i => (passages[i], scores[i]))];
    }

    private static Dictionary<string, double> Counts(MarkdownPassage passage)
    {
        Dictionary<string, double> counts = new(StringComparer.Ordinal);
        foreach (string word in Words(passage.Text))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        foreach (string word in passage.Path.SelectMany(Words))
            counts[word] = counts.GetValueOrDefault(word) + HeadingWeight;
        return counts;
    }

    /// <summary>The words of a text in lower case; where no spaces stand between words, each pair of characters is one.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        Rune? before = null;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isUnspaced = rune.Value is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0x0E00 and <= 0x0E7F;
            if (isUnspaced)
            {
                EndWord();
                if (before is { } first)
                    words.Add($"{first}{rune}");
                before = rune;
                continue;
            }
            before = null;
            if (Rune.IsLetterOrDigit(rune) || (word.Length > 0 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark))
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else
                EndWord();
        }
        EndWord();
        return words;

        void EndWord()
        {
            if (word.Length > 0)
                words.Add(Stem(word.ToString()));
            word.Clear();
        }
    }

    /// <summary>Without a plural's s, so that "tunnels" is found by "tunnel".</summary>
    private static string Stem(string word) =>
        word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && char.IsAscii(word[^2]) ? word[..^1] : word;
}
