using Skiplink.Cli.Bulk.Duplicates;
using Skiplink.Cli.Bulk.Inputs;
using Skiplink.Cli.Output;

namespace Skiplink.Cli.Bulk.Running;

/// <summary>Writes rows to standard output, a device or a pipe, as they come.</summary>
internal sealed class StreamRunOutput(OutputFile file) : IRunOutput
{
    public RunCompletion? Completion => null;

    public InputPosition Start => new();

    public DuplicateIndex? Duplicates => null;

    public bool? AreQuotesCsv => null;

    public void Write(ReadOnlySpan<byte> json, BulkRow row, bool isDuplicate)
    {
        byte[] line = new byte[json.Length + 1];
        json.CopyTo(line);
        line[^1] = (byte)'\n';
        file.Write(line);
    }

    public void Advance(InputPosition position, IReadOnlyList<FinishedArchive> finished)
    {
    }

    public void End(InputPosition position, IReadOnlyList<FinishedArchive> finished)
    {
    }

    public IReadOnlyList<OutputFileSize> Complete(int exitCode)
    {
        file.Complete();
        return [];
    }

    public bool GiveUp() => false;

    public void Dispose() => file.Dispose();
}
