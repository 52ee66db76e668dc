using Skiplink.Cli.Bulk.Running;
using Skiplink.Cli.Sources;

namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>
/// Finds the files in folders and in their folders. Links are followed, but nothing is read twice; what cannot be a page is counted and
/// left out, and a folder that cannot be opened is an error of its own.
/// </summary>
/// <param name="tally">Counts what is left out.</param>
/// <param name="isOwn">Whether a file, by its real path, is one that the run itself writes.</param>
/// <param name="cancel">Ends the walk.</param>
internal sealed class FolderWalk(BulkTally tally, Func<string, bool> isOwn, CancellationToken cancel)
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        MatchType = MatchType.Simple,
        IgnoreInaccessible = false,
    };

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<BulkInput> _found = [];
    private readonly List<string> _links = [];

    /// <summary>Whether a file or folder, by its real path, was not named or found before.</summary>
    public bool IsNew(string realPath) => _seen.Add(realPath);

    /// <summary>The files in a folder, sorted by their paths.</summary>
    public List<BulkInput> Walk(string folder)
    {
        _found.Clear();
        Enter(folder, RealPath.Of(folder));
        // Links come last: where both a file and a link to it are there, the file is read.
        while (_links.Count > 0)
        {
            string[] links = [.. _links.Order(StringComparer.Ordinal)];
            _links.Clear();
            foreach (string link in links)
                Follow(link);
        }
        return [.. _found.OrderBy(static f => f.Path, StringComparer.Ordinal)];
    }

    private void Enter(string folder, string realPath)
    {
        Stack<(string Path, string RealPath)> folders = new([(folder, realPath)]);
        while (folders.TryPop(out (string Path, string RealPath) next))
        {
            cancel.ThrowIfCancellationRequested();
            if (!IsNew(next.RealPath))
            {
                tally.LeaveOut("folder that was read under another name");
                continue;
            }
            try
            {
                foreach (FileSystemInfo entry in new DirectoryInfo(next.Path).EnumerateFileSystemInfos("*", Everything))
                {
                    string path = Path.Join(next.Path, entry.Name), real = Path.Join(next.RealPath, entry.Name);
                    if (entry.Name.StartsWith('.'))
                        tally.LeaveOut("hidden file or folder");
                    else if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && !Path.Exists(path))
                        _found.Add(new(path, Error: "has a name that is not UTF-8, and cannot be opened"));
                    else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                        _links.Add(path);
                    else if (entry.Attributes.HasFlag(FileAttributes.Directory))
                        folders.Push((path, real));
                    else
                        Add(path, real);
                }
            }
            catch (UnauthorizedAccessException)
            {
                _found.Add(new(next.Path, Error: "is a folder that may not be read"));
            }
            catch (IOException e)
            {
                _found.Add(new(next.Path, Error: $"is a folder that cannot be read: {e.Message.TrimEnd('.')}"));
            }
        }
    }

    private void Add(string path, string realPath)
    {
        if (isOwn(realPath))
            return;
        if (!IsNew(realPath))
            tally.LeaveOut("file that was read under another name");
        else if (FileType.IsSpecial(path))
            tally.LeaveOut("pipe, socket or device");
        else
            _found.Add(new(path, IsFound: true));
    }

    private void Follow(string link)
    {
        string target = RealPath.Of(link);
        if (Directory.Exists(target))
            Enter(link, target);
        else if (File.Exists(target) && new FileInfo(target).LinkTarget is null)
            AddLinked(link, target);
        else
            tally.LeaveOut("broken link");
    }

    private void AddLinked(string link, string target)
    {
        if (FileType.IsSpecial(target))
            tally.LeaveOut("pipe, socket or device");
        else
            Add(link, target);
    }
}
