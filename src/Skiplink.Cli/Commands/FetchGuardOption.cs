using System.CommandLine;

namespace Skiplink.Cli.Commands;

/// <summary><c>--allow-private</c>, for commands that fetch what others name.</summary>
internal sealed class FetchGuardOption
{
    private readonly Option<bool> _allow = new("--allow-private")
    {
        Description = "Fetch addresses of private networks and of this machine, too.",
    };

    public void AddTo(Command command) => command.Add(_allow);

    public bool AllowsPrivateTargets(ParseResult arguments) => arguments.GetValue(_allow);
}
