using Skiplink.Cli.Bulk.Inputs;

namespace Skiplink.Cli.Bulk;

/// <summary>What a user asks of a bulk run.</summary>
internal sealed record BulkOptions
{
    /// <summary>
    /// No page of a bulk run is larger unless the user says so: to read one takes some twenty times its size in memory.
    /// </summary>
    public const int DefaultMaxPageBytes = 16 << 20;

    /// <summary>What the user named: files, folders, patterns, lists, -.</summary>
    public required string[] Inputs { get; init; }

    /// <summary>The file to write, or -.</summary>
    public required string Output { get; init; }

    /// <summary>The index that names the records to read; null for all.</summary>
    public string? Index { get; init; }

    /// <summary>Whether rows are written as Parquet; null when the name of the output decides.</summary>
    public bool? IsParquet { get; init; }

    /// <summary>How many pages are read at once.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>How many rows are written at most.</summary>
    public long Limit { get; init; } = long.MaxValue;

    /// <summary>The part of the inputs that is read.</summary>
    public Shard Shard { get; init; } = Shard.All;

    /// <summary>How many rows a file has at most; null for one file.</summary>
    public long? RowsPerFile { get; init; }

    /// <summary>How large a page may be.</summary>
    public int MaxPageBytes { get; init; } = DefaultMaxPageBytes;

    /// <summary>How pages are read.</summary>
    public ReadOptions Reading { get; init; } = new();

    /// <summary>Whether rows have a story.</summary>
    public bool HasStory { get; init; }

    /// <summary>Where quotations are written, a row each; null for nowhere.</summary>
    public string? Quotes { get; init; }

    /// <summary>Where the summary is written as JSON; null for nowhere.</summary>
    public string? Summary { get; init; }

    /// <summary>Which pages become rows.</summary>
    public RowFilter Filter { get; init; } = new();

    /// <summary>Whether rows are marked that are copies of earlier ones.</summary>
    public bool MarksDuplicates { get; init; }
}
