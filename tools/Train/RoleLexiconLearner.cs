using System.Runtime.InteropServices;
using Skiplink;
using Skiplink.Features;
using Skiplink.Learning;
using Skiplink.PageModel;

namespace Train;

/// <summary>
/// Learns, for each word in classes, ids, headings and short texts, the log-odds that a block it stands with has each of the roles of <see
/// cref="RoleLexicon.Roles"/>. Each page counts once for a word, and a word must occur on several sites.
/// </summary>
internal static class RoleLexiconLearner
{
    private const int All = RoleLexicon.Lanes;
    private const double Prior = 1.5;
    private const double LevelDecay = 0.75;
    private const double MinWeight = 0.7;

    /// <summary>What one page says of its words: for each the weight of its blocks of each role, and of all its blocks.</summary>
    /// <remarks>Flat arrays: millions of small objects would be looked at by every collection of garbage.</remarks>
    public sealed record PageCounts(string Site, double[] BaseRates, uint[] Words, float[] Counts);

    /// <summary>Counts the words of a page; null where nobody labelled its roles.</summary>
    public static PageCounts? Count(PreparedPage page)
    {
        if (page.Roles is null)
            return null;
        BlockTable blocks = page.Blocks;
        Dictionary<uint, double[]> words = [];
        double[] sums = new double[All + 1];
        double[][] ofElement = new double[blocks.Elements.Count][];
        for (int i = 0; i < blocks.Count; i++)
        {
            if (page.Roles[i] == RoleLabels.Undecided)
                continue;
            double[] counts = new double[All + 1];
            counts[All] = Math.Log2(2 + blocks[i].Words);
            if (LaneOf(page.Roles[i]) is >= 0 and int lane)
                counts[lane] = counts[All];
            AddTo(sums, counts, 1);
            foreach (uint word in TextWords.FirstOf(blocks, i))
                AddTo(Of(words, word ^ Lexicon.TextSeed), counts, 1);
            AddTo(ofElement[blocks[i].Inner] ??= new double[All + 1], counts, 1);
        }
        Span<uint> markup = stackalloc uint[AttributeTokens.Max];
        for (int e = blocks.Elements.Count - 1; e >= 0; e--)
        {
            if (ofElement[e] is not { } counts)
                continue;
            int count = AttributeTokens.Read(page.Model.Html, blocks.Elements[e].Node, markup);
            foreach (uint word in new HashSet<uint>(markup[..count].ToArray()))
                AddTo(Of(words, word), counts, 1);
            if (e > 0)
                AddTo(ofElement[blocks.Elements[e].Parent] ??= new double[All + 1], counts, LevelDecay);
        }
        return new(
            page.Page.Site, [.. sums.Take(All).Select(s => s / Math.Max(1e-9, sums[All]))], [.. words.Keys],
            [.. words.Values.SelectMany(static counts => counts).Select(static c => (float)c)]);
    }

    /// <summary>Learns from pages.</summary>
    public static RoleLexicon Learn(IEnumerable<PageCounts> pages, Options options)
    {
        Dictionary<uint, int> ids = [];
        List<double> all = [];
        List<int> sites = [], lastSite = [];
        Dictionary<string, int> siteIds = [];
        double[] rates = new double[All];
        int count = 0;
        // By site, so that the sites of a word are counted by looking at the last.
        foreach (PageCounts page in pages.OrderBy(static p => p.Site, StringComparer.Ordinal))
        {
            count++;
            if (!siteIds.TryGetValue(page.Site, out int site))
                siteIds[page.Site] = site = siteIds.Count + 1;
            for (int r = 0; r < All; r++)
                rates[r] += page.BaseRates[r];
            for (int w = 0; w < page.Words.Length; w++)
            {
                ReadOnlySpan<float> counts = page.Counts.AsSpan(w * (All + 1), All + 1);
                if (!ids.TryGetValue(page.Words[w], out int id))
                {
                    ids[page.Words[w]] = id = sites.Count;
                    sites.Add(0);
                    lastSite.Add(0);
                    all.AddRange(Enumerable.Repeat(0.0, All + 1));
                }
                double factor = Math.Min(1, counts[All] / 3.0) / counts[All];
                for (int r = 0; r <= All; r++)
                    all[(id * (All + 1)) + r] += factor * counts[r];
                if (lastSite[id] != site)
                    (lastSite[id], sites[id]) = (site, sites[id] + 1);
            }
        }
        if (count == 0)
            return RoleLexicon.Empty;
        List<KeyValuePair<uint, ulong>> words = [];
        double[] weights = new double[All];
        foreach ((uint word, int id) in ids)
        {
            if (word == 0 || sites[id] < options.LeastSites)
                continue;
            ReadOnlySpan<double> sums = CollectionsMarshal.AsSpan(all).Slice(id * (All + 1), All + 1);
            for (int r = 0; r < All; r++)
            {
                double rate = rates[r] / count;
                double odds = (sums[r] + (Prior * rate)) / (sums[All] - sums[r] + (Prior * (1 - rate)));
                weights[r] = Math.Log(odds) - Math.Log(rate / (1 - rate));
            }
            // That a word is rare beside a rare role says little.
            if (weights.Max() >= MinWeight || weights.Min() <= -2 * MinWeight)
                words.Add(new(word, RoleLexicon.Pack(weights)));
        }
        words.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        return new(words);
    }

    private static int LaneOf(char letter)
    {
        BlockRole role = (BlockRole)RoleLabels.Letters.IndexOf(letter);
        for (int lane = 0; lane < All; lane++)
        {
            if (RoleLexicon.Roles[lane] == role)
                return lane;
        }
        return -1;
    }

    private static double[] Of(Dictionary<uint, double[]> words, uint word) =>
        words.TryGetValue(word, out double[]? counts) ? counts : words[word] = new double[All + 1];

    private static void AddTo(double[] sums, double[] counts, double factor)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += factor * counts[i];
    }
}
