using Skiplink.Cli.Bulk.Running;
using Skiplink.Cli.Sources;
using Skiplink.Fetching.Sniffing;

namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>
/// Finds the inputs of a bulk run: files as they are named, the files in folders sorted by their paths, and what lists name, each once.
/// </summary>
internal sealed class InputList
{
    private readonly BulkTally _tally;
    private readonly FolderWalk _folders;

    /// <param name="tally">Counts what is left out.</param>
    /// <param name="isOwn">Whether a file, by its real path, is one that the run itself writes, which it does not read.</param>
    /// <param name="cancel">Ends the search.</param>
    public InputList(BulkTally tally, Func<string, bool> isOwn, CancellationToken cancel)
    {
        _tally = tally;
        _folders = new(tally, isOwn, cancel);
    }

    /// <summary>The inputs that arguments of the command name.</summary>
    public IEnumerable<BulkInput> Expand(IEnumerable<string> arguments)
    {
        foreach (string argument in arguments)
        {
            // What a shell made of a pattern may begin with @ as well, and then there is such a file.
            bool isList = argument.StartsWith('@') && !Path.Exists(argument);
            foreach (BulkInput input in isList ? ReadList(argument) : argument == "-" ? [new(argument)] : Expand(argument))
                yield return input;
        }
    }

    private List<BulkInput> Expand(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            return [new(path, Error: "is no name of a file")];
        if (Directory.Exists(path))
            return _folders.Walk(path);
        if (GlobPattern.IsPattern(path) && !File.Exists(path))
            return Match(path);
        if (_folders.IsNew(RealPath.Of(path)))
            return [new(path)];
        _tally.LeaveOut("file that was named twice");
        return [];
    }

    /// <summary>The files that a pattern names; a shell does that before where it is not in quotation marks.</summary>
    private List<BulkInput> Match(string pattern)
    {
        string[] files = [.. GlobPattern.Expand(pattern)];
        return files.Length == 0 ? [new(pattern, Error: "no file fits this pattern")] : [.. files.SelectMany(Expand)];
    }

    /// <summary>The inputs in a list, one a line; paths are relative to the working directory, as those of the command are.</summary>
    private List<BulkInput> ReadList(string argument)
    {
        string path = argument[1..];
        List<BulkInput> inputs = [];
        try
        {
            using Stream stream = path == "-" ? Terminal.StandardStreams.OpenInput() : File.OpenRead(path);
            using PeekableStream bytes = new(stream);
            SniffedContent content = ContentSniffer.Sniff(bytes.Peek());
            if (content.Kind is not (ContentKind.Text or ContentKind.Tagged or ContentKind.Empty))
                return [new(argument, Error: $"is {content.Name}, not a list of inputs")];
            using StreamReader lines = new(bytes);
            while (lines.ReadLine() is { } line)
            {
                if (line.Length > 0)
                    inputs.AddRange(Expand(line));
            }
            return inputs;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            return [new(argument, Error: "there is no such list")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [.. inputs, new(argument, Error: "the list cannot be read")];
        }
    }
}
