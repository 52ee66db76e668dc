using System.Diagnostics;
using System.Globalization;
using System.IO.Hashing;
using System.Reflection;
using System.Text;
using Skiplink.Cli.Bulk.Duplicates;
using Skiplink.Cli.Bulk.Inputs;
using Skiplink.Cli.Bulk.Rows;
using Skiplink.Cli.Output;
using Skiplink.Cli.Terminal;

namespace Skiplink.Cli.Bulk.Running;

/// <summary>Reads many pages with several readers, and writes their rows in the order of the inputs.</summary>
internal sealed class BulkRun(BulkOptions options)
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(1);

    private readonly BulkTally _tally = new();
    private readonly long _allocatedBefore = GC.GetTotalAllocatedBytes();

    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">Options contradict each other.</exception>
    /// <exception cref="InputException">The output cannot be written.</exception>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        BulkTarget target = BulkTarget.Of(options);
        using FileStream? held = target.IsStream ? null : Hold(target);
        using BulkProgress progress =
            new(_tally, TimeProvider.System, Messages.Write, Messages.AreOnTerminal ? Messages.WriteInPlace : null);
        List<BulkInput> inputs = FindInputs(target, cancel);
        progress.TotalBytes = inputs.Sum(static i => i.Size);
        using IRunOutput output = target.IsStream
            ? new StreamRunOutput(OutputFile.Open(options.Output)) : FileRunOutput.Open(target, options, Identity(inputs), _tally);
        if (output.Completion is { } completion)
        {
            progress.Dispose();
            Messages.Write(
                $"{options.Output} is whole already: {completion.Rows} rows; to make it anew, remove {target.ManifestPath}.");
            return completion.ExitCode;
        }
        using ItemReader reader = new(inputs, options.MaxPageBytes);
        reader.GoTo(output.Start);
        progress.StartFrom(output.Start.Bytes);
        if (output.Start.Input > 0 || output.Start.Records > 0)
            Messages.Write($"going on after {_tally.Pages} pages of an earlier run.");
        await ReadAllAsync(reader, output, progress, inputs.Count, cancel);
        progress.Dispose();
        return End(target, output, progress, inputs);
    }

    private FileStream Hold(BulkTarget target)
    {
        try
        {
            return OutputLock.Take(options.Output, target.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(options.Output, $"cannot be written: {e.Message.TrimEnd('.')}", e);
        }
    }

    private List<BulkInput> FindInputs(BulkTarget target, CancellationToken cancel)
    {
        InputList list = new(_tally, target.IsOwn, cancel);
        List<BulkInput> inputs = [.. list.Expand(options.Inputs)];
        if (options.Index is { } index)
            inputs = CdxList.Read(index, inputs);
        inputs.RemoveAll(input => !options.Shard.Has(input));
        for (int i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Entry is null && inputs[i].Path != "-")
                inputs[i] = inputs[i] with { Size = FileSnapshot.Of(inputs[i].Path).Size };
        }
        return inputs;
    }

    private async Task ReadAllAsync(
        ItemReader reader, IRunOutput output, BulkProgress progress, int inputs, CancellationToken cancel)
    {
        Lock writing = new();
        bool isAbandoned = false;
        DuplicateIndex? duplicates = options.MarksDuplicates ? output.Duplicates ?? new() : null;
        OrderedPipeline<BulkItem, BulkRow> pipeline = new()
        {
            Read = reader.Read,
            NewWorker = () => new PageWorker(options, output.AreQuotesCsv).Read,
            SizeOf = static row => row.Json?.Length ?? 0,
            Write = Write,
        };
        if (_tally.Pages < options.Limit)
        {
            Task run = pipeline.RunAsync(Math.Min(options.Workers, 512), cancel);
            Task stopped = Task.Delay(Timeout.Infinite, cancel);
            if (await Task.WhenAny(run, stopped) == stopped && await Task.WhenAny(run, Task.Delay(TimeToStop,
                CancellationToken.None)) != run)
            {
                // A page that takes long, or a pipe that gives nothing, is not waited for.
                lock (writing)
                    isAbandoned = true;
            }
            try
            {
                if (!isAbandoned)
                    await run;
                cancel.ThrowIfCancellationRequested();
            }
            catch (Exception e)
            {
                progress.Dispose();
                bool goesOn = output.GiveUp();
                if (goesOn)
                    Messages.Write($"{_tally.Pages} pages so far; the same command goes on from there.");
                if (e is not OperationCanceledException)
                    throw;
                throw new OperationCanceledException(cancel);
            }
        }
        _tally.AddLeftOut(reader.RestLeftOut);
        output.End(new() { Input = inputs, Bytes = progress.TotalBytes }, reader.RestFinished);

        bool Write(BulkItem item, BulkRow row)
        {
            lock (writing)
            {
                if (isAbandoned)
                    return false;
                _tally.AddLeftOut(item.LeftOut);
                string? first = row is { Signature: { } signature, Id: { } id } ? duplicates?.Find(signature, id) : null;
                _tally.Add(row, item.Source, first is not null);
                if (row.Json is { } json)
                    output.Write(first is null ? json : RowWriter.Add(json, "duplicate_of", first), row, isDuplicate: first is not null);
                output.Advance(item.After, item.Finished);
                progress.DoneBytes = item.After.Bytes;
                return _tally.Pages < options.Limit;
            }
        }
    }

    private int End(BulkTarget target, IRunOutput output, BulkProgress progress, List<BulkInput> inputs)
    {
        // A part of many, or what a filter leaves of some pages, may be empty; a run that was to read something and found nothing is wrong.
        bool mayBeEmpty = options.Shard.Count > 1 || _tally.State.LeftOut.Keys.Any(static k => k.StartsWith("page of ",
            StringComparison.Ordinal));
        if (_tally.Pages == 0 && !mayBeEmpty)
        {
            output.GiveUp();
            Messages.Write("there is no page in what was named.");
            foreach (string line in _tally.Details())
                Messages.Write(line);
            return ExitCode.NothingReadable;
        }
        int exitCode = _tally.Failed > 0 ? ExitCode.NothingReadable : ExitCode.Done;
        IReadOnlyList<OutputFileSize> files = output.Complete(exitCode);
        string names = files.Count > 1 ? $"{files.Count} files, {files[0].Path} and on" : options.Output;
        Messages.Write($"{progress.Line()}; {names}");
        foreach (string line in _tally.Details())
            Messages.Write(line);
        if (options.Summary is { } path)
            OutputFile.Write(path, Summary(exitCode, inputs.Count, progress.Elapsed, files).ToJson(), CancellationToken.None);
        return exitCode;
    }

    private RunSummary Summary(int exitCode, int inputs, TimeSpan time, IReadOnlyList<OutputFileSize> files)
    {
        TallyState counts = _tally.State;
        double seconds = Math.Max(time.TotalSeconds, 0.001);
        using Process process = Process.GetCurrentProcess();
        return new()
        {
            Version = Version,
            ExitCode = exitCode,
            Inputs = inputs,
            Rows = counts.Rows,
            Failed = counts.Failed,
            Warnings = counts.Warnings,
            Duplicates = counts.Duplicates,
            Quotes = counts.Quotes,
            PageBytes = counts.PageBytes,
            TextBytes = counts.TextBytes,
            KeptShare = Math.Round(counts.PageBytes == 0 ? 0 : (double)counts.TextBytes / counts.PageBytes, 4),
            Seconds = Math.Round(seconds, 3),
            ProcessorSeconds = Math.Round(process.TotalProcessorTime.TotalSeconds, 3),
            PagesPerSecond = Math.Round(counts.Rows / seconds, 1),
            MegabytesPerSecond = Math.Round(counts.PageBytes / 1e6 / seconds, 1),
            PeakMemoryBytes = process.PeakWorkingSet64,
            AllocatedBytesPerRow = (GC.GetTotalAllocatedBytes() - _allocatedBefore) / Math.Max(1, counts.Rows),
            Kinds = BulkTally.Sorted(counts.Kinds),
            Verdicts = BulkTally.Sorted(counts.Verdicts),
            Languages = BulkTally.Sorted(counts.Languages),
            Failures = BulkTally.Sorted(counts.Failures),
            LeftOut = BulkTally.Sorted(_tally.LeftOut),
            Slowest = _tally.Slowest,
            Files = files,
        };
    }

    private static string Version =>
        typeof(BulkRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>What this run is told from others by: only a run that would write the same goes on with what another left.</summary>
    private RunIdentity Identity(List<BulkInput> inputs)
    {
        XxHash64 hash = new();
        foreach (BulkInput input in inputs)
        {
            FileSnapshot file = input.Path == "-" ? new(0, DateTime.UtcNow.Ticks) : FileSnapshot.Of(input.Path);
            hash.Append(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{input.Path}\0{file.Size}\0{file.Changed}\0{input.Entry?.Offset}\0{input.IsFound}\n")));
        }
        string command = FormattableString.Invariant($"out={options.Output} as={options.IsParquet} rows-per-file={options.RowsPerFile} ")
            + FormattableString.Invariant($"limit={options.Limit} shard={options.Shard} max-page={options.MaxPageBytes} ")
            + $"{options.Reading} story={options.HasStory} quotes={options.Quotes} duplicates={options.MarksDuplicates} "
            + options.Filter.Describe();
        return new($"{Version} {ProgramHash()}", command, inputs.Count, hash.GetCurrentHashAsUInt64().ToString("x16",
            CultureInfo.InvariantCulture));
    }

    /// <summary>A hash of the program's own files, so that another build is another program though its version is the same.</summary>
    private static string ProgramHash()
    {
        XxHash64 hash = new();
        string[] files = [.. Directory.GetFiles(AppContext.BaseDirectory, "Skiplink*.dll").Order(StringComparer.Ordinal)];
        foreach (string file in files.Length > 0 ? files : [Environment.ProcessPath ?? ""])
        {
            FileSnapshot snapshot = FileSnapshot.Of(file);
            hash.Append(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}\0{snapshot.Size}\0{snapshot.Changed}\n")));
        }
        return hash.GetCurrentHashAsUInt64().ToString("x16", CultureInfo.InvariantCulture);
    }
}
