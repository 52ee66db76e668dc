using Skiplink.Server.Negotiation;
using Skiplink.Server.Selecting;

namespace Skiplink.Server.Api;

/// <summary>What a client asks for, whichever convention it asks in.</summary>
internal sealed record ReadRequest
{
    public OutputFormat Format { get; init; }

    /// <summary>Whether JSON comes in the envelope that clients of Jina Reader expect.</summary>
    public bool HasEnvelope { get; init; }

    /// <summary>Whether the answer comes as server-sent events.</summary>
    public bool WantsEvents { get; init; }

    /// <summary>What is put into the envelope; <see cref="Format"/> is JSON then.</summary>
    public OutputFormat ContentFormat { get; init; }

    public ReadOptions Options { get; init; } = new();

    public PageCut? Cut { get; init; }

    /// <summary>How old a stored copy may be; null for the server's own bound.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How long a fetch may take; null for the server's own bound.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Trims the text to so many tokens.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Refuses a text of more tokens.</summary>
    public int? TokenBudget { get; init; }

    /// <summary>Whether the links of the text are listed below it.</summary>
    public bool HasLinksSummary { get; init; }

    /// <summary>Headers that are known and make no difference here.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
