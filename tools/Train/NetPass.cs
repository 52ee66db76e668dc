using Skiplink.Scoring;

namespace Train;

/// <summary>One way forward through the network with all that training goes back over; what it scores is what <see cref="NetScorer"/> scores. One for each thread.</summary>
internal sealed class NetPass
{
    private readonly NetViews _views = new();

    /// <summary>The features as they go in, a row for each block.</summary>
    public float[] Scaled { get; private set; } = [];

    /// <summary>For each layer after the first what it saw, and what it added.</summary>
    public float[][] Views { get; private set; } = [];

    public float[][] Added { get; private set; } = [];

    /// <summary>The states after each layer.</summary>
    public float[][] States { get; private set; } = [];

    /// <summary>The log-odds of each block.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>Scores the blocks of a page whose <see cref="Scaled"/> is filled.</summary>
    public void Run(BlockNet net, BlockGraph graph)
    {
        int count = graph.Count, width = net.Width, size = count * width;
        Span<float> state = States[0].AsSpan(0, size);
        DenseKernel.Multiply(Scaled.AsSpan(0, count * net.Inputs), net.Inputs, net.MatrixOf(0), net.BiasesOf(0), width, state);
        TensorSteps.Rectify(state);
        for (int layer = 1; layer <= net.Layers; layer++)
        {
            Span<float> views = Views[layer - 1].AsSpan(0, size * BlockNet.Views), added = Added[layer - 1].AsSpan(0, size), next = States[layer].AsSpan(0, size);
            _views.Sum(state, width, graph);
            _views.Fill(state, width, graph, BlockNet.Reach(layer), 0, count, views);
            DenseKernel.Multiply(views, BlockNet.Views * width, net.MatrixOf(layer), net.BiasesOf(layer), width, added);
            TensorSteps.Rectify(added);
            TensorSteps.Add(state, added, next);
            state = next;
        }
        net.ScoreStates(state, Scores);
    }

    /// <summary>Makes room for a page.</summary>
    public void Reserve(BlockNet net, BlockGraph graph)
    {
        if (Scores.Length < graph.Count || States.Length != net.Layers + 1 || States[0].Length < graph.Count * net.Width)
        {
            int size = Math.Max(graph.Count, Scores.Length * 2);
            Scaled = new float[size * net.Inputs];
            Views = NetScorer.Many(net.Layers, size * BlockNet.Views * net.Width);
            Added = NetScorer.Many(net.Layers, size * net.Width);
            States = NetScorer.Many(net.Layers + 1, size * net.Width);
            Scores = new float[size];
        }
    }
}
