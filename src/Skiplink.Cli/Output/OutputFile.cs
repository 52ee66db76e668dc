using Skiplink.Cli.Sources;
using Skiplink.Cli.Terminal;

namespace Skiplink.Cli.Output;

/// <summary>
/// A result that is being written: to standard output, to a device or pipe, or to a file, which appears only when it is whole. A file is
/// written aside and then renamed, and no two commands write the same one at once.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _target;
    private readonly string? _aside;
    private readonly FileStream? _lock;
    private readonly Stream _stream;
    private bool _isWhole;

    private OutputFile(string target, string? aside, FileStream? fileLock, Stream stream) =>
        (_target, _aside, _lock, _stream) = (target, aside, fileLock, stream);

    /// <summary>The real paths of the files that are written, those beside the output too; none when it is no file.</summary>
    public IReadOnlyList<string> OwnPaths =>
        _aside is null ? [] : [RealPath.Of(_target), RealPath.Of(_aside), RealPath.Of(_lock!.Name)];

    /// <summary>Writes a whole result.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string? path, ReadOnlySpan<byte> bytes, CancellationToken cancel)
    {
        using OutputFile file = Open(path);
        cancel.ThrowIfCancellationRequested();
        file.Write(path is null or "-" && !Console.IsOutputRedirected ? TerminalText.EscapeControls(bytes) : bytes);
        file.Complete();
    }

    /// <summary>Refuses an output that would take the place of one of the inputs.</summary>
    /// <param name="path">The output; null or - for standard output.</param>
    /// <param name="inputs">What the user named as inputs: files, folders, lists with an @ before them, addresses, -.</param>
    /// <exception cref="UsageException">The output is one of the inputs, be it by way of a link.</exception>
    public static void RefuseInputs(string? path, params IEnumerable<string> inputs)
    {
        if (path is null or "-" or "" || !File.Exists(path) || IsDevice(path))
            return;
        string output = RealPath.Of(path);
        foreach (string input in inputs)
        {
            string file = input.StartsWith('@') && !File.Exists(input) ? input[1..] : input;
            if (File.Exists(file) && RealPath.Of(file) == output)
                throw new UsageException($"{path} is an input too, and would be replaced; name another file to write.");
        }
    }

    /// <summary>Writes some bytes behind those before.</summary>
    /// <exception cref="InputException">They cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(_target, e);
        }
    }

    /// <summary>Opens an output.</summary>
    /// <param name="path">A file, a device or a pipe; null or - for standard output. A symbolic link is written through.</param>
    /// <exception cref="InputException">It cannot be written, or another command is writing it.</exception>
    public static OutputFile Open(string? path)
    {
        if (path is null or "-")
            return new("standard output", null, null, StandardOutput.Open());
        if (path.Length == 0)
            throw new InputException("--output", "a file without a name cannot be written");
        FileStream? fileLock = null;
        try
        {
            if (IsDevice(path))
                return new(path, null, null, new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
            string target = Target(path);
            fileLock = OutputLock.Take(path, target);
            string aside = target + ".part";
            return new(target, aside, fileLock, new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
        }
        catch (IOException e) when (OutputLock.IsInUse(e))
        {
            fileLock?.Dispose();
            throw new InputException(path, "is being written by another skiplink; wait for it, or name another file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            fileLock?.Dispose();
            throw CannotBeWritten(path, e);
        }
    }

    /// <summary>The file that is written: what a symbolic link leads to, or the path itself.</summary>
    /// <exception cref="InputException">It is a folder, or a link that leads to itself.</exception>
    public static string Target(string path)
    {
        string target = new FileInfo(path).LinkTarget is null ? path : RealPath.Of(path);
        if (Directory.Exists(target) || new FileInfo(target).LinkTarget is not null)
            throw new InputException(path, $"cannot be written: it is a {(Directory.Exists(target) ? "folder" : "circle of links")}");
        return target;
    }

    /// <summary>Gives the whole file its name. Without this, what was written is removed.</summary>
    /// <exception cref="InputException">It cannot be written to its end, or renamed.</exception>
    public void Complete()
    {
        try
        {
            _stream.Dispose();
            if (_aside is not null)
                File.Move(_aside, _target, overwrite: true);
            _isWhole = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(_target, e);
        }
    }

    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        catch (IOException) when (!_isWhole)
        {
            // What is left of it cannot be written, and is removed anyway.
        }
        if (!_isWhole && _aside is not null)
            File.Delete(_aside);
        _lock?.Dispose();
    }

    private static InputException CannotBeWritten(string path, Exception e) =>
        new(path, $"cannot be written: {e.Message.TrimEnd('.')}", e);

    /// <summary>Whether no other file may be put in its place: a device, a pipe, /dev/stdout.</summary>
    public static bool IsDevice(string path) => !OperatingSystem.IsWindows() && File.Exists(path)
        && (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal)
            || FileType.IsSpecial(RealPath.Of(path)));
}
