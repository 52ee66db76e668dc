namespace Skiplink.Cli.Commands;

/// <summary>
/// Says that the native command has no server: ASP.NET and the tools' descriptions rely on what is not compiled ahead of time.
/// </summary>
internal static class ServerHost
{
    private const string Message =
        "is not in the native command. It is in the .NET tool: dotnet tool install -g Skiplink.Cli, or dnx Skiplink.Cli.";

    /// <exception cref="InputException">Always.</exception>
    public static Task ServeAsync(ServeSettings settings, Action<string> started, CancellationToken cancel) =>
        throw new InputException("serve", Message.TrimEnd('.'));

    /// <exception cref="InputException">Always.</exception>
    public static Task ServeAgentAsync(bool allowsPrivateTargets, CancellationToken cancel) =>
        throw new InputException("mcp", Message.TrimEnd('.'));
}
