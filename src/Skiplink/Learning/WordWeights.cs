using System.Runtime.Intrinsics;

namespace Skiplink.Learning;

/// <summary>
/// The sum, the minimum and the maximum of the weights of some words, in units of <see cref="Lexicon.Scale"/>. The minimum is 0 or less,
/// the maximum 0 or more.
/// </summary>
internal readonly record struct WordWeights(int Sum, int Min, int Max)
{
    /// <summary>How many bytes are loaded, whatever the number of weights.</summary>
    public const int Loaded = 16;

    /// <summary>
    /// From the first <paramref name="count"/> weights. Those of nearly all texts and values fit one vector, which needs no branch that
    /// depends on their number.
    /// </summary>
    /// <param name="weights">The weights and at least <see cref="Loaded"/> bytes.</param>
    /// <param name="count">How many weights there are.</param>
    public static WordWeights Of(ReadOnlySpan<sbyte> weights, int count)
    {
        if (count > Loaded)
            return OfMany(weights[..count]);
        Vector128<sbyte> own = Vector128.Create(weights) & Vector128.GreaterThan(Vector128.Create((sbyte)count), Vector128<sbyte>.Indices);
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(own);
        // The minima of eight pairs and their negated maxima; then the minimum of each eight.
        Vector128<sbyte> min = Vector128.Narrow(Vector128.Min(low, high), -Vector128.Max(low, high));
        min = Vector128.Min(min, (min.AsUInt64() >> 32).AsSByte());
        min = Vector128.Min(min, (min.AsUInt64() >> 16).AsSByte());
        min = Vector128.Min(min, (min.AsUInt64() >> 8).AsSByte());
        return new(Vector128.Sum(low + high), Math.Min(0, (int)min[0]), Math.Max(0, -min[8]));
    }

    private static WordWeights OfMany(ReadOnlySpan<sbyte> weights)
    {
        int sum = 0, min = 0, max = 0;
        foreach (int weight in weights)
        {
            sum += weight;
            min = Math.Min(min, weight);
            max = Math.Max(max, weight);
        }
        return new(sum, min, max);
    }
}
