using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using ZstdSharp;

namespace Skiplink.Cli.Output.Rows;

/// <summary>
/// The rows of a bulk run on their way to one file, or to several of so many rows. Rows are collected to blocks; after a block the output
/// stands at a <see cref="RowPosition"/> to which a later run can return. A file is written aside and gets its name when it is whole.
/// </summary>
internal sealed class RowOutput : IDisposable
{
    /// <summary>So many bytes of rows make a block. It is part of what is written: other blocks are other bytes.</summary>
    public const int BlockBytes = 4 << 20;

    private const int ZstdLevel = 3;

    private readonly string _path;
    private readonly RowFormat _format;
    private readonly long _rowsPerFile;
    private readonly byte[] _header;
    private readonly Func<Stream, Stream, Task>? _convert;
    private readonly MemoryStream _block = new();
    private readonly Compressor _zstd = new(ZstdLevel);
    private FileStream? _part;
    private bool _isPublished;
    private int _published;
    private Task _conversion = Task.CompletedTask;

    /// <param name="path">The file; with a number before its extension when there are several.</param>
    /// <param name="format">How rows are written.</param>
    /// <param name="rowsPerFile">How many rows a file has at most.</param>
    /// <param name="header">What each file begins with.</param>
    /// <param name="convert">Makes the file of lines of JSON, where the format is not made of lines.</param>
    public RowOutput(string path, RowFormat format, long? rowsPerFile, byte[] header, Func<Stream, Stream, Task>? convert)
    {
        (_path, _format, _header, _convert) = (path, format, header, convert);
        IsSplit = rowsPerFile is not null;
        _rowsPerFile = rowsPerFile ?? long.MaxValue;
    }

    /// <summary>Whether the rows go to several files.</summary>
    public bool IsSplit { get; }

    /// <summary>Where the output stands after the last block.</summary>
    public RowPosition Position { get; private set; } = new();

    /// <summary>Whether enough rows were collected for a block, or a file has as many as it may.</summary>
    public bool IsBlockFull => _block.Length >= BlockBytes || Position.RowsInFile + RowsInBlock >= _rowsPerFile;

    private long RowsInBlock { get; set; }

    /// <summary>The name of a file of this output.</summary>
    public string FileName(int index) => !IsSplit ? _path
        : string.Create(CultureInfo.InvariantCulture, $"{_path[..^_format.Extension.Length]}-{index:D5}{_format.Extension}");

    /// <summary>Adds a row, without its line end.</summary>
    public void Write(ReadOnlySpan<byte> row)
    {
        if (_block.Length == 0 && Position.RowsInFile == 0)
            _block.Write(_header);
        // A row that is larger than a block makes room for itself alone.
        if (_block.Length + row.Length >= _block.Capacity && row.Length > BlockBytes)
            _block.Capacity = (int)_block.Length + row.Length + 1;
        _block.Write(row);
        _block.WriteByte((byte)'\n');
        RowsInBlock++;
    }

    /// <summary>Writes the rows of the block to the file that is being made. The position is then after them.</summary>
    /// <exception cref="InputException">They cannot be written.</exception>
    public void EndBlock()
    {
        try
        {
            if (_isPublished && _block.Length == 0)
                return;
            _part ??= OpenPart(Position.PartLength);
            if (_block.Length > 0)
                Pack(_block.GetBuffer().AsSpan(0, (int)_block.Length), _part);
            _part.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(FileName(Position.File), e);
        }
        Position = Position with
        {
            RowsInFile = Position.RowsInFile + RowsInBlock,
            Rows = Position.Rows + RowsInBlock,
            PartLength = _part.Length,
        };
        RowsInBlock = 0;
        _block.SetLength(0);
        if (_block.Capacity > 2 * BlockBytes)
            _block.Capacity = 2 * BlockBytes;
        if (Position.RowsInFile >= _rowsPerFile)
        {
            _part.Dispose();
            _part = null;
            Position = new() { File = Position.File + 1, Rows = Position.Rows };
        }
    }

    /// <summary>Gives the files before the current one their names. To be called once the position that says so is on disk.</summary>
    /// <exception cref="InputException">A file cannot be made or renamed.</exception>
    public void PublishFinished()
    {
        while (_published < Position.File)
            Publish(_published++);
    }

