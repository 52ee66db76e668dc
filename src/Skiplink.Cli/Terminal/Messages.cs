namespace Skiplink.Cli.Terminal;

/// <summary>Lines for people, on standard error. Nothing else in the command writes there.</summary>
internal static class Messages
{
    /// <summary>Writes one line, with whatever a terminal would obey written out.</summary>
    public static void Write(string message) => WriteLine($"skiplink: {TerminalText.Escape(message)}");

    /// <summary>Writes where to look after wrong usage.</summary>
    public static void WriteUsageHint() => WriteLine("Try: skiplink --help");

    private static void WriteLine(string line)
    {
        if (!StandardStreams.HasError)
            return;
        try
        {
            Console.Error.WriteLine(line);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody can be told that nobody can be told.
        }
    }
}
