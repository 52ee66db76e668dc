namespace Skiplink.Cli;

/// <summary>Arguments that the command does not understand, or that contradict each other; a message for each fault.</summary>
internal sealed class UsageException(params string[] messages) : Exception(string.Join(' ', messages))
{
    public IReadOnlyList<string> Messages { get; } = messages;
}
