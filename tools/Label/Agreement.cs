using Skiplink;
using Train;

namespace Label;

/// <summary>How far two labellers who read the same pages agree: for each role F1 over blocks, and Cohen's kappa over all blocks.</summary>
internal static class Agreement
{
    public static int Print(string firstFile, string secondFile)
    {
        Dictionary<string, RoleLabels> second = RoleLabels.Read(secondFile).ToDictionary(static l => l.Key);
        int roles = RoleLabels.Letters.Length, pages = 0;
        long[,] counts = new long[roles, roles];
        foreach (RoleLabels first in RoleLabels.Read(firstFile))
        {
            if (!second.TryGetValue(first.Key, out RoleLabels? other) || other.Roles.Length != first.Roles.Length)
                continue;
            pages++;
            for (int b = 0; b < first.Roles.Length; b++)
            {
                if (RoleCode.Role(first.Roles[b]) is BlockRole one && RoleCode.Role(other.Roles[b]) is BlockRole two)
                    counts[(int)one, (int)two]++;
            }
        }
        long all = Sum(counts), same = Enumerable.Range(0, roles).Sum(r => counts[r, r]);
        double chance = Enumerable.Range(0, roles).Sum(r => Row(counts, r) * (double)Column(counts, r)) / ((double)all * all);
        double observed = (double)same / all;
        Console.WriteLine($"{pages} pages, {all} blocks: agreement {observed:F3}, kappa {(observed - chance) / (1 - chance):F3}");
        for (int r = 0; r < roles; r++)
        {
            long one = Row(counts, r), two = Column(counts, r);
            if (one + two > 0)
                Console.WriteLine($"{(BlockRole)r,-12} F1 {2.0 * counts[r, r] / (one + two):F3}  {one} and {two} blocks");
        }
        return 0;
    }

    private static long Sum(long[,] counts) => counts.Cast<long>().Sum();

    private static long Row(long[,] counts, int row) => Enumerable.Range(0, counts.GetLength(1)).Sum(c => counts[row, c]);

    private static long Column(long[,] counts, int column) => Enumerable.Range(0, counts.GetLength(0)).Sum(r => counts[r, column]);
}
