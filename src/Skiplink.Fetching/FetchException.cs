namespace Skiplink.Fetching;

/// <summary>A page that could not be fetched.</summary>
internal sealed class FetchException(string name, string reason, FetchFailure failure, Exception? inner = null)
    : InputException(name, reason, inner)
{
    /// <summary>What went wrong.</summary>
    public FetchFailure Failure { get; } = failure;

    /// <summary>The status that the page's server answered with; null when it did not answer.</summary>
    public int? Status { get; init; }
}
