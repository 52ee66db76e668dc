using System.IO.Compression;
using System.Text.Json;
using Parquet;

namespace Skiplink.Cli.Output.Parquet;

/// <summary>Makes a Parquet file of lines of JSON: compressed by Zstandard, in row groups of a bounded size, with statistics.</summary>
internal static class ParquetConversion
{
    /// <summary>A row group ends after so many rows, or so many bytes of JSON: it is held in memory as a whole.</summary>
    private const int MaxRows = 20_000;
    private const long MaxBytes = 24 << 20;

    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Fastest,
    };

    /// <param name="columns">The columns.</param>
    /// <param name="lines">An object of JSON a line.</param>
    /// <param name="output">Where the file is written; it can be read and sought.</param>
    public static async Task RunAsync(IReadOnlyList<Column> columns, Stream lines, Stream output)
    {
        await WriteAsync(columns, lines, output);
        ParquetFooter.DropLongStatistics(output);
    }

    private static async Task WriteAsync(IReadOnlyList<Column> columns, Stream lines, Stream output)
    {
        ColumnShredder shredder = new(columns);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(shredder.Schema, output, Options);
        LineReader reader = new(lines);
        int rows = 0;
        long bytes = 0;
        while (await reader.ReadAsync() is { } line)
        {
            using JsonDocument row = JsonDocument.Parse(line);
            shredder.Add(row.RootElement);
            rows++;
            bytes += line.Length;
            if (rows >= MaxRows || bytes >= MaxBytes)
            {
                await FlushAsync(writer, shredder);
                (rows, bytes) = (0, 0);
            }
        }
        if (rows > 0)
            await FlushAsync(writer, shredder);
    }

    private static async Task FlushAsync(ParquetWriter writer, ColumnShredder shredder)
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        await shredder.WriteAsync(group);
    }
}
