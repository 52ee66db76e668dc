namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>A place in the inputs of a run, to which another run can return.</summary>
internal sealed record InputPosition
{
    /// <summary>The number of the input, from 0.</summary>
    public int Input { get; init; }

    /// <summary>How many records of it were read, those that were left out too; 0 for its start.</summary>
    public long Records { get; init; }

    /// <summary>The offset in the archive at which the next record can be read alone; null when it cannot.</summary>
    public long? Offset { get; init; }

    /// <summary>How many bytes of inputs lie before.</summary>
    public long Bytes { get; init; }
}
