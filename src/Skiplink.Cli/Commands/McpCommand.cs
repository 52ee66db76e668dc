using System.CommandLine;

namespace Skiplink.Cli.Commands;

/// <summary><c>skiplink mcp</c>: the tools for agents, over standard input and output.</summary>
internal sealed class McpCommand
{
    private readonly FetchGuardOption _guard = new();

    public static Command Create()
    {
        McpCommand mcp = new();
        Command command = new("mcp", "Serves agents over standard input and output, by the Model Context Protocol.");
        mcp._guard.AddTo(command);
        command.SetAction(mcp.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        await ServerHost.ServeAgentAsync(_guard.AllowsPrivateTargets(arguments), cancel);
        return ExitCode.Done;
    }
}
