namespace Skiplink.Learning;

/// <summary>Runs the network over blocks of a page, some of them at a time. Holds scratch memory: one for each thread.</summary>
internal sealed class NetScorer
{
    private const int Chunk = 64;

    private float[] _rows = [];
    private float[] _units = [];
    private float[] _scores = [];

    // What all blocks of a page have in common, and what the units make of it: where each block's own sums start from.
    private float[] _shared = [];
    private float[] _start = [];

    /// <summary>Scores some blocks of a page and returns the log-odds of each, which are valid until the next page.</summary>
    /// <param name="net">The network.</param>
    /// <param name="features">For each block of the page as many features as the network has inputs.</param>
    /// <param name="shared">How many of them, the first ones, are the same for all blocks.</param>
    /// <param name="blocks">Which blocks.</param>
    public ReadOnlySpan<float> Run(BlockNet net, ReadOnlySpan<float> features, int shared, ReadOnlySpan<int> blocks)
    {
        int width = net.Width, inputs = net.Inputs, own = inputs - shared;
        if (blocks.IsEmpty)
            return [];
        Reserve(net, blocks.Length);
        net.Scale(features[..shared], _shared);
        Span<float> start = _start.AsSpan(0, width);
        net.Biases.CopyTo(start);
        if (shared > 0)
            DenseKernel.Multiply(_shared.AsSpan(0, shared), shared, net.Matrix[..(shared * width)], default, width, start);
        for (int from = 0; from < blocks.Length; from += Chunk)
        {
            ReadOnlySpan<int> some = blocks[from..Math.Min(blocks.Length, from + Chunk)];
            Span<float> rows = _rows.AsSpan(0, some.Length * own), units = _units.AsSpan(0, some.Length * width);
            for (int i = 0; i < some.Length; i++)
                net.Scale(features.Slice((some[i] * inputs) + shared, own), rows.Slice(i * own, own), shared);
            DenseKernel.Multiply(rows, own, net.Matrix[(shared * width)..], start, width, units);
            net.ScoreUnits(units, _scores.AsSpan(from));
        }
        return _scores.AsSpan(0, blocks.Length);
    }

    /// <summary>
    /// Adds up, for each feature but one, how far it moved the score of a block, times <paramref name="share"/>: the feature times the
    /// slope of the score in it (Simonyan et al., 2014). Returns the slope in that one, which others have made and can say of what.
    /// </summary>
    public static double Explain(BlockNet net, ReadOnlySpan<float> row, double share, int madeOfOthers, Span<double> contributions)
    {
        int width = net.Width;
        Span<float> scaled = stackalloc float[net.Inputs], units = stackalloc float[width];
        net.Scale(row, scaled);
        DenseKernel.Multiply(scaled, net.Inputs, net.Matrix, net.Biases, width, units);
        ReadOnlySpan<float> matrix = net.Matrix, last = net.LastRow;
        double slope = 0;
        for (int f = 0; f < net.Inputs; f++)
        {
            float sum = 0;
            for (int k = 0; k < width; k++)
                sum += units[k] > 0 ? matrix[(f * width) + k] * last[k] : 0;
            if (f == madeOfOthers)
                slope = sum * net.Scales[f];
            else
                contributions[f] += share * sum * scaled[f];
        }
        return slope;
    }

    private void Reserve(BlockNet net, int count)
    {
        if (_start.Length < net.Width || _shared.Length < net.Inputs)
            (_start, _shared, _units, _rows) = (new float[net.Width], new float[net.Inputs], new float[Chunk * net.Width],
                new float[Chunk * net.Inputs]);
        if (_scores.Length < count)
            _scores = new float[Math.Max(count, 2 * _scores.Length)];
    }
}
