using System.CommandLine;
using Skiplink.Cli.Terminal;

namespace Skiplink.Cli;

/// <summary>Runs a command to its exit code. However it ends, a user sees a line that says why, and never an exception.</summary>
internal static class CommandRunner
{
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    /// <param name="root">The command with its subcommands.</param>
    /// <param name="arguments">What the user typed.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Command root, string[] arguments)
    {
        using Interruption interruption = new();
        try
        {
            ParseResult parsed = CommandArguments.Parse(root, arguments);
            return await interruption.RunAsync(cancel => parsed.InvokeAsync(Invocation, cancel));
        }
        catch (UsageException e)
        {
            foreach (string message in e.Messages)
                Messages.Write(message);
            Messages.WriteUsageHint();
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException) when (interruption.ExitCode != 0)
        {
            Messages.Write("interrupted.");
            return interruption.ExitCode;
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            Messages.Write(e.Message);
            return ExitCode.NothingReadable;
        }
        catch (Exception e)
        {
            Messages.Write($"this is a fault of skiplink, please report it: {e.GetType().Name}: {e.Message}");
            return ExitCode.NothingReadable;
        }
    }
}
