using System.Runtime.Intrinsics;

namespace Skiplink.Learning;

/// <summary>The sum, the least and the greatest of the weights of some words, in units of <see cref="Lexicon.Scale"/>; both 0 at the least and at the most.</summary>
internal readonly record struct WordWeights(int Sum, int Least, int Most)
{
    /// <summary>How many bytes are loaded, whatever the number of weights.</summary>
    public const int Loaded = 16;

    /// <summary>Of the first <paramref name="count"/> weights. Of most texts and values they go into one vector, which needs no branch for their number.</summary>
    /// <param name="weights">The weights and at least <see cref="Loaded"/> bytes.</param>
    /// <param name="count">How many weights there are.</param>
    public static WordWeights Of(ReadOnlySpan<sbyte> weights, int count)
    {
        if (count > Loaded)
            return OfMany(weights[..count]);
        Vector128<sbyte> own = Vector128.Create(weights) & Vector128.GreaterThan(Vector128.Create((sbyte)count), Vector128<sbyte>.Indices);
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(own);
        // The least of eight pairs, and behind them the greatest with the sign turned; then of each eight the least.
        Vector128<sbyte> least = Vector128.Narrow(Vector128.Min(low, high), -Vector128.Max(low, high));
        least = Vector128.Min(least, (least.AsUInt64() >> 32).AsSByte());
        least = Vector128.Min(least, (least.AsUInt64() >> 16).AsSByte());
        least = Vector128.Min(least, (least.AsUInt64() >> 8).AsSByte());
        return new(Vector128.Sum(low + high), Math.Min(0, (int)least[0]), Math.Max(0, -least[8]));
    }

    private static WordWeights OfMany(ReadOnlySpan<sbyte> weights)
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
