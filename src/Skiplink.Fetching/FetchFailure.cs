namespace Skiplink.Fetching;

/// <summary>Why a page could not be fetched, as far as callers answer differently.</summary>
internal enum FetchFailure
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>The address, or one that it redirects to, is in a private network.</summary>
    PrivateAddress,

    /// <summary>The server answered with an error status.</summary>
    Status,

    /// <summary>It redirects too often, or to where no reader goes.</summary>
    Redirect,

    /// <summary>It is larger than what is fetched.</summary>
    TooLarge,

    /// <summary>It is no page.</summary>
    NotPage,
}
