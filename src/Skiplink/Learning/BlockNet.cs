using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Learning;

/// <summary>
/// A small network over the features of a block: one layer of units, each of which is the sum of all features by its own weights and is 0
/// where that is negative, and a last row that sums up the units. It gives the log-odds that the block is main text.
/// </summary>
internal sealed class BlockNet
{
    /// <summary>A feature goes in as so many standard deviations from its mean, and no more than this many.</summary>
    private const float Farthest = 4;

    private const int MaxWidth = 512;

    /// <param name="inputs">How many features.</param>
    /// <param name="width">How many units, a multiple of <see cref="DenseKernel.Lanes"/>.</param>
    public BlockNet(int inputs, int width)
    {
        (Inputs, Width) = (inputs, width);
        Means = new float[inputs];
        Scales = new float[inputs];
        Weights = new float[((inputs + 2) * width) + 1];
    }

    /// <summary>How many features, and how many units.</summary>
    public int Inputs { get; }

    public int Width { get; }

    /// <summary>What a feature is moved and scaled by before it goes in.</summary>
    public float[] Means { get; }

    public float[] Scales { get; }

    /// <summary>All weights: the matrix with a row for each input, the biases of the units, the last row and its bias.</summary>
    public float[] Weights { get; }

    public ReadOnlySpan<float> Matrix => Weights.AsSpan(0, Inputs * Width);

    public ReadOnlySpan<float> Biases => Weights.AsSpan(Inputs * Width, Width);

    /// <summary>Where the last row begins.</summary>
    public int LastRowStart => (Inputs + 1) * Width;

    /// <summary>The weight of each unit, and the bias.</summary>
    public ReadOnlySpan<float> LastRow => Weights.AsSpan(LastRowStart, Width + 1);

    /// <summary>A block's features as they go in, or those from <paramref name="first"/> on.</summary>
    public void Scale(ReadOnlySpan<float> row, Span<float> scaled, int first = 0)
    {
        ReadOnlySpan<float> means = Means.AsSpan(first, row.Length), scales = Scales.AsSpan(first, row.Length);
        int k = 0, last = row.Length - Vector512<float>.Count;
        for (; k < last; k += Vector512<float>.Count)
            ScaleVector(row, means, scales, scaled, k);
        // The last vector begins where it ends with the row, which may be among what has been done.
        if (last >= 0)
            ScaleVector(row, means, scales, scaled, last);
        for (; last < 0 && k < row.Length; k++)
            scaled[k] = Math.Clamp((row[k] - means[k]) * scales[k], -Farthest, Farthest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ScaleVector(ReadOnlySpan<float> row, ReadOnlySpan<float> means, ReadOnlySpan<float> scales, Span<float> scaled,
        int k)
    {
        Vector512<float> farthest = Vector512.Create(Farthest),
            value = (Vector512.LoadUnsafe(in row[k]) - Vector512.LoadUnsafe(in means[k])) * Vector512.LoadUnsafe(in scales[k]);
        Vector512.MinNative(Vector512.MaxNative(value, -farthest), farthest).StoreUnsafe(ref scaled[k]);
    }

    /// <summary>
    /// From the units of some blocks, <see cref="Width"/> for each, to their log-odds; writes 0 for units that are negative.
    /// </summary>
    public void ScoreUnits(Span<float> units, Span<float> scores)
    {
        ReadOnlySpan<float> last = LastRow;
        for (int i = 0; i * Width < units.Length; i++)
        {
            Span<float> own = units.Slice(i * Width, Width);
            Vector512<float> sums = default;
            for (int k = 0; k <= own.Length - Vector512<float>.Count; k += Vector512<float>.Count)
            {
                Vector512<float> values = Vector512.MaxNative(Vector512.LoadUnsafe(in own[k]), Vector512<float>.Zero);
                values.StoreUnsafe(ref own[k]);
                sums = Vector512.FusedMultiplyAdd(values, Vector512.LoadUnsafe(in last[k]), sums);
            }
            scores[i] = last[Width] + Sum(sums);
        }
    }

    /// <summary>The sum of all numbers, in one order whatever the machine.</summary>
    private static float Sum(Vector512<float> values)
    {
        Vector256<float> eight = values.GetLower() + values.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }

    /// <summary>Writes the network; numbers are little-endian.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Inputs);
        writer.Write(Width);
        foreach (float[] numbers in (float[][])[Means, Scales, Weights])
        {
            foreach (float number in numbers)
                writer.Write(number);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="featureOf">
    /// For each of the file's features its number in this program; features that the file does not have weigh nothing.
    /// </param>
    /// <param name="features">How many features this program has.</param>
    /// <exception cref="InvalidDataException">The sizes are none that a network has.</exception>
    public static BlockNet Read(BinaryReader reader, ReadOnlySpan<int> featureOf, int features)
    {
        int inputs = reader.ReadInt32(), width = reader.ReadInt32();
        if (inputs != featureOf.Length || width <= 0 || width % DenseKernel.Lanes != 0 || width > MaxWidth)
            throw new InvalidDataException(
                $"The model's network has {inputs} inputs and {width} units; {featureOf.Length} inputs and a multiple "
                + $"of {DenseKernel.Lanes} up to {MaxWidth} are possible.");
        BlockNet net = new(features, width);
        foreach (int feature in featureOf)
            net.Means[feature] = reader.ReadSingle();
        foreach (int feature in featureOf)
            net.Scales[feature] = reader.ReadSingle();
        foreach (int feature in featureOf)
        {
            for (int k = 0; k < width; k++)
                net.Weights[(feature * width) + k] = reader.ReadSingle();
        }
        for (int k = features * width; k < net.Weights.Length; k++)
            net.Weights[k] = reader.ReadSingle();
        return net;
    }
}
