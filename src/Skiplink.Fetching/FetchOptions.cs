namespace Skiplink.Fetching;

/// <summary>The bounds of one fetch.</summary>
internal sealed record FetchOptions
{
    /// <summary>Those of the command.</summary>
    public static FetchOptions Default { get; } = new();

    /// <summary>Whether addresses of private networks and of this machine are fetched. A server says no: it fetches for others.</summary>
    public bool AllowsPrivateTargets { get; init; } = true;

    /// <summary>How long the whole fetch may take, redirects included.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many bytes are fetched, and how many a page may have when unpacked.</summary>
    public int MaxBytes { get; init; } = 64 << 20;
}
