using Skiplink.Cli.Terminal;

namespace Skiplink.Cli.Sources;

/// <summary>Reads the page that comes through standard input.</summary>
internal static class StandardInputSource
{
    private const string Name = "standard input";

    /// <exception cref="InputException">It is closed, or is no page.</exception>
    public static PageInput Read()
    {
        using Stream input = StandardStreams.OpenInput();
        if (StandardStreams.IsInputTerminal)
            Messages.Write("reading standard input, until Ctrl-D; a file or an address may be named instead.");
        return PageBytes.Read(input, Name);
    }
}
