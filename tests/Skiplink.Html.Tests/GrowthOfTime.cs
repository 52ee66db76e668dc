namespace Skiplink.Html.Tests;

/// <summary>
/// How CPU time grows with the size of the input: the slope of log time over log size, 1 where time is linear and 2 where it is quadratic.
/// </summary>
internal static class GrowthOfTime
{
    private const int Parts = 5;
    private const double PartSeconds = 0.004;

    /// <summary>
    /// The slope over inputs of growing sizes. Each input's time is the least of several measurements, so that disturbances do not count.
    /// </summary>
    public static double Slope(Action<byte[]> job, IReadOnlyList<byte[]> inputs)
    {
        double[] x = [.. inputs.Select(static input => Math.Log(input.Length))];
        double[] y = [.. inputs.Select(input => Math.Log(Seconds(job, input)))];
        double meanX = x.Average(), meanY = y.Average();
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }

    private static double Seconds(Action<byte[]> job, byte[] input)
    {
        int times = Math.Clamp((int)(PartSeconds / Math.Max(Seconds(job, input, 1), 1e-6)), 1, 1000);
        double least = double.MaxValue;
        for (int part = 0; part < Parts; part++)
            least = Math.Min(least, Seconds(job, input, times) / times);
        return least;
    }

    private static double Seconds(Action<byte[]> job, byte[] input, int times)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < times; i++)
            job(input);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
