namespace Skiplink.Server.Problems;

/// <summary>A request that cannot be answered.</summary>
/// <param name="status">The status of the answer.</param>
/// <param name="slug">A short name of the sort of problem, which does not change: <c>wrong-parameter</c>.</param>
/// <param name="detail">What happened, in a sentence.</param>
/// <param name="next">What the client can do next, in a sentence.</param>
internal sealed class ProblemException(int status, string slug, string detail, string next) : Exception(detail)
{
    public int Status { get; } = status;

    public string Slug { get; } = slug;

    public string Next { get; } = next;

    /// <summary>Seconds after which to try again; null when that would not help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>A parameter or header that is not understood, or that cannot be honoured.</summary>
    public static ProblemException WrongParameter(string name, string reason, string next) =>
        new(400, "wrong-parameter", $"{name}: {reason}.", next);

    /// <summary>Something that needs a browser, or another part that there is none of here.</summary>
    public static ProblemException NotSupported(string name, string reason) =>
        new(422, "not-supported", $"{name} is not supported: {reason}.", $"Leave {name} out.");
}
