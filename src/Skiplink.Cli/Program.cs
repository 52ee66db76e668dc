using System.CommandLine;
using System.CommandLine.Help;
using Skiplink.Cli;
using Skiplink.Cli.Commands;
using Skiplink.Cli.Terminal;

// Results go to standard output, everything else to standard error. Exit codes: see ExitCode.
// Commands/ is what a user can ask for, Sources/ where pages come from, Sniffing/ what bytes are, Bulk/ many pages at once,
// Output/ how results are written, Terminal/ what people see.
// Not a RootCommand: that would be called by the name of the assembly.
Command root = new("skiplink", "Skips the menu and reads the main text of web pages.")
{
    new HelpOption(), new VersionOption(), ReadCommand.Create(), ExplainCommand.Create(), BulkCommand.Create(),
};
InvocationConfiguration invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
using Interruption interruption = new();
try
{
    ParseResult arguments = CommandArguments.Parse(root, args);
    return await interruption.RunAsync(cancel => arguments.InvokeAsync(invocation, cancel));
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
