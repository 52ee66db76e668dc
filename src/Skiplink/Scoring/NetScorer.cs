namespace Skiplink.Scoring;

/// <summary>
/// Runs the network over the blocks of a page, some of them at a time: what is kept of a page are the states alone. Holds scratch memory: one for each thread.
/// </summary>
internal sealed class NetScorer
{
    private const int Chunk = 64;

    private readonly NetViews _views = new();
    private float[] _rows = [];
    private float[][] _states = [];
    private float[][] _added = [];
    private float[] _scores = [];

    /// <summary>The log-odds of each block of the page that was scored last.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>Scores the blocks of a page.</summary>
    /// <param name="net">The network.</param>
    /// <param name="features">As many features for each block as the network has inputs.</param>
    /// <param name="graph">Which blocks stand with which.</param>
    public void Run(BlockNet net, ReadOnlySpan<float> features, BlockGraph graph)
    {
        Reserve(net, graph.Count);
        int count = graph.Count, width = net.Width, inputs = net.Inputs;
        for (int from = 0; from < count; from += Chunk)
        {
            int to = Math.Min(count, from + Chunk);
            Span<float> rows = _rows.AsSpan(0, (to - from) * inputs), states = _states[0].AsSpan(from * width, (to - from) * width);
            for (int i = from; i < to; i++)
                net.Scale(features.Slice(i * inputs, inputs), rows.Slice((i - from) * inputs, inputs));
            DenseKernel.Multiply(rows, inputs, net.MatrixOf(0), net.BiasesOf(0), width, states);
            TensorSteps.Rectify(states);
        }
        for (int layer = 1; layer <= net.Layers; layer++)
        {
            ReadOnlySpan<float> below = _states[layer - 1].AsSpan(0, count * width);
            _views.Sum(below, width, graph);
            for (int from = 0; from < count; from += Chunk)
            {
                int to = Math.Min(count, from + Chunk), at = from * width, size = (to - from) * width;
                Span<float> rows = _rows.AsSpan(0, BlockNet.Views * size), added = _added[layer - 1].AsSpan(at, size);
                _views.Fill(below, width, graph, BlockNet.Reach(layer), from, to, rows);
                DenseKernel.Multiply(rows, BlockNet.Views * width, net.MatrixOf(layer), net.BiasesOf(layer), width, added);
                TensorSteps.Rectify(added);
                TensorSteps.Add(below.Slice(at, size), added, _states[layer].AsSpan(at, size));
            }
        }
        net.ScoreStates(_states[net.Layers].AsSpan(0, count * width), _scores);
    }

    /// <summary>
    /// Adds up, for each feature, how far it moved the score of one block of the page that was scored last, times <paramref name="share"/>: the feature times the slope
    /// of the score in it (Simonyan et al., 2014), along the block's own way through the layers. What comes by its neighbours is left out.
    /// </summary>
    public void Explain(BlockNet net, ReadOnlySpan<float> row, int block, double share, Span<double> contributions)
    {
        int width = net.Width, at = block * width;
        Span<float> slope = stackalloc float[width], below = stackalloc float[width], scaled = stackalloc float[net.Inputs];
        net.LastRow[..width].CopyTo(slope);
        for (int layer = net.Layers; layer >= 1; layer--)
        {
            // The first view is the block itself: the first rows of the matrix.
            ReadOnlySpan<float> matrix = net.MatrixOf(layer), added = _added[layer - 1];
            slope.CopyTo(below);
            for (int k = 0; k < width; k++)
            {
                for (int j = 0; j < width; j++)
                    below[k] += added[at + j] > 0 ? matrix[(k * width) + j] * slope[j] : 0;
            }
            below.CopyTo(slope);
        }
        net.Scale(row, scaled);
        ReadOnlySpan<float> first = net.MatrixOf(0), state = _states[0];
        for (int f = 0; f < net.Inputs; f++)
        {
            float sum = 0;
            for (int k = 0; k < width; k++)
                sum += state[at + k] > 0 ? first[(f * width) + k] * slope[k] : 0;
            contributions[f] += share * sum * scaled[f];
        }
    }

    private void Reserve(BlockNet net, int count)
    {
        int row = Math.Max(net.Inputs, BlockNet.Views * net.Width);
        if (_rows.Length < Chunk * row)
            _rows = new float[Chunk * row];
        if (_states.Length == net.Layers + 1 && _states[0].Length >= count * net.Width && _scores.Length >= count)
            return;
        int size = Math.Max(count, 2 * _scores.Length);
        _states = Many(net.Layers + 1, size * net.Width);
        _added = Many(net.Layers, size * net.Width);
        _scores = new float[size];
    }

    /// <summary>So many arrays of one length.</summary>
    public static float[][] Many(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new float[length])];
}
