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
        await using Stream file = Create(path, out string aside);
        await file.WriteAsync(bytes, cancel);
        await file.DisposeAsync();
        Finish(aside, path);
    }

    /// <summary>Opens the file to write aside.</summary>
    /// <exception cref="InputException">It cannot be made.</exception>
    public static FileStream Create(string path, out string aside)
    {
        aside = path + ".part";
        try
        {
            return File.Create(aside);
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
        try
        {
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be written: {e.Message}", e);
        }
    }
}
