using System.Buffers.Binary;

namespace Skiplink.Cli.Output.Parquet;

/// <summary>
/// The footer of a Parquet file. Parquet.Net writes the least and the greatest value of each column there, also where they are texts of
/// pages, a megabyte each: those are taken out again. Numbers and short texts stay.
/// </summary>
internal static class ParquetFooter
{
    /// <summary>Longer values are no use to a reader that looks for row groups to leave out.</summary>
    public const int MaxStatisticBytes = 64;

    /// <summary>The magic number, and the length of the metadata before it.</summary>
    private const int EndLength = 8;

    /// <summary>Rewrites a file's footer without long statistics.</summary>
    /// <param name="file">The whole file.</param>
    public static void DropLongStatistics(Stream file)
    {
        Span<byte> end = stackalloc byte[EndLength];
        file.Position = file.Length - EndLength;
        file.ReadExactly(end);
        int length = BinaryPrimitives.ReadInt32LittleEndian(end);
        byte[] metadata = new byte[length];
        long start = file.Length - EndLength - length;
        file.Position = start;
        file.ReadExactly(metadata);
        byte[] rewritten = new StatisticsFilter(metadata).Run();
        file.Position = start;
        file.Write(rewritten);
        BinaryPrimitives.WriteInt32LittleEndian(end, rewritten.Length);
        file.Write(end);
        file.SetLength(file.Position);
    }
}