    /// <summary>Ends the last file, and gives all files their names.</summary>
    /// <exception cref="InputException">A file cannot be made or renamed.</exception>
    public void Complete()
    {
        if (_isPublished)
        {
            FileCount = Position.File + 1;
            Wait();
            return;
        }
        bool isEmptyRest = IsSplit && Position.File > 0 && Position.RowsInFile == 0 && RowsInBlock == 0;
        if (!isEmptyRest)
        {
            if (_block.Length == 0 && Position.RowsInFile == 0)
                _block.Write(_header);
            EndBlock();
            _part?.Dispose();
            _part = null;
            PublishFinished();
            // Where the rows that were left filled the file, that was all.
            if (Position.RowsInFile > 0 || Position.File == 0)
                Publish(_published++);
            FileCount = _published;
        }
        else
        {
            FileCount = Position.File;
        }
        Wait();
    }

    /// <summary>How many files there are, once all have their names.</summary>
    public int FileCount { get; private set; }

    /// <summary>Goes back to where an earlier run stood, and gives files of its that were whole their names.</summary>
    /// <returns>Whether what that run wrote is still there.</returns>
    public bool Restore(RowPosition position)
    {
        FileInfo part = new(PartName(position.File));
        // Where the rows were ended, the file may have its name already.
        _isPublished = position.PartLength > 0 && !part.Exists && File.Exists(FileName(position.File));
        if (!_isPublished && position.PartLength > 0 && (!part.Exists || part.Length < position.PartLength))
            return false;
        Position = position;
        for (int i = 0; i < position.File; i++)
        {
            if (File.Exists(PartName(i)))
                Publish(i);
            else if (!File.Exists(FileName(i)))
                return false;
        }
        _published = position.File;
        return true;
    }

    /// <summary>Removes what is written aside, and writes no more.</summary>
    public void Remove()
    {
        Dispose();
        RemoveUpTo(Position.File);
    }

    /// <summary>Removes what an earlier run wrote aside.</summary>
    /// <param name="last">The number of the last file it wrote.</param>
    public void RemoveUpTo(int last)
    {
        for (int i = 0; i <= last; i++)
        {
            File.Delete(PartName(i));
            File.Delete(MakingName(i));
        }
    }

    public void Dispose()
    {
        try
        {
            _part?.Dispose();
            _conversion.Wait();
        }
        catch (Exception e) when (e is IOException or AggregateException)
        {
            // It was told before, or the run is given up anyway.
        }
        _part = null;
        _zstd.Dispose();
    }

    private static InputException CannotBeWritten(string path, Exception e) =>
        new(path, $"cannot be written: {e.Message.TrimEnd('.')}", e);

    /// <summary>Where rows are collected until the file is whole.</summary>
    private string PartName(int index) => FileName(index) + ".part";

    /// <summary>Where a file is made of collected rows.</summary>
    private string MakingName(int index) => FileName(index) + ".making";

    private FileStream OpenPart(long length)
    {
        FileStream part = new(PartName(Position.File), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        part.SetLength(length);
        part.Position = length;
        return part;
    }

    private void Pack(ReadOnlySpan<byte> rows, FileStream part)
    {
        if (_format.Packing == BlockPacking.None)
        {
            part.Write(rows);
        }
        else if (_format.Packing == BlockPacking.Gzip)
        {
            using MemoryStream packed = new();
            using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
                gzip.Write(rows);
            part.Write(packed.ToArray());
        }
        else
        {
            part.Write(_zstd.Wrap(rows));
        }
    }

    private void Publish(int index)
    {
        try
        {
            if (_convert is null)
            {
                File.Move(PartName(index), FileName(index), overwrite: true);
                return;
            }
            // Rows are collected on while a file is made of those before; one file is made at a time.
            Wait();
            _conversion = Task.Run(() => ConvertAsync(index));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(FileName(index), e);
        }
    }

    private async Task ConvertAsync(int index)
    {
        Debug.Assert(_convert is not null);
        try
        {
            await using (FileStream part = File.OpenRead(PartName(index)))
            await using (DecompressionStream rows = new(part))
            await using (FileStream making = new(MakingName(index), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
                await _convert(rows, making);
            File.Move(MakingName(index), FileName(index), overwrite: true);
            File.Delete(PartName(index));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(FileName(index), e);
        }
    }

    private void Wait() => _conversion.GetAwaiter().GetResult();
}
