using Skiplink.Archives;

namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>One unit of work of a bulk run: a file with a page, or a record of an archive.</summary>
internal sealed class BulkItem
{
    /// <summary>The file, or the archive that holds the record.</summary>
    public required string Path { get; init; }

    /// <summary>The row's source: the path, and for a record its offset after a colon.</summary>
    public required string Source { get; init; }

    /// <summary>The input as it was named, or found in a folder.</summary>
    public required BulkInput Input { get; init; }

    /// <summary>The record; null when the file holds the page.</summary>
    public ArchiveRecord? Record { get; set; }

    /// <summary>The bytes of standard input, when they were read already.</summary>
    public Stream? Stream { get; init; }

    /// <summary>Why there is nothing to read: the input is missing, the archive is damaged here.</summary>
    public string? Error { get; init; }

    /// <summary>What was left out between the item before and this one, by what it is.</summary>
    public required List<string> LeftOut { get; init; }

    /// <summary>The archives that were read to their ends between the item before and this one.</summary>
    public required List<FinishedArchive> Finished { get; init; }

    /// <summary>Where reading goes on after this item.</summary>
    public required InputPosition After { get; init; }
}
