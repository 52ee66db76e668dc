using System.CommandLine;
using System.CommandLine.Help;
using Skiplink.Cli;
using Skiplink.Cli.Commands;

// Results go to standard output, everything else to standard error. Exit codes: see ExitCode.
// Not a RootCommand: that would go by the name of the assembly.
Command root = new("skiplink", "Skips the menu and reads the main text of web pages.") { new HelpOption(), new VersionOption(), ReadCommand.Create(), ExplainCommand.Create(), BulkCommand.Create() };
ParseResult arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (string message in arguments.Errors.Select(static e => string.Join(' ', e.Message.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))).Distinct())
        Console.Error.WriteLine($"skiplink: {message}");
    Console.Error.WriteLine("Try: skiplink --help");
    return ExitCode.WrongUsage;
}
using CancellationTokenSource interrupted = new();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupted.Cancel();
};
try
{
    return await arguments.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted.Token);
}
catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"skiplink: {e.Message}");
    return ExitCode.NothingReadable;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("skiplink: interrupted.");
    return ExitCode.Interrupted;
}
