namespace Skiplink.Cli.Output.Rows;

/// <summary>How the rows of an output are written.</summary>
/// <param name="Extension">The end of the file's name, with its dots: <c>.jsonl.gz</c>.</param>
/// <param name="Packing">How blocks of rows are compressed.</param>
/// <param name="IsParquet">Whether the rows become a Parquet file when it is whole; until then they wait as lines of JSON.</param>
/// <param name="IsCsv">Whether a row is a line of CSV, and no object of JSON.</param>
internal sealed record RowFormat(string Extension, BlockPacking Packing, bool IsParquet = false, bool IsCsv = false)
{
    private static readonly RowFormat[] Known =
    [
        new(".jsonl", BlockPacking.None), new(".jsonl.gz", BlockPacking.Gzip), new(".jsonl.zst", BlockPacking.Zstd),
        new(".json.gz", BlockPacking.Gzip), new(".json.zst", BlockPacking.Zstd),
        new(".csv", BlockPacking.None, IsCsv: true), new(".csv.gz", BlockPacking.Gzip, IsCsv: true),
        new(".csv.zst", BlockPacking.Zstd, IsCsv: true),
        new(".parquet", BlockPacking.Zstd, IsParquet: true),
    ];

    /// <summary>The format that a file's name asks for; null when it has no extension that is known.</summary>
    public static RowFormat? Of(string path) =>
        Array.Find(Known, format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Lines of JSON under a name with an extension of its own, packed by what the name ends with.</summary>
    public static RowFormat JsonLines(string path)
    {
        string name = Path.GetFileName(path);
        BlockPacking packing = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? BlockPacking.Gzip
            : name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? BlockPacking.Zstd : BlockPacking.None;
        return new(Path.GetExtension(name), packing);
    }
}

/// <summary>How a block of rows is compressed: each block alone, so that a file can be cut after any of them.</summary>
internal enum BlockPacking
{
    None,

    /// <summary>A gzip member a block.</summary>
    Gzip,

    /// <summary>A Zstandard frame a block.</summary>
    Zstd,
}
