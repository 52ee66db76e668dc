using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Skiplink.Cli.Output;
using Skiplink.Cli.Sources;
using Skiplink.Cli.Terminal;
using Skiplink.Stories;

namespace Skiplink.Cli.Bulk;

/// <summary>Reads many pages with several readers, and writes their rows in the order of the inputs.</summary>
internal sealed class BulkRun
{
    private readonly BulkTally _tally = new();
    private readonly ConcurrentBag<PageReader> _readers = [];

    /// <summary>What the user named: files, folders, lists, -.</summary>
    public required string[] Inputs { get; init; }

    /// <summary>The file to write, or -.</summary>
    public required string Output { get; init; }

    /// <summary>How many pages are read at once.</summary>
    public required int Workers { get; init; }

    /// <summary>How many rows are written at most.</summary>
    public required int Limit { get; init; }

    /// <summary>How pages are read.</summary>
    public required ReadOptions Options { get; init; }

    /// <summary>Whether rows have a story.</summary>
    public required bool HasStory { get; init; }

    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">The output cannot be written.</exception>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        OutputFile.RefuseInputs(Output, Inputs);
        using OutputFile file = OutputFile.Open(Output);
        using BulkProgress progress = new(_tally, TimeProvider.System, Messages.Write);
        InputList inputs = new(_tally, file.OwnPaths, cancel);
        await foreach (BulkRow row in ReadAsync(inputs.Expand(Inputs), cancel))
        {
            _tally.Add(row);
            if (row.Json is null)
                continue;
            file.Write([.. row.Json, (byte)'\n']);
            if (_tally.Pages >= Limit)
                break;
        }
        if (_tally.Pages > 0)
            file.Complete();
        Messages.Write(_tally.Pages > 0 ? $"{_tally.Line(progress.Elapsed)}; {Output}" : "there is no page in what was named.");
        foreach (string line in _tally.Details())
            Messages.Write(line);
        return _tally.Pages == 0 || _tally.Failed > 0 ? ExitCode.NothingReadable : ExitCode.Done;
    }

    /// <summary>Reads inputs at once, a few ahead of the row that is due.</summary>
    private async IAsyncEnumerable<BulkRow> ReadAsync(
        IEnumerable<BulkInput> inputs, [EnumeratorCancellation] CancellationToken cancel)
    {
        int workers = Math.Min(Workers, 512);
        TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers).ConcurrentScheduler;
        Queue<Task<BulkRow>> ahead = new();
        foreach (BulkInput input in inputs)
        {
            if (ahead.Count >= workers * 8)
                yield return await ahead.Dequeue().WaitAsync(cancel);
            ahead.Enqueue(Task.Factory.StartNew(() => Read(input), cancel, TaskCreationOptions.None, scheduler));
        }
        while (ahead.TryDequeue(out Task<BulkRow>? row))
            yield return await row.WaitAsync(cancel);
    }

    private BulkRow Read(BulkInput input)
    {
        PageReader reader = _readers.TryTake(out PageReader? free) ? free : new();
        try
        {
            if (input.Error is not null)
                throw new InputException(input.Path, input.Error);
            PageInput page = input switch
            {
                { Path: "-" } => StandardInputSource.Read(),
                { IsFound: true } => FileSource.ReadFound(input.Path),
                _ => FileSource.Read(input.Path),
            };
            Article article = page.Read(reader, Options);
            byte[] json = ArticleJson.Write(article, input.Path, null);
            if (!HasStory)
                return new(json, page.Bytes.Length);
            Story story = Story.Read(article);
            return new(StoryOutput.AddTo(json, story), page.Bytes.Length, HasWarnings: story.Warnings.Count > 0);
        }
        catch (NotPageException e) when (input.IsFound && !PageName.IsHtml(input.Path) && !PageName.IsText(input.Path))
        {
            return new(null, LeftOut: e.Content.Noun);
        }
        catch (InputException e)
        {
            return new(ArticleJson.WriteError(input.Path, e.Message), Failure: e.Reason);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A page that the library cannot read is a fault of ours; the others are read all the same.
            string reason = $"could not be read: {e.GetType().Name}";
            return new(ArticleJson.WriteError(input.Path, $"{input.Path}: {reason}: {e.Message}"), Failure: reason);
        }
        finally
        {
            _readers.Add(reader);
        }
    }
}
