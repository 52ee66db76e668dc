using Skiplink.Learning;

namespace Train;

/// <summary>
/// One way forward through the network with all that training goes back over; what it scores is what <see cref="NetScorer"/> scores. One
/// for each thread.
/// </summary>
internal sealed class NetPass
{
    /// <summary>The features as they go in, a row for each block.</summary>
    public float[] Scaled { get; private set; } = [];

    /// <summary>The units of each block.</summary>
    public float[] Units { get; private set; } = [];

    /// <summary>The log-odds of each block.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>Scores so many blocks, whose <see cref="Scaled"/> is filled.</summary>
    public void Run(BlockNet net, int count)
    {
        Span<float> units = Units.AsSpan(0, count * net.Width);
        DenseKernel.Multiply(Scaled.AsSpan(0, count * net.Inputs), net.Inputs, net.Matrix, net.Biases, net.Width, units);
        net.ScoreUnits(units, Scores);
    }

    /// <summary>Makes room for a page of so many blocks.</summary>
    public void Reserve(BlockNet net, int count)
    {
        if (Scores.Length >= count)
            return;
        int size = Math.Max(count, Scores.Length * 2);
        (Scaled, Units, Scores) = (new float[size * net.Inputs], new float[size * net.Width], new float[size]);
    }
}
