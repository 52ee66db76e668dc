namespace Skiplink.Cli.Bulk.Duplicates;

/// <summary>The texts of a run that are no copies, in a file beside its output, so that a run that goes on knows them again.</summary>
internal sealed class DuplicateLog : IDisposable
{
    private readonly FileStream _file;
    private readonly BinaryWriter _writer;

    private DuplicateLog(FileStream file)
    {
        _file = file;
        _writer = new(file);
    }

    /// <summary>Opens the log, cut to a length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">The length that an earlier run left it with.</param>
    /// <param name="index">What the log's texts are added to.</param>
    /// <exception cref="EndOfStreamException">The file is shorter, or is no log.</exception>
    public static DuplicateLog Open(string path, long length, DuplicateIndex index)
    {
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        try
        {
            if (file.Length < length)
                throw new EndOfStreamException("The log is shorter than it was.");
            file.SetLength(length);
            BinaryReader reader = new(file);
            ulong[] bands = new ulong[MinHash.Bands];
            while (file.Position < length)
            {
                ulong hash = reader.ReadUInt64();
                bool hasSketch = reader.ReadBoolean();
                for (int i = 0; i < bands.Length && hasSketch; i++)
                    bands[i] = reader.ReadUInt64();
                index.Add(new(hash, hasSketch ? MinHash.Of(bands) : null), reader.ReadString());
            }
            return new(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Add(TextSignature signature, string id)
    {
        _writer.Write(signature.Hash);
        _writer.Write(signature.Sketch is not null);
        if (signature.Sketch is { } sketch)
        {
            foreach (ulong band in sketch.Words)
                _writer.Write(band);
        }
        _writer.Write(id);
    }

    /// <summary>Writes what was added, and gives the file's length.</summary>
    public long Flush()
    {
        _writer.Flush();
        _file.Flush();
        return _file.Length;
    }

    public void Dispose() => _writer.Dispose();
}
