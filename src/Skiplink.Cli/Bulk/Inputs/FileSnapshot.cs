namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>A file's size and time of change, by which it is seen that it is no longer the same.</summary>
internal readonly record struct FileSnapshot(long Size, long Changed)
{
    /// <summary>The snapshot of a file; of what is no file all zeros.</summary>
    public static FileSnapshot Of(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Exists ? new(file.Length, file.LastWriteTimeUtc.Ticks) : default;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return default;
        }
    }
}
