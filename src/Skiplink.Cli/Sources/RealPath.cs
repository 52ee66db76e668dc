namespace Skiplink.Cli.Sources;

/// <summary>The path of a file or folder without symbolic links, by which two names of the same thing are seen to be one.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>The path of what a path leads to. It need not exist.</summary>
    public static string Of(string path) => Of(path, 0);

    private static string Of(string path, int links)
    {
        string full = Path.GetFullPath(path), root = Path.GetPathRoot(full)!, real = root;
        foreach (string part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Join(real, part);
            real = new FileInfo(next).LinkTarget is { } target && links < MaxLinks ? Of(Path.Combine(real, target), links + 1) : next;
        }
        return real;
    }
}
