namespace Skiplink.Learning;

/// <summary>
/// From the F1 that a page's probabilities promise to the F1 that such pages reached, out of fold: a rising line through points, found by pooling neighbours that fall
/// (Ayer et al., 1955).
/// </summary>
/// <param name="told">What was promised, rising.</param>
/// <param name="real">What was reached, not falling.</param>
internal sealed class Calibration(float[] told, float[] real)
{
    private const int PagesPerPoint = 40;

    /// <summary>The promise itself.</summary>
    public static Calibration None { get; } = new([0, 1], [0, 1]);

    /// <summary>The F1 to expect of a page that promises this much.</summary>
    public double Of(double promised)
    {
        if (promised <= told[0])
            return real[0] * (told[0] > 0 ? promised / told[0] : 1);
        for (int i = 1; i < told.Length; i++)
        {
            if (promised <= told[i])
                return real[i - 1] + ((real[i] - real[i - 1]) * (promised - told[i - 1]) / (told[i] - told[i - 1]));
        }
        return real[^1];
    }

    /// <summary>Learns the line from pages.</summary>
    public static Calibration Learn(IReadOnlyList<(double Told, double Real)> pages)
    {
        List<(double Told, double Real, int Count)> points = [];
        foreach ((double, double)[] chunk in pages.OrderBy(static p => p.Told).Select(static p => (p.Told, p.Real)).Chunk(PagesPerPoint))
        {
            points.Add((chunk.Average(static p => p.Item1), chunk.Average(static p => p.Item2), chunk.Length));
            while (points.Count > 1 && (points[^1].Real <= points[^2].Real || points[^1].Told <= points[^2].Told))
            {
                (double t1, double r1, int c1) = points[^2];
                (double t2, double r2, int c2) = points[^1];
                points.RemoveRange(points.Count - 2, 2);
                points.Add((((t1 * c1) + (t2 * c2)) / (c1 + c2), ((r1 * c1) + (r2 * c2)) / (c1 + c2), c1 + c2));
            }
        }
        return points.Count == 0 ? None : new([.. points.Select(static p => (float)p.Told)], [.. points.Select(static p => (float)p.Real)]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(told.Length);
        for (int i = 0; i < told.Length; i++)
        {
            writer.Write(told[i]);
            writer.Write(real[i]);
        }
    }

    public static Calibration Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count < 1)
            throw new InvalidDataException("The model has no points to calibrate with.");
        (float[] told, float[] real) = (new float[count], new float[count]);
        for (int i = 0; i < count; i++)
            (told[i], real[i]) = (reader.ReadSingle(), reader.ReadSingle());
        return new(told, real);
    }
}
