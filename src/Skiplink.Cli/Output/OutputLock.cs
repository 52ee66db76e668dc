namespace Skiplink.Cli.Output;

/// <summary>Holds an output for one command.</summary>
internal static class OutputLock
{
    /// <summary>
    /// Holds a file beside the output until this command ends, however it ends: the system lets go of what a killed command held, so that a
    /// file that was left behind stops nobody.
    /// </summary>
    /// <param name="path">What the user calls the output.</param>
    /// <param name="target">The file that is written.</param>
    /// <exception cref="InputException">Another command is writing it.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static FileStream Take(string path, string target)
    {
        try
        {
            return new(target + ".part.lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (IsInUse(e))
        {
            throw new InputException(path, "is being written by another skiplink; wait for it, or name another file", e);
        }
    }

    /// <summary>Whether a file is in use: EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.</summary>
    public static bool IsInUse(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
