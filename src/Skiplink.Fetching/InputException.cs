namespace Skiplink.Fetching;

/// <summary>An input that cannot be read, or an output that cannot be written. The message names it and says why.</summary>
internal class InputException : Exception
{
    /// <param name="name">What the user calls the input or output: a path, an address, standard input.</param>
    /// <param name="reason">Why it cannot be read or written, without the name and without a full stop: "is empty".</param>
    /// <param name="inner">The exception that showed it, if any.</param>
    public InputException(string name, string reason, Exception? inner = null)
        : base($"{name}: {reason}.", inner) => Reason = reason;

    /// <summary>The message without the name, by which failures are counted.</summary>
    public string Reason { get; }
}
