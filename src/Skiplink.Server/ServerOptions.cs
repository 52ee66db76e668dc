namespace Skiplink.Server;

/// <summary>The bounds of a server. The defaults suit one machine's user.</summary>
internal sealed record ServerOptions
{
    /// <summary>Whether addresses of private networks and of this machine are fetched.</summary>
    public bool AllowsPrivateTargets { get; init; }

    /// <summary>Keys of which a request must have one; none are needed when empty.</summary>
    public IReadOnlyList<string> ApiKeys { get; init; } = [];

    /// <summary>How many requests a client may make in a minute; 0 for any number.</summary>
    public int RequestsPerMinute { get; init; } = 120;

    /// <summary>How many bytes a posted page may have.</summary>
    public int MaxBodyBytes { get; init; } = 16 << 20;

    /// <summary>How many requests are answered at once; more wait or are refused.</summary>
    public int MaxConcurrentRequests { get; init; } = 256;

    /// <summary>How long a fetch may take when the request does not say.</summary>
    public TimeSpan FetchTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a request may let a fetch take.</summary>
    public TimeSpan MaxFetchTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How old a fetched page may be when the request does not say, and how long it is kept.</summary>
    public TimeSpan CacheTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How much memory fetched pages may take.</summary>
    public int CacheMegabytes { get; init; } = 256;
}
