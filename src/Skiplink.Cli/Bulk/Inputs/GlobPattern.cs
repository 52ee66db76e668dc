using System.IO.Enumeration;

namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>Expands patterns of paths: <c>*</c> and <c>?</c> in a name, <c>**</c> for any folders.</summary>
internal static class GlobPattern
{
    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The files and folders that fit, sorted by path. What cannot be opened fits nothing.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        string root = Path.GetPathRoot(pattern) ?? "";
        List<string> found = [root];
        string[] parts = pattern[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i];
            bool isLast = i == parts.Length - 1;
            found = [.. found.SelectMany(folder => part == "**" ? WithFolders(folder, isLast) : Fitting(folder, part))];
        }
        return found.Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Fitting(string folder, string part)
    {
        if (IsPattern(part))
            return Entries(folder).Where(name => name[0] != '.' && FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: false))
                .Select(name => Path.Combine(folder, name));
        string path = Path.Combine(folder, part);
        return Path.Exists(path) ? [path] : [];
    }

    /// <summary>A folder with all folders in it; with all files too when nothing follows.</summary>
    private static IEnumerable<string> WithFolders(string folder, bool isLast)
    {
        Stack<string> folders = new([folder]);
        while (folders.TryPop(out string? next))
        {
            if (!isLast)
                yield return next;
            foreach (string name in Entries(next))
            {
                string path = Path.Combine(next, name);
                FileAttributes attributes = File.GetAttributes(path);
                if (attributes.HasFlag(FileAttributes.Directory) && !attributes.HasFlag(FileAttributes.ReparsePoint))
                    folders.Push(path);
                else if (isLast)
                    yield return path;
            }
        }
    }

    private static string[] Entries(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder.Length == 0 ? "." : folder).EnumerateFileSystemInfos().Select(static e => e.Name)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
