using System.Formats.Tar;

namespace Skiplink.Cli.Sources;

/// <summary>Tells ordinary files from others without opening them: opening a pipe waits for its other end.</summary>
internal static class FileType
{
    /// <summary>Whether a path is a pipe, a socket or a device. A symbolic link is none of them, whatever it leads to.</summary>
    public static bool IsSpecial(string path)
    {
        FileInfo file = new(path);
        // Only ordinary files have a length.
        if (OperatingSystem.IsWindows() || !file.Exists || file.LinkTarget is not null || file.Length > 0)
            return false;
        // The base class library tells the type of a file to its tar writer alone, which writes it into the header.
        using MemoryStream archive = new();
        try
        {
            using TarWriter tar = new(archive, TarEntryFormat.Ustar, leaveOpen: true);
            tar.WriteEntry(path, "file");
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            // A socket, of which there are no tar entries.
            return true;
        }
        archive.Position = 0;
        using TarReader reader = new(archive);
        return reader.GetNextEntry()?.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile);
    }
}
