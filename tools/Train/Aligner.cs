using Skiplink.Html.Arena;
using Skiplink.PageModel;

namespace Train;

/// <summary>
/// Finds which blocks of a page its true text was made from. Each block has candidate places in the truth: a short one wherever its words
/// stand in that order, a long one along the diagonals that share the most runs of four words. The heaviest chain of candidates that goes
/// forward in both texts is taken (as alignment of sequences does with anchors), so that a text that occurs twice is matched where it
/// belongs. Long blocks that stand in another order are added while their place is free.
/// </summary>
internal static class Aligner
{
    private const int Shingle = 4;
    private const int LongWords = 8;
    private const int MostPlaces = 48;

    private readonly record struct Candidate(int Block, int Start, int End, double Weight);

    public static bool[] Align(BlockTable blocks, uint[] truth, int[] lineStarts)
    {
        bool[] labels = new bool[blocks.Count];
        if (truth.Length == 0)
            return labels;
        bool[] isLineStart = new bool[truth.Length + 1];
        foreach (int start in lineStarts)
            isLineStart[start] = true;
        Dictionary<uint, List<int>> words = Index(truth, 1), shingles = Index(truth, Shingle);

        List<Candidate> candidates = [];
        for (int i = 0; i < blocks.Count; i++)
        {
            ReadOnlySpan<uint> block = blocks.WordsOf(i);
            if (block.Length >= LongWords)
                AddLong(candidates, i, block, shingles, truth.Length);
            else if (block.Length > 0)
                AddShort(candidates, i, block, words, truth, isLineStart);
        }
        bool[] covered = new bool[truth.Length];
        foreach (Candidate candidate in HeaviestChain(candidates, truth.Length))
        {
            labels[candidate.Block] = true;
            covered.AsSpan(candidate.Start, candidate.End - candidate.Start).Fill(true);
        }
        foreach (Candidate candidate in candidates.Where(c => c.Weight >= 0.8 * blocks[c.Block].Words && blocks[c.Block].Words >= LongWords)
            .OrderByDescending(static c => c.Weight))
        {
            Span<bool> place = covered.AsSpan(candidate.Start, candidate.End - candidate.Start);
            if (labels[candidate.Block] || place.Count(true) * 4 > place.Length)
                continue;
            labels[candidate.Block] = true;
            place.Fill(true);
        }
        return labels;
    }

    private static Dictionary<uint, List<int>> Index(uint[] truth, int length)
    {
        Dictionary<uint, List<int>> index = [];
        for (int i = 0; i + length <= truth.Length; i++)
        {
            uint key = Hash(truth.AsSpan(i, length));
            if (!index.TryGetValue(key, out List<int>? places))
                index[key] = places = [];
            places.Add(i);
        }
        return index;
    }

    private static uint Hash(ReadOnlySpan<uint> words)
    {
        uint hash = Fnv1a.Basis;
        foreach (uint word in words)
            hash = Fnv1a.Combine(hash, word);
        return hash;
    }

    private static void AddShort(
        List<Candidate> candidates, int index, ReadOnlySpan<uint> block, Dictionary<uint, List<int>> words, uint[] truth,
        bool[] isLineStart)
    {
        if (!words.TryGetValue(Hash(block[..1]), out List<int>? places))
            return;
        foreach (int place in places)
        {
            int end = place + block.Length;
            if (end > truth.Length || !block.SequenceEqual(truth.AsSpan(place, block.Length)))
                continue;
            // A block is a line of the truth, or at least begins or ends one; inside of a line it is chance more often than not.
            int edges = (isLineStart[place] ? 1 : 0) + (isLineStart[end] ? 1 : 0);
            candidates.Add(new(index, place, end, block.Length * (edges switch { 2 => 1, 1 => 0.7, _ => 0.35 })));
        }
    }

    private static void AddLong(
        List<Candidate> candidates, int index, ReadOnlySpan<uint> block, Dictionary<uint, List<int>> shingles, int length)
    {
        Dictionary<int, int> diagonals = [];
        for (int i = 0; i + Shingle <= block.Length; i++)
        {
            if (!shingles.TryGetValue(Hash(block.Slice(i, Shingle)), out List<int>? places) || places.Count > MostPlaces)
                continue;
            foreach (int place in places)
                diagonals[place - i] = diagonals.GetValueOrDefault(place - i) + 1;
        }
        if (diagonals.Count == 0)
            return;
        // Words that one side leaves out move the diagonal: neighbours count together.
        int reach = 2 + (block.Length / 5);
        int[] sorted = [.. diagonals.Keys.Order()];
        List<(int Diagonal, int Votes)> found = [];
        int low = 0, high = 0, votes = 0;
        foreach (int diagonal in sorted)
        {
            while (high < sorted.Length && sorted[high] <= diagonal + reach)
                votes += diagonals[sorted[high++]];
            while (sorted[low] < diagonal - reach)
                votes -= diagonals[sorted[low++]];
            found.Add((diagonal, votes));
        }
        int taken = 0;
        List<int> used = [];
        foreach ((int diagonal, int count) in found.OrderByDescending(static f => f.Votes).ThenBy(f => f.Diagonal))
        {
            double matched = Math.Min(block.Length, count + Shingle - 1);
            if (matched < 0.5 * block.Length || taken == 8)
                break;
            if (used.Any(u => Math.Abs(u - diagonal) <= reach))
                continue;
            used.Add(diagonal);
            taken++;
            int start = Math.Clamp(diagonal, 0, length), end = Math.Clamp(diagonal + block.Length, start, length);
            candidates.Add(new(index, start, end, matched));
        }
    }

    /// <summary>
    /// The chain of most weight in which blocks and places both rise; each block is used once. A few words of overlap are let pass at the
    /// cost of their number.
    /// </summary>
    private static List<Candidate> HeaviestChain(List<Candidate> candidates, int length)
    {
        // A Fenwick tree over ends in the truth: the best chain that ends at or before a place.
        double[] best = new double[length + 2];
        int[] bestCandidate = new int[length + 2];
        Array.Fill(bestCandidate, -1);
        double[] weights = new double[candidates.Count];
        int[] previous = new int[candidates.Count];
        for (int i = 0; i < candidates.Count;)
        {
            int next = i;
            for (; next < candidates.Count && candidates[next].Block == candidates[i].Block; next++)
            {
                int slack = Math.Min(3, (candidates[next].End - candidates[next].Start) / 4);
                (double before, int from) = Best(candidates[next].Start);
                if (Best(candidates[next].Start + slack) is var (overlapping, chain) && overlapping - slack > before)
                    (before, from) = (overlapping - slack, chain);
                weights[next] = before + candidates[next].Weight;
                previous[next] = from;
            }
            for (; i < next; i++)
            {
                for (int k = candidates[i].End + 1; k < best.Length; k += k & -k)
                {
                    if (weights[i] > best[k])
                        (best[k], bestCandidate[k]) = (weights[i], i);
                }
            }
        }
        List<Candidate> found = [];
        int last = -1;
        for (int i = 0; i < candidates.Count; i++)
        {
            if (last < 0 || weights[i] > weights[last])
                last = i;
        }
        for (; last >= 0; last = previous[last])
            found.Add(candidates[last]);
        return found;

        (double Weight, int Candidate) Best(int place)
        {
            (double before, int from) = (0, -1);
            for (int k = place + 1; k > 0; k -= k & -k)
            {
                if (best[k] > before)
                    (before, from) = (best[k], bestCandidate[k]);
            }
            return (before, from);
        }
    }
}
