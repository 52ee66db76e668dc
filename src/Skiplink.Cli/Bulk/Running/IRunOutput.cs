using Skiplink.Cli.Bulk.Duplicates;
using Skiplink.Cli.Bulk.Inputs;

namespace Skiplink.Cli.Bulk.Running;

/// <summary>Where a bulk run writes.</summary>
internal interface IRunOutput : IDisposable
{
    /// <summary>
    /// How an earlier run of the same command ended, when all it wrote is still there; null when there is something to do.
    /// </summary>
    RunCompletion? Completion { get; }

    /// <summary>Where reading begins: at the start, or where an earlier run stood.</summary>
    InputPosition Start { get; }

    /// <summary>The texts that an earlier run has seen; null when duplicates are not marked.</summary>
    DuplicateIndex? Duplicates { get; }

    /// <summary>Whether quotations are rows of CSV; null when none are written.</summary>
    bool? AreQuotesCsv { get; }

    /// <summary>Writes a row, and the quotations that come with it.</summary>
    /// <param name="json">The row.</param>
    /// <param name="row">What else is known of it.</param>
    /// <param name="isDuplicate">Whether it is a copy of an earlier one.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    void Write(ReadOnlySpan<byte> json, BulkRow row, bool isDuplicate);

    /// <summary>Tells how far the inputs were read: what was written up to here belongs to what was read up to there.</summary>
    /// <param name="position">Where reading goes on.</param>
    /// <param name="finished">The archives that were finished on the way.</param>
    void Advance(InputPosition position, IReadOnlyList<FinishedArchive> finished);

    /// <summary>Writes what is left, at the end of the inputs.</summary>
    /// <param name="position">The end.</param>
    /// <param name="finished">The archives that were finished on the way.</param>
    void End(InputPosition position, IReadOnlyList<FinishedArchive> finished);

    /// <summary>Gives the files their names.</summary>
    IReadOnlyList<OutputFileSize> Complete(int exitCode);

    /// <summary>Ends without completing.</summary>
    /// <returns>Whether a run of the same command can go on; otherwise nothing is left.</returns>
    bool GiveUp();
}
