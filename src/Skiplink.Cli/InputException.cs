namespace Skiplink.Cli;

/// <summary>An input that cannot be read, or an output that cannot be written: the message names it, and the limit it met.</summary>
internal sealed class InputException : Exception
{
    public InputException(string message)
        : base(message)
    {
    }

    public InputException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
