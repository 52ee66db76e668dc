using Microsoft.Win32.SafeHandles;
using Skiplink.Cli.Terminal;

namespace Skiplink.Cli.Output;

/// <summary>Opens standard output for results.</summary>
internal static class StandardOutput
{
    /// <summary>
    /// A stream that fails when nobody reads it any more (<c>| head</c>); the console's own would go on in silence. Where output goes to a
    /// file, the console's is taken, which keeps the place in a file that several commands write one after the other.
    /// </summary>
    /// <exception cref="InputException">Standard output is closed.</exception>
    public static Stream Open()
    {
        Stream console = StandardStreams.OpenOutput();
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return console;
        FileStream pipe = new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? console : pipe;
    }
}
