using System.Globalization;

namespace Skiplink.Cli.Terminal;

/// <summary>
/// The three streams that a shell gives. The number of one that the shell closed (<c>&lt;&amp;-</c>) goes to the next file that the runtime
/// opens for itself, which must be neither read nor written.
/// </summary>
internal static class StandardStreams
{
    /// <summary>The flag of a file that is closed when another program is started (O_CLOEXEC).</summary>
    private const int CloseOnExec = 0x80000;

    public static bool HasError { get; } = IsInherited(2);

    /// <exception cref="InputException">It is closed.</exception>
    public static Stream OpenInput() =>
        IsInherited(0) ? Console.OpenStandardInput() : throw new InputException("standard input", "is closed");

    /// <exception cref="InputException">It is closed.</exception>
    public static Stream OpenOutput() =>
        IsInherited(1) ? Console.OpenStandardOutput() : throw new InputException("standard output", "is closed");

    /// <summary>Whether a person is typing what is read.</summary>
    public static bool IsInputTerminal => IsInherited(0) && !Console.IsInputRedirected;

    /// <summary>
    /// Whether a descriptor came from the program that started this one. The runtime opens all its own files to be closed on the start of
    /// another program; what came through the start of this one cannot be such. Only Linux tells; elsewhere the answer is yes.
    /// </summary>
    private static bool IsInherited(int descriptor)
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists("/proc/self/fdinfo"))
            return true;
        try
        {
            string flags = File.ReadLines($"/proc/self/fdinfo/{descriptor.ToString(CultureInfo.InvariantCulture)}")
                .First(static line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt64(flags["flags:".Length..].Trim(), 8) & CloseOnExec) == 0;
        }
        catch (Exception e) when (e is FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            return true;
        }
    }
}
