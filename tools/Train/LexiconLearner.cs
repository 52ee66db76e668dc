using System.Runtime.InteropServices;
using Skiplink.Features;
using Skiplink.Learning;
using Skiplink.PageModel;

namespace Train;

/// <summary>
/// Learns, for each word in classes, ids, tags, headings and short texts, the log-odds that a block it stands with is main text. Each page
/// counts once for a word, however often it has it, and a word must occur on several sites.
/// </summary>
internal static class LexiconLearner
{
    private const double LevelDecay = 0.75;
    private const double Prior = 1.5;

    /// <summary>What one page says of its words: main and other text by share.</summary>
    public sealed record PageCounts(string Site, double BaseRate, Dictionary<uint, (double Main, double Other)> Words);

    public static PageCounts Count(PreparedPage page)
    {
        Dictionary<uint, (double Main, double Other)> words = [];
        BlockTable blocks = page.Blocks;
        double[] main = new double[blocks.Elements.Count], other = new double[blocks.Elements.Count];
        double allMain = 0, all = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            double weight = Math.Log2(2 + blocks[i].Words) * page.Importance[i];
            if (weight == 0)
                continue;
            bool label = page.Labels[i];
            all += weight;
            allMain += label ? weight : 0;
            (label ? main : other)[blocks[i].Inner] += weight;
            Add(TextWords.FirstOf(blocks, i), Lexicon.TextSeed, weight, label);
            if (page.HeadingOf(i) is >= 0 and int heading)
            {
                Add(TextWords.FirstOf(blocks, heading), Lexicon.HeadingSeed, weight, label);
                AddPairs(TextWords.FirstOf(blocks, heading), Lexicon.HeadingSeed, weight, label);
            }
            AddPairs(TextWords.FirstOf(blocks, i), 0, weight, label);
        }
        Span<uint> markup = stackalloc uint[AttributeTokens.Max];
        for (int e = blocks.Elements.Count - 1; e >= 0; e--)
        {
            ref readonly ElementRow element = ref blocks.Elements[e];
            if (main[e] + other[e] == 0)
                continue;
            int count = AttributeTokens.Read(page.Model.Html, element.Node, markup);
            AddDistinct(markup[..count], main[e], other[e]);
            if (element.Name == Skiplink.Html.HtmlNames.A)
            {
                count = AttributeTokens.ReadAddress(page.Model.Html, element.Node, markup);
                AddDistinct(markup[..count], main[e], other[e]);
            }
            AddOne(ElementWords.TagWord(page.Model.Html, element.Name), main[e], other[e]);
            if (e > 0)
            {
                main[element.Parent] += LevelDecay * main[e];
                other[element.Parent] += LevelDecay * other[e];
            }
        }
        return new(page.Page.Site, all > 0 ? allMain / all : 0, words);

        void AddDistinct(Span<uint> found, double plus, double minus)
        {
            found.Sort();
            for (int w = 0; w < found.Length; w++)
            {
                if (w == 0 || found[w] != found[w - 1])
                    AddOne(found[w], plus, minus);
            }
        }

        void AddPairs(ReadOnlySpan<uint> text, uint seed, double weight, bool label)
        {
            for (int w = 1; w < text.Length; w++)
                AddOne(LexiconQuery.Pair(text[w - 1] ^ seed, text[w]), label ? weight : 0, label ? 0 : weight);
        }

        void Add(ReadOnlySpan<uint> text, uint seed, double weight, bool label)
        {
            for (int w = 0; w < text.Length; w++)
                AddOne(text[w] ^ seed, label ? weight : 0, label ? 0 : weight);
        }

        void AddOne(uint word, double plus, double minus)
        {
            (double m, double o) = words.GetValueOrDefault(word);
            words[word] = (m + plus, o + minus);
        }
    }

    public static Lexicon Learn(IEnumerable<PageCounts> pages, RoleLexicon roles, Options options)
    {
        // Flat lists: millions of small objects would be looked at by every collection of garbage.
        Dictionary<uint, int> ids = [];
        List<Sum> sums = [];
        Dictionary<string, int> siteIds = [];
        double baseSum = 0;
        int count = 0;
        // By site, so that the sites of a word are counted by looking at the last.
        foreach (PageCounts page in pages.OrderBy(static p => p.Site, StringComparer.Ordinal))
        {
            baseSum += page.BaseRate;
            count++;
            if (!siteIds.TryGetValue(page.Site, out int site))
                siteIds[page.Site] = site = siteIds.Count + 1;
            foreach ((uint word, (double main, double other)) in page.Words)
            {
                double total = main + other;
                if (total == 0)
                    continue;
                if (!ids.TryGetValue(word, out int id))
                {
                    ids[word] = id = sums.Count;
                    sums.Add(default);
                }
                ref Sum sum = ref CollectionsMarshal.AsSpan(sums)[id];
                double share = Math.Min(1, total / 3);
                sum.Main += share * main / total;
                sum.Other += share * other / total;
                if (sum.LastSite != site)
                    (sum.LastSite, sum.Sites) = (site, sum.Sites + 1);
            }
        }
        double baseRate = baseSum / Math.Max(1, count), prior = Math.Log(baseRate / (1 - baseRate));
        List<KeyValuePair<uint, float>> words = [];
        foreach ((uint word, int id) in ids)
        {
            Sum sum = sums[id];
            if (sum.Sites < options.LeastSites || word == 0)
                continue;
            double weight = Math.Log((sum.Main + (Prior * baseRate)) / (sum.Other + (Prior * (1 - baseRate)))) - prior;
            if (Math.Abs(weight) >= options.LeastWeight)
                words.Add(new(word, (float)weight));
        }
        words.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        return new(words) { Roles = roles };
    }

    private struct Sum
    {
        public double Main;
        public double Other;
        public int Sites;
        public int LastSite;
    }
}
