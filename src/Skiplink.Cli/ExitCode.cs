namespace Skiplink.Cli;

/// <summary>The command's exit codes, on which scripts rely. A signal ends it with 128 plus the signal's number.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Nothing readable was found, or some inputs failed (the rest is written).</summary>
    public const int NothingReadable = 1;

    public const int WrongUsage = 2;

    /// <summary>Ended by SIGHUP: the terminal was closed.</summary>
    public const int HungUp = 129;

    /// <summary>Ended by SIGINT: Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM.</summary>
    public const int Terminated = 143;
}
