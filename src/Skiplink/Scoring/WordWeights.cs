namespace Skiplink.Scoring;

/// <summary>The sum, the least and the greatest of the weights of some words, in units of <see cref="Lexicon.Scale"/>; both 0 at the least and at the most.</summary>
internal readonly record struct WordWeights(int Sum, int Least, int Most)
{
    public static WordWeights Of(ReadOnlySpan<sbyte> weights)
    {
        int sum = 0, least = 0, most = 0;
        foreach (int weight in weights)
        {
            sum += weight;
            least = Math.Min(least, weight);
            most = Math.Max(most, weight);
        }
        return new(sum, least, most);
    }
}
