
namespace Skiplink.Scoring;

/// <summary>
/// A small network over the blocks of a page. The first layer makes of each block's features its state; each of the next ones adds to the state what it makes of the
/// states of the block, its neighbours, its heading, and the means of its group, its twins and the page. The last gives the log-odds that the block is main text.
/// </summary>
internal sealed class BlockNet
{
    /// <summary>What a layer sees for each block: as many states side by side.</summary>
    public const int Views = 7;

    public BlockNet(int inputs, int width, int layers)
    {
        (Inputs, Width, Layers) = (inputs, width, layers);
        Means = new float[inputs];
        Scales = new float[inputs];
        Weights = new float[Offset(layers + 1) + width + 1];
    }

    /// <summary>How many features, how many numbers in a state, how many layers after the first.</summary>
    public int Inputs { get; }

    public int Width { get; }

    public int Layers { get; }

    /// <summary>What a feature is moved and scaled by before it goes in.</summary>
    public float[] Means { get; }

    public float[] Scales { get; }

    /// <summary>All weights: the first layer's matrix and biases, then each layer's, then the last row and its bias.</summary>
    public float[] Weights { get; }

    /// <summary>Where a layer's weights begin: 0 is the first one, <see cref="Layers"/> + 1 the last row.</summary>
    public int Offset(int layer) => layer == 0 ? 0 : ((Inputs + 1) * Width) + ((layer - 1) * ((Views * Width) + 1) * Width);

    public int InputsOf(int layer) => layer == 0 ? Inputs : Views * Width;

    public ReadOnlySpan<float> MatrixOf(int layer) => Weights.AsSpan(Offset(layer), InputsOf(layer) * Width);

    public ReadOnlySpan<float> BiasesOf(int layer) => Weights.AsSpan(Offset(layer) + (InputsOf(layer) * Width), Width);

    /// <summary>The memory of one forward pass.</summary>
    public sealed class Pass
    {
        public float[] Scaled = [];
        public float[][] Views = [];
        public float[][] Gates = [];
        public float[][] States = [];
        public float[] Scores = [];
        public float[] Sums = [];

        public void Make(BlockNet net, BlockGraph graph)
        {
            int count = graph.Count;
            if (Scores.Length < count || States.Length != net.Layers + 1)
            {
                int size = Math.Max(count, Scores.Length * 2);
                Scaled = new float[size * net.Inputs];
                Views = [.. Enumerable.Range(0, net.Layers).Select(_ => new float[size * BlockNet.Views * net.Width])];
                Gates = [.. Enumerable.Range(0, net.Layers).Select(_ => new float[size * net.Width])];
                States = [.. Enumerable.Range(0, net.Layers + 1).Select(_ => new float[size * net.Width])];
                Scores = new float[size];
            }
            if (Sums.Length < (count + graph.Groups + 2) * net.Width)
                Sums = new float[(count + graph.Groups + 2) * net.Width * 2];
        }
    }

    /// <summary>The log-odds of each block of a page; they stand in <see cref="Pass.Scores"/>.</summary>
    public void Forward(ReadOnlySpan<float> features, BlockGraph graph, Pass pass)
    {
        int count = graph.Count;
        pass.Make(this, graph);
        Span<float> scaled = pass.Scaled.AsSpan(0, count * Inputs);
        for (int i = 0; i < count; i++)
            Scale(features.Slice(i * Inputs, Inputs), scaled.Slice(i * Inputs, Inputs));
        ForwardScaled(graph, pass);
    }

    public void ForwardScaled(BlockGraph graph, Pass pass)
    {
        int count = graph.Count;
        Span<float> state = pass.States[0].AsSpan(0, count * Width);
        DenseKernel.Multiply(pass.Scaled.AsSpan(0, count * Inputs), Inputs, MatrixOf(0), BiasesOf(0), Width, state);
        Rectify(state);
        for (int layer = 1; layer <= Layers; layer++)
        {
            Span<float> views = pass.Views[layer - 1].AsSpan(0, count * Views * Width);
            NetViews.Fill(pass.States[layer - 1].AsSpan(0, count * Width), Width, graph, Reach(layer), views, pass.Sums);
            Span<float> gate = pass.Gates[layer - 1].AsSpan(0, count * Width);
            DenseKernel.Multiply(views, Views * Width, MatrixOf(layer), BiasesOf(layer), Width, gate);
            Rectify(gate);
            Span<float> next = pass.States[layer].AsSpan(0, count * Width);
            ReadOnlySpan<float> before = pass.States[layer - 1].AsSpan(0, count * Width);
            for (int i = 0; i < next.Length; i++)
                next[i] = before[i] + gate[i];
        }
        ReadOnlySpan<float> last = Weights.AsSpan(Offset(Layers + 1), Width + 1), states = pass.States[Layers];
        for (int i = 0; i < count; i++)
        {
            float sum = last[Width];
            for (int k = 0; k < Width; k++)
                sum += last[k] * states[(i * Width) + k];
            pass.Scores[i] = sum;
        }
    }

    /// <summary>How far a layer's neighbours stand: 1, 2, 4 …</summary>
    public static int Reach(int layer) => 1 << (layer - 1);

    public void Scale(ReadOnlySpan<float> row, Span<float> scaled)
    {
        for (int k = 0; k < row.Length; k++)
            scaled[k] = Math.Clamp((row[k] - Means[k]) * Scales[k], -4, 4);
    }

    private static void Rectify(Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Math.Max(0, values[i]);
    }
}
