namespace Skiplink.Cli;

/// <summary>What the command's exit code says; scripts rely on it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Nothing readable was found, or some inputs failed (the rest is written).</summary>
    public const int NothingReadable = 1;

    public const int WrongUsage = 2;
    public const int Interrupted = 130;
}
