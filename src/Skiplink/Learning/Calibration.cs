namespace Skiplink.Learning;

/// <summary>
/// From the expected F1 of a page, computed from its probabilities, to the F1 that such pages reached out of fold: a monotone
/// piecewise-linear function, fitted by pooling adjacent violators (Ayer et al., 1955).
/// </summary>
/// <param name="expected">The expected F1 of each point, rising.</param>
/// <param name="reached">The F1 reached at each point, not falling.</param>
internal sealed class Calibration(float[] expected, float[] reached)
{
    private const int PagesPerPoint = 40;

    /// <summary>The identity.</summary>
    public static Calibration None { get; } = new([0, 1], [0, 1]);

    /// <summary>The F1 that pages of this expected F1 reach.</summary>
    public double Of(double value)
    {
        if (value <= expected[0])
            return reached[0] * (expected[0] > 0 ? value / expected[0] : 1);
        for (int i = 1; i < expected.Length; i++)
        {
            if (value <= expected[i])
                return reached[i - 1] + ((reached[i] - reached[i - 1]) * (value - expected[i - 1]) / (expected[i] - expected[i - 1]));
        }
        return reached[^1];
    }

    /// <summary>Fits the function to pages.</summary>
    public static Calibration Learn(IReadOnlyList<(double Expected, double Reached)> pages)
    {
        List<(double Expected, double Reached, int Count)> points = [];
        foreach ((double, double)[] chunk in pages.OrderBy(static p => p.Expected).Select(static p =>
            (p.Expected, p.Reached)).Chunk(PagesPerPoint))
        {
            points.Add((chunk.Average(static p => p.Item1), chunk.Average(static p => p.Item2), chunk.Length));
            while (points.Count > 1 && (points[^1].Reached <= points[^2].Reached || points[^1].Expected <= points[^2].Expected))
            {
                (double t1, double r1, int c1) = points[^2];
                (double t2, double r2, int c2) = points[^1];
                points.RemoveRange(points.Count - 2, 2);
                points.Add((((t1 * c1) + (t2 * c2)) / (c1 + c2), ((r1 * c1) + (r2 * c2)) / (c1 + c2), c1 + c2));
            }
        }
        return points.Count == 0 ? None : new([.. points.Select(static p => (float)p.Expected)],
            [.. points.Select(static p => (float)p.Reached)]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(expected.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            writer.Write(expected[i]);
            writer.Write(reached[i]);
        }
    }

    public static Calibration Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count < 1)
            throw new InvalidDataException("The model has no points to calibrate with.");
        (float[] expected, float[] reached) = (new float[count], new float[count]);
        for (int i = 0; i < count; i++)
            (expected[i], reached[i]) = (reader.ReadSingle(), reader.ReadSingle());
        return new(expected, reached);
    }
}
