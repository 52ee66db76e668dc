namespace Skiplink.Cli.Commands;

/// <summary>What a user sets of the server. What is null is left to the server.</summary>
internal sealed record ServeSettings
{
    public string[] Urls { get; init; } = [];

    public int? RequestsPerMinute { get; init; }

    public int? CacheMegabytes { get; init; }

    public int? MaxPageMegabytes { get; init; }

    public bool AllowsPrivateTargets { get; init; }

    public string[] ApiKeys { get; init; } = [];
}
