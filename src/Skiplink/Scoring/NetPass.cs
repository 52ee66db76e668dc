namespace Skiplink.Scoring;

/// <summary>One way forward through the network, and the memory of it: what training goes back over. One for each thread.</summary>
internal sealed class NetPass
{
    private float[] _sums = [];

    /// <summary>The features as they go in, a row for each block.</summary>
    public float[] Scaled { get; private set; } = [];

    /// <summary>For each layer after the first what it saw, and what it added.</summary>
    public float[][] Views { get; private set; } = [];

    public float[][] Added { get; private set; } = [];

    /// <summary>The states after each layer.</summary>
    public float[][] States { get; private set; } = [];

    /// <summary>The log-odds of each block.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>Scores the blocks of a page.</summary>
    public void Run(BlockNet net, ReadOnlySpan<float> features, BlockGraph graph)
    {
        Reserve(net, graph);
        for (int i = 0; i < graph.Count; i++)
            net.Scale(features.Slice(i * net.Inputs, net.Inputs), Scaled.AsSpan(i * net.Inputs, net.Inputs));
        RunScaled(net, graph);
    }

    /// <summary>The same where <see cref="Scaled"/> is filled already.</summary>
    public void RunScaled(BlockNet net, BlockGraph graph)
    {
        int count = graph.Count, width = net.Width, size = count * width;
        Span<float> state = States[0].AsSpan(0, size);
        DenseKernel.Multiply(Scaled.AsSpan(0, count * net.Inputs), net.Inputs, net.MatrixOf(0), net.BiasesOf(0), width, state);
        TensorSteps.Rectify(state);
        for (int layer = 1; layer <= net.Layers; layer++)
        {
            Span<float> views = Views[layer - 1].AsSpan(0, size * BlockNet.Views), added = Added[layer - 1].AsSpan(0, size), next = States[layer].AsSpan(0, size);
            NetViews.Fill(state, width, graph, BlockNet.Reach(layer), views, _sums);
            DenseKernel.Multiply(views, BlockNet.Views * width, net.MatrixOf(layer), net.BiasesOf(layer), width, added);
            TensorSteps.Rectify(added);
            TensorSteps.Add(state, added, next);
            state = next;
        }
        ReadOnlySpan<float> last = net.LastRow;
        for (int i = 0; i < count; i++)
        {
            float sum = last[width];
            for (int k = 0; k < width; k++)
                sum += last[k] * state[(i * width) + k];
            Scores[i] = sum;
        }
    }

    /// <summary>Makes room for a page.</summary>
    public void Reserve(BlockNet net, BlockGraph graph)
    {
        if (Scores.Length < graph.Count || States.Length != net.Layers + 1 || States[0].Length < graph.Count * net.Width)
        {
            int size = Math.Max(graph.Count, Scores.Length * 2);
            Scaled = new float[size * net.Inputs];
            Views = Many(net.Layers, size * BlockNet.Views * net.Width);
            Added = Many(net.Layers, size * net.Width);
            States = Many(net.Layers + 1, size * net.Width);
            Scores = new float[size];
        }
        int sums = NetViews.SumsOf(graph, net.Width);
        if (_sums.Length < sums)
            _sums = new float[2 * sums];
    }

    private static float[][] Many(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new float[length])];
}
