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

    // What all blocks of a page have in common, and what a layer makes of it: where each block's own sum starts from.
    private float[] _shared = [];
    private float[] _start = [];

    /// <summary>The log-odds of each block of the page that was scored last.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>Scores the blocks of a page.</summary>
    /// <param name="net">The network.</param>
    /// <param name="features">As many features for each block as the network has inputs.</param>
    /// <param name="shared">How many of them, the first ones, are the same for all blocks.</param>
    /// <param name="graph">Which blocks stand with which.</param>
    public void Run(BlockNet net, ReadOnlySpan<float> features, int shared, BlockGraph graph)
    {
        int count = graph.Count, width = net.Width, inputs = net.Inputs, own = inputs - shared;
        if (count == 0)
            return;
        Reserve(net, count);
        net.Scale(features[..shared], _shared);
        ReadOnlySpan<float> start = Start(_shared.AsSpan(0, shared), net.MatrixOf(0)[..(shared * width)], net.BiasesOf(0)), matrix = net.MatrixOf(0)[(shared * width)..];
        for (int from = 0; from < count; from += Chunk)
        {
            int to = Math.Min(count, from + Chunk);
            Span<float> rows = _rows.AsSpan(0, (to - from) * own), states = _states[0].AsSpan(from * width, (to - from) * width);
            for (int i = from; i < to; i++)
                net.Scale(features.Slice((i * inputs) + shared, own), rows.Slice((i - from) * own, own), shared);
            DenseKernel.Multiply(rows, own, matrix, start, width, states);
            TensorSteps.Rectify(states);
        }
        for (int layer = 1; layer <= net.Layers; layer++)
        {
            // The last view is the page's, the others are the blocks' own.
            int views = (BlockNet.Views - 1) * width;
            ReadOnlySpan<float> below = _states[layer - 1].AsSpan(0, count * width);
            _views.Sum(below, width, graph);
            _views.Whole(width, graph, _shared.AsSpan(0, width));
            start = Start(_shared.AsSpan(0, width), net.MatrixOf(layer)[(views * width)..], net.BiasesOf(layer));
            matrix = net.MatrixOf(layer)[..(views * width)];
            for (int from = 0; from < count; from += Chunk)
            {
                int to = Math.Min(count, from + Chunk), at = from * width, size = (to - from) * width;
                Span<float> rows = _rows.AsSpan(0, (to - from) * views), added = _added[layer - 1].AsSpan(at, size);
                _views.Fill(below, width, graph, BlockNet.Reach(layer), from, to, rows);
                DenseKernel.Multiply(rows, views, matrix, start, width, added);
                TensorSteps.Rectify(added);
                TensorSteps.Add(below.Slice(at, size), added, _states[layer].AsSpan(at, size));
            }
        }
        net.ScoreStates(_states[net.Layers].AsSpan(0, count * width), _scores);
    }

    /// <summary>A layer's biases and what it makes of what all blocks have in common.</summary>
    private ReadOnlySpan<float> Start(ReadOnlySpan<float> shared, ReadOnlySpan<float> matrix, ReadOnlySpan<float> biases)
    {
        Span<float> start = _start.AsSpan(0, biases.Length);
        biases.CopyTo(start);
        if (!shared.IsEmpty)
            DenseKernel.Multiply(shared, shared.Length, matrix, default, biases.Length, start);
        return start;
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
        if (_start.Length < net.Width || _shared.Length < row)
            (_start, _shared) = (new float[net.Width], new float[row]);
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
