namespace Skiplink.Cli;

/// <summary>Writes results: a file appears only when it is whole, written aside and then renamed.</summary>
internal static class OutputFile
{
    /// <summary>Writes to a file, or to standard output when there is no path.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static async Task WriteAsync(string? path, byte[] bytes, CancellationToken cancel)
    {
        if (path is null)
        {
            await using Stream output = Console.OpenStandardOutput();
            await output.WriteAsync(bytes, cancel);
            return;
        }
        FileStream file = Create(path, out string aside);
        try
        {
            await using (file)
                await file.WriteAsync(bytes, cancel);
        }
        catch
        {
            Forget(aside, path);
            throw;
        }
        Finish(aside, path);
    }

    /// <summary>Opens the file to write aside. What is a device is written to as it is: it must not be put another file in its place.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static FileStream Create(string path, out string aside)
    {
        if (path.Length == 0)
            throw new InputException("A file without a name cannot be written.");
        aside = IsDevice(path) ? path : path + ".part";
        try
        {
            return new FileStream(aside, IsDevice(path) ? FileMode.Open : FileMode.Create, FileAccess.Write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Gives the whole file its name.</summary>
    /// <exception cref="InputException">It cannot be renamed.</exception>
    public static void Finish(string aside, string path)
    {
        if (aside == path)
            return;
        try
        {
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Removes a file that did not become whole.</summary>
    public static void Forget(string aside, string path)
    {
        if (aside != path)
            File.Delete(aside);
    }

    private static bool IsDevice(string path) => !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(path);
}
