namespace Skiplink.Cli.Output.Rows;

/// <summary>Where an output stands.</summary>
internal sealed record RowPosition
{
    /// <summary>The number of the file that is being written, from 0.</summary>
    public int File { get; init; }

    /// <summary>How many rows it has.</summary>
    public long RowsInFile { get; init; }

    /// <summary>How many bytes were written of it.</summary>
    public long PartLength { get; init; }

    /// <summary>How many rows all files have.</summary>
    public long Rows { get; init; }
}
