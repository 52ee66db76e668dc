using System.CommandLine;
using Skiplink.Cli;
using Skiplink.Cli.Commands;

// Results go to standard output, everything else to standard error. Exit codes: see ExitCode.
RootCommand root = new("Skips the menu and reads the main text of web pages.") { ReadCommand.Create(), ExplainCommand.Create(), BulkCommand.Create() };
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
catch (InputException e)
{
    Console.Error.WriteLine($"skiplink: {e.Message}");
    return ExitCode.NothingReadable;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("skiplink: interrupted.");
    return ExitCode.Interrupted;
}
