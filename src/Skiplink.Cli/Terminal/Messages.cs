namespace Skiplink.Cli.Terminal;

/// <summary>Lines for people, on standard error. Nothing else in the command writes there.</summary>
internal static class Messages
{
    /// <summary>Writes one line, with whatever a terminal would obey written out.</summary>
    public static void Write(string message) => WriteLine($"skiplink: {TerminalText.Escape(message)}");

    /// <summary>Whether what is written here is seen on a terminal at once.</summary>
    public static bool AreOnTerminal => StandardStreams.HasError && !Console.IsErrorRedirected;

    /// <summary>Writes a line in the place of the one that was written so before; the next message starts in its place too.</summary>
    public static void WriteInPlace(string message)
    {
        int width = Math.Max(20, WindowWidth() - 1);
        string line = message.Length == 0 ? "" : $"skiplink: {TerminalText.Escape(message)}";
        Write($"\r\u001b[K{(line.Length > width ? line[..width] : line)}", Console.Error.Write);
    }

    /// <summary>Writes where to look after wrong usage.</summary>
    public static void WriteUsageHint() => WriteLine("Try: skiplink --help");

    private static void WriteLine(string line) => Write(line, Console.Error.WriteLine);

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return 80;
        }
    }

    private static void Write(string text, Action<string> write)
    {
        if (!StandardStreams.HasError)
            return;
        try
        {
            write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody can be told that nobody can be told.
        }
    }
}
