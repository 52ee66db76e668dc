using Skiplink.Cli.Bulk.Duplicates;
using Skiplink.Cli.Bulk.Inputs;
using Skiplink.Cli.Output.Rows;
using Skiplink.Cli.Terminal;

namespace Skiplink.Cli.Bulk.Running;

/// <summary>
/// Writes rows to files, with a manifest beside them from which a run that was ended goes on. Where checkpoints are depends on the rows
/// alone, never on time, so a run that goes on writes the same bytes as one that nothing disturbed.
/// </summary>
internal sealed class FileRunOutput : IRunOutput
{
    /// <summary>After so many items there is a checkpoint even when few of them became rows.</summary>
    private const int MaxItemsInBlock = 20_000;

    private readonly BulkTarget _target;
    private readonly BulkTally _tally;
    private readonly RowOutput _rows;
    private readonly RowOutput? _quotes;
    private RunManifest? _manifest;
    private DuplicateLog? _log;
    private bool _hasCheckpoint;
    private int _items;
    private readonly List<FinishedArchive> _finished = [];

    private FileRunOutput(BulkTarget target, BulkTally tally)
    {
        (_target, _tally) = (target, tally);
        _rows = target.OpenRows();
        _quotes = target.OpenQuotes();
    }

    public RunCompletion? Completion { get; private init; }

    public InputPosition Start { get; private set; } = new();

    public DuplicateIndex? Duplicates { get; private set; }

    public bool? AreQuotesCsv => _target.QuotesFormat?.IsCsv;

    /// <summary>Opens the output, going on with what an earlier run of the same command left.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static FileRunOutput Open(BulkTarget target, BulkOptions options, RunIdentity identity, BulkTally tally)
    {
        ManifestContent? earlier = RunManifest.Read(target.ManifestPath);
        bool isSame = earlier?.Run == identity;
        if (isSame && earlier!.Completion is { } completion && completion.Files.All(static f => FileSnapshot.Of(f.Path).Size == f.Bytes))
            return new(target, tally) { Completion = completion };
        FileRunOutput output = new(target, tally);
        try
        {
            bool goesOn = isSame && earlier is { Completion: null, Checkpoint: { } checkpoint } && output.Restore(checkpoint, options);
            if (!goesOn)
            {
                if (earlier is { Completion: null, Checkpoint: not null })
                    Messages.Write("what an earlier run left was of another command, version or other inputs; starting anew.");
                output.StartAnew(earlier?.Checkpoint, options);
            }
            output._manifest = goesOn
                ? RunManifest.GoOn(target.ManifestPath, earlier!) : RunManifest.Create(target.ManifestPath, identity);
            return output;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Dispose();
            throw new InputException(target.Path, $"cannot be written: {e.Message.TrimEnd('.')}", e);
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    public void Write(ReadOnlySpan<byte> json, BulkRow row, bool isDuplicate)
    {
        _rows.Write(json);
        foreach (byte[] quote in row.Quotes)
            _quotes?.Write(quote);
        if (row is { Signature: { } signature, Id: { } id } && !isDuplicate)
            _log?.Add(signature, id);
    }

    public void Advance(InputPosition position, IReadOnlyList<FinishedArchive> finished)
    {
        _finished.AddRange(finished);
        if (++_items >= MaxItemsInBlock || _rows.IsBlockFull)
            SetCheckpoint(position);
    }

    public void End(InputPosition position, IReadOnlyList<FinishedArchive> finished)
    {
        _finished.AddRange(finished);
        SetCheckpoint(position);
    }

    public IReadOnlyList<OutputFileSize> Complete(int exitCode)
    {
        _rows.Complete();
        _quotes?.Complete();
        List<OutputFileSize> files = [];
        for (int i = 0; i < _rows.FileCount; i++)
            files.Add(new(_rows.FileName(i), new FileInfo(_rows.FileName(i)).Length));
        if (_quotes is not null)
            files.Add(new(_quotes.FileName(0), new FileInfo(_quotes.FileName(0)).Length));
        _manifest?.Write(new() { Completion = new(exitCode, _rows.Position.Rows, files) });
        _log?.Dispose();
        _log = null;
        File.Delete(_target.DuplicatesPath);
        return files;
    }

    public bool GiveUp()
    {
        if (_hasCheckpoint)
            return true;
        _manifest?.Dispose();
        _log?.Dispose();
        (_manifest, _log) = (null, null);
        _rows.Remove();
        _quotes?.Remove();
        File.Delete(_target.ManifestPath);
        File.Delete(_target.DuplicatesPath);
        return false;
    }

    public void Dispose()
    {
        _rows.Dispose();
        _quotes?.Dispose();
        _manifest?.Dispose();
        _log?.Dispose();
    }

    private void StartAnew(RunCheckpoint? earlier, BulkOptions options)
    {
        if (earlier is not null)
        {
            _rows.RemoveUpTo(earlier.Output.File);
            _quotes?.RemoveUpTo(0);
        }
        _tally.Restore(new());
        if (!options.MarksDuplicates)
            return;
        Duplicates = new();
        _log = DuplicateLog.Open(_target.DuplicatesPath, 0, Duplicates);
    }

    private bool Restore(RunCheckpoint checkpoint, BulkOptions options)
    {
        if (!_rows.Restore(checkpoint.Output) || (_quotes is not null && (checkpoint.Quotes is null
            || !_quotes.Restore(checkpoint.Quotes))))
            return false;
        if (options.MarksDuplicates)
        {
            Duplicates = new();
            try
            {
                _log = DuplicateLog.Open(_target.DuplicatesPath, checkpoint.DuplicatesLength, Duplicates);
            }
            catch (EndOfStreamException)
            {
                return false;
            }
        }
        _tally.Restore(checkpoint.Tally);
        Start = checkpoint.Input;
        _hasCheckpoint = true;
        return true;
    }

    private void SetCheckpoint(InputPosition position)
    {
        _items = 0;
        _rows.EndBlock();
        _quotes?.EndBlock();
        try
        {
            foreach (FinishedArchive archive in _finished)
                _manifest?.Write(new() { Done = archive });
            _finished.Clear();
            _manifest?.Write(new()
            {
                Checkpoint = new()
                {
                    Input = position,
                    Output = _rows.Position,
                    Quotes = _quotes?.Position,
                    DuplicatesLength = _log?.Flush() ?? 0,
                    Tally = _tally.State,
                },
            });
        }
        catch (IOException e)
        {
            throw new InputException(_target.ManifestPath, $"cannot be written: {e.Message.TrimEnd('.')}", e);
        }
        _hasCheckpoint = true;
        _rows.PublishFinished();
        _quotes?.PublishFinished();
    }
}
