using Xunit;

namespace Skiplink.Html.Tests;

/// <summary>
/// How CPU time grows with the size of the input: the slope of log time over log size, 1 where time is linear and 2 where it is quadratic.
/// </summary>
internal static class GrowthOfTime
{
    private const int Parts = 5;
    private const double PartSeconds = 0.004;

    /// <summary>A job that takes so long is disturbed less, and measured less often.</summary>
    private const double LongSeconds = 0.05;
    private const int LongParts = 2;

    /// <summary>The largest slope that counts as linear. Twice the size then takes less than 2.5 times as long: log 2.5 / log 2.</summary>
    private const double MaxLinearSlope = 1.32;

    /// <summary>Fails when the time of a job grows faster than its input.</summary>
    /// <param name="job">What is measured. It must not run beside other work of this process.</param>
    /// <param name="inputs">Inputs of growing sizes; the first also serves to have the code compiled.</param>
    /// <param name="sizeOf">The size of an input, in any unit.</param>
    /// <param name="maxSlope">The largest slope that passes.</param>
    public static void AssertLinear<TInput>(
        Action<TInput> job, IReadOnlyList<TInput> inputs, Func<TInput, int> sizeOf, double maxSlope = MaxLinearSlope)
    {
        // So that the code is compiled for good before anything is measured.
        for ((int run, long end) = (0, Environment.TickCount64 + 300); run < 40 && Environment.TickCount64 < end; run++)
            job(inputs[0]);
        // A disturbance of the machine can raise the slope, and nothing can lower it below what the job makes it.
        double slope = double.MaxValue;
        for (int trial = 0; trial < 4 && slope > maxSlope; trial++)
            slope = Slope(job, inputs, sizeOf);
        Assert.True(slope <= maxSlope, $"The slope of log time over log size is {slope:F2}.");
    }

    /// <summary>The slope over inputs of growing sizes. The shortest of several measurements counts, so that disturbances do not.</summary>
    public static double Slope<TInput>(Action<TInput> job, IReadOnlyList<TInput> inputs, Func<TInput, int> sizeOf)
    {
        double[] x = [.. inputs.Select(input => Math.Log(sizeOf(input)))];
        double[] y = [.. inputs.Select(input => Math.Log(Seconds(job, input)))];
        double meanX = x.Average(), meanY = y.Average();
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }

    private static double Seconds<TInput>(Action<TInput> job, TInput input)
    {
        double first = Math.Max(Seconds(job, input, 1), 1e-6), least = double.MaxValue;
        int times = Math.Clamp((int)(PartSeconds / first), 1, 1000);
        for (int part = 0; part < (first < LongSeconds ? Parts : LongParts); part++)
            least = Math.Min(least, Seconds(job, input, times) / times);
        return least;
    }

    private static double Seconds<TInput>(Action<TInput> job, TInput input, int times)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < times; i++)
            job(input);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}

/// <summary>Tests that measure the CPU time or the memory of the process, so that no other test may run beside them.</summary>
[CollectionDefinition(nameof(MeasuresProcess), DisableParallelization = true)]
public sealed class MeasuresProcess;
