using Skiplink.Stories;
using StoryScore.Gold;

namespace StoryScore.Scoring;

/// <summary>Pairs what should be found with what was found, each at most once, the best pairs first.</summary>
internal static class Pairing
{
    public static List<(TGold Gold, TFound Found)> Best<TGold, TFound>(
        IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, TFound, double> likeness, double atLeast)
    {
        List<(double Likeness, int Gold, int Found)> candidates = [];
        for (int g = 0; g < gold.Count; g++)
            for (int f = 0; f < found.Count; f++)
                if (likeness(gold[g], found[f]) is double value && value >= atLeast)
                    candidates.Add((value, g, f));

        HashSet<int> usedGold = [], usedFound = [];
        List<(TGold, TFound)> pairs = [];
        foreach ((_, int g, int f) in candidates.OrderByDescending(c => c.Likeness).ThenBy(c => c.Gold).ThenBy(c => c.Found))
        {
            if (usedGold.Contains(g) || usedFound.Contains(f))
                continue;
            usedGold.Add(g);
            usedFound.Add(f);
            pairs.Add((gold[g], found[f]));
        }
        return pairs;
    }

    /// <summary>Twice what two spans share over what they have together: 1 for the same span, 0 for none in common.</summary>
    public static double Dice(Span a, Span b) => a.Length + b.Length == 0 ? 0 : 2.0 * a.Shared(b) / (a.Length + b.Length);

    public static double Dice(IReadOnlyList<Span> a, IReadOnlyList<Span> b)
    {
        int together = a.Sum(s => s.Length) + b.Sum(s => s.Length);
        return together == 0 ? 0 : 2.0 * a.Sum(x => b.Sum(x.Shared)) / together;
    }

    public static Span ToSpan(this TextSpan span) => new(span.Start, span.End);
}
