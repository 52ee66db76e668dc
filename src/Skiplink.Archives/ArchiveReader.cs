using Skiplink.Archives.Records;
using Skiplink.Archives.Streams;

namespace Skiplink.Archives;

/// <summary>
/// Reads the records of a WARC file (1.0 and 1.1, WET and WAT among them) or an ARC file (1 and 2), plain or compressed by gzip or
/// Zstandard, one record after the other. It needs memory for one record, and goes on after what is damaged.
/// </summary>
public sealed class ArchiveReader : IDisposable
{
    private readonly RecordCursor _cursor;
    private readonly RecordReader _records;

    private ArchiveReader(RecordCursor cursor, RecordReader records) => (_cursor, _records) = (cursor, records);

    /// <summary>Whether records can be read alone by <see cref="Seek"/>.</summary>
    public bool CanSeek => _cursor.CanSeek;

    /// <summary>Whether a file is an archive, by its first bytes.</summary>
    /// <param name="head">The first bytes of the file, some thousands.</param>
    public static bool IsArchive(ReadOnlySpan<byte> head)
    {
        if (WarcReader.IsStart(head) || ArcReader.IsFileStart(head) || ZstdSource.HasDictionary(head))
            return true;
        if (!GzipSource.IsMember(head) && !ZstdSource.IsFrame(head))
            return false;
        using MemberSource source = MemberSource.Open(new MemoryStream(head.ToArray()));
        Span<byte> start = stackalloc byte[64];
        try
        {
            source.NextMember();
            start = start[..source.Read(start)].TrimStart("\r\n"u8);
            return WarcReader.IsStart(start) || ArcReader.IsFileStart(start);
        }
        catch (DamagedMemberException)
        {
            return false;
        }
    }

    /// <summary>Opens an archive in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it; the defaults when left out.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static ArchiveReader Open(string path, ArchiveOptions? options = null)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            return Open(file, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens an archive in a stream.</summary>
    /// <param name="stream">The stream, of which the reader becomes the owner.</param>
    /// <param name="options">How to read it; the defaults when left out.</param>
    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static ArchiveReader Open(Stream stream, ArchiveOptions? options = null)
    {
        RecordCursor cursor = new(MemberSource.Open(stream));
        return new(cursor, RecordReader.For(cursor, options ?? new()) ?? throw new InvalidDataException("It is no WARC or ARC archive."));
    }

    /// <summary>The next record, a broken one too; null at the end.</summary>
    /// <exception cref="IOException">The file cannot be read on.</exception>
    public ArchiveRecord? Read() => _records.Read();

    /// <summary>Goes to a record by its <see cref="ArchiveRecord.Offset"/>, to be read next.</summary>
    /// <param name="offset">The offset of an addressable record of this archive.</param>
    public void Seek(long offset) => _cursor.Seek(offset);

    /// <summary>Closes the archive.</summary>
    public void Dispose() => _cursor.Dispose();
}
