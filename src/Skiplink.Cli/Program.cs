using System.CommandLine;
using System.CommandLine.Help;
using Skiplink.Cli;
using Skiplink.Cli.Commands;

// Results go to standard output, everything else to standard error. Exit codes: see ExitCode.
// Commands/ is what a user can ask for, Sources/ where pages come from, Sniffing/ what bytes are, Bulk/ many pages at once,
// Serving/ the server, Output/ how results are written, Terminal/ what people see.
// Not a RootCommand: that would be called by the name of the assembly.
Command root = new("skiplink", "Skips the menu and reads the main text of web pages.")
{
    new HelpOption(), new VersionOption(), ReadCommand.Create(), ExplainCommand.Create(), BulkCommand.Create(),
    ServeCommand.Create(), McpCommand.Create(),
};
return await CommandRunner.RunAsync(root, args);
