using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Skiplink.Scoring;

/// <summary>
/// A small network over the blocks of a page. The first layer makes of each block's features its state; each of the next ones adds to the state what it makes of the
/// states of the block, its neighbours, its heading, and the means of its group, its twins and the page. The last row gives the log-odds that the block is main text.
/// </summary>
internal sealed class BlockNet
{
    /// <summary>What a layer sees for each block: so many states side by side.</summary>
    public const int Views = 7;

    /// <summary>A feature goes in as so many standard deviations from its mean, and no more than this many.</summary>
    private const float Farthest = 4;

    private const int MostWeights = 1 << 20;

    public BlockNet(int inputs, int width, int layers)
    {
        (Inputs, Width, Layers) = (inputs, width, layers);
        Means = new float[inputs];
        Scales = new float[inputs];
        Weights = new float[Offset(layers + 1) + width + 1];
    }

    /// <summary>How many features, how many numbers in a state (a multiple of <see cref="DenseKernel.Lanes"/>), how many layers after the first.</summary>
    public int Inputs { get; }

    public int Width { get; }

    public int Layers { get; }

    /// <summary>What a feature is moved and scaled by before it goes in.</summary>
    public float[] Means { get; }

    public float[] Scales { get; }

    /// <summary>All weights: the first layer's matrix (a row for each input) and biases, then each other layer's, then the last row and its bias.</summary>
    public float[] Weights { get; }

    /// <summary>Where a layer's weights begin: 0 is the first one, <see cref="Layers"/> + 1 the last row.</summary>
    public int Offset(int layer) => layer == 0 ? 0 : ((Inputs + 1) * Width) + ((layer - 1) * ((Views * Width) + 1) * Width);

    /// <summary>How many numbers a layer reads for each block.</summary>
    public int InputsOf(int layer) => layer == 0 ? Inputs : Views * Width;

    public ReadOnlySpan<float> MatrixOf(int layer) => Weights.AsSpan(Offset(layer), InputsOf(layer) * Width);

    public ReadOnlySpan<float> BiasesOf(int layer) => Weights.AsSpan(Offset(layer) + (InputsOf(layer) * Width), Width);

    /// <summary>The weight of each number of the last state, and the bias.</summary>
    public ReadOnlySpan<float> LastRow => Weights.AsSpan(Offset(Layers + 1), Width + 1);

    /// <summary>How far a layer's neighbours stand: 1, 2, 4 …</summary>
    public static int Reach(int layer) => 1 << (layer - 1);

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
    private static void ScaleVector(ReadOnlySpan<float> row, ReadOnlySpan<float> means, ReadOnlySpan<float> scales, Span<float> scaled, int k)
    {
        Vector512<float> farthest = Vector512.Create(Farthest), value = (Vector512.LoadUnsafe(in row[k]) - Vector512.LoadUnsafe(in means[k])) * Vector512.LoadUnsafe(in scales[k]);
        Vector512.MinNative(Vector512.MaxNative(value, -farthest), farthest).StoreUnsafe(ref scaled[k]);
    }

    /// <summary>The log-odds of each block, from its last state.</summary>
    public void ScoreStates(ReadOnlySpan<float> states, Span<float> scores)
    {
        ReadOnlySpan<float> last = LastRow;
        for (int i = 0; i * Width < states.Length; i++)
        {
            ReadOnlySpan<float> state = states.Slice(i * Width, Width);
            float sum = last[Width];
            for (int k = 0; k < state.Length; k++)
                sum += last[k] * state[k];
            scores[i] = sum;
        }
    }

    /// <summary>Writes the network; numbers are little-endian.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Inputs);
        writer.Write(Width);
        writer.Write(Layers);
        foreach (float[] numbers in (float[][])[Means, Scales, Weights])
        {
            foreach (float number in numbers)
                writer.Write(number);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote. <paramref name="featureOf"/> gives today's number of a feature for the file's; features that the file does not have weigh nothing.</summary>
    /// <exception cref="InvalidDataException">The sizes are none that a network has.</exception>
    public static BlockNet Read(BinaryReader reader, ReadOnlySpan<int> featureOf)
    {
        int inputs = reader.ReadInt32(), width = reader.ReadInt32(), layers = reader.ReadInt32();
        if (inputs != featureOf.Length || width <= 0 || width % DenseKernel.Lanes != 0 || width > 512 || layers is < 0 or > 8)
            throw new InvalidDataException($"The model's network has {inputs} inputs, states of {width} numbers and {layers} layers; {featureOf.Length} inputs and a multiple of {DenseKernel.Lanes} are possible.");
        BlockNet net = new(FeatureRow.Count, width, layers);
        if (net.Weights.Length > MostWeights)
            throw new InvalidDataException($"The model's network has {net.Weights.Length} weights; {MostWeights} are possible.");
        foreach (int feature in featureOf)
            net.Means[feature] = reader.ReadSingle();
        foreach (int feature in featureOf)
            net.Scales[feature] = reader.ReadSingle();
        foreach (int feature in featureOf)
        {
            for (int k = 0; k < width; k++)
                net.Weights[(feature * width) + k] = reader.ReadSingle();
        }
        for (int k = FeatureRow.Count * width; k < net.Weights.Length; k++)
            net.Weights[k] = reader.ReadSingle();
        return net;
    }
}
