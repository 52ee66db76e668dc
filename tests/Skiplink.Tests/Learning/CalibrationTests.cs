using Skiplink.Learning;
using Xunit;

namespace Skiplink.Tests;

public sealed class CalibrationTests
{
    [Fact]
    public void A_line_rises_and_stays_between_the_points_it_was_learnt_from()
    {
        Random random = new(5);
        Calibration line = Calibration.Learn(
            [.. Enumerable.Range(0, 2000).Select(_ => random.NextDouble())
            .Select(told => (told, Math.Clamp((told * told) + ((random.NextDouble() - 0.5) / 5), 0, 1)))]);
        double before = -1;
        for (double told = 0; told <= 1; told += 0.01)
        {
            double real = line.Of(told);
            Assert.InRange(real, Math.Max(0, before), 1);
            Assert.InRange(real, (told * told) - 0.06, (told * told) + 0.06);
            before = real;
        }
    }

    [Fact]
    public void A_line_reads_back_as_it_was_written()
    {
        Calibration line = Calibration.Learn([.. Enumerable.Range(0, 500).Select(static i => (i / 500.0, i / 1000.0))]);
        using MemoryStream file = new();
        using BinaryWriter writer = new(file);
        line.Write(writer);
        file.Position = 0;
        using BinaryReader reader = new(file);
        Calibration again = Calibration.Read(reader);
        for (double told = 0; told <= 1; told += 0.05)
            Assert.Equal(line.Of(told), again.Of(told));
    }
}
