using Skiplink.Archives;
using Skiplink.Cli.Sources;
using Skiplink.Cli.Terminal;
using Skiplink.Fetching.Sniffing;

namespace Skiplink.Cli.Bulk.Inputs;

/// <summary>
/// Goes through the inputs, and gives the pages in them to be read: files as they are, archives record by record. One thread at a time.
/// </summary>
internal sealed class ItemReader : IDisposable
{
    private static readonly HashSet<string> TypesOfPages = new(StringComparer.Ordinal) { "response", "resource", "conversion" };

    private readonly IReadOnlyList<BulkInput> _inputs;
    private readonly ArchiveOptions _options;
    private List<string> _leftOut = [];
    private List<FinishedArchive> _finished = [];
    private int _input;
    private ArchiveReader? _archive;
    private FileSnapshot _snapshot;
    private ArchiveReader? _indexed;
    private string? _indexedPath;
    private long _records;
    private long _bytesBefore;

    /// <param name="inputs">The inputs.</param>
    /// <param name="maxBytes">How large a record may be.</param>
    public ItemReader(IReadOnlyList<BulkInput> inputs, int maxBytes)
    {
        _inputs = inputs;
        // A page, and the head of the message that holds it.
        _options = new() { MaxBlockBytes = maxBytes + (1 << 20) };
    }

    /// <summary>What was left out after the last item.</summary>
    public IReadOnlyList<string> RestLeftOut => _leftOut;

    /// <summary>The archives that were finished after the last item.</summary>
    public IReadOnlyList<FinishedArchive> RestFinished => _finished;

    /// <summary>Goes to where an earlier run stood.</summary>
    public void GoTo(InputPosition position)
    {
        _input = position.Input;
        _bytesBefore = position.Bytes;
        if (position.Records == 0)
            return;
        if (_inputs[_input].Entry is null)
            OpenArchive(_inputs[_input]);
        _records = position.Records;
        if (_archive is null)
            return;
        if (position.Offset is { } offset && _archive.CanSeek)
        {
            _archive.Seek(offset);
            return;
        }
        for (long i = 0; i < position.Records; i++)
            _archive.Read();
    }

    /// <summary>The next item; null when there is none.</summary>
    public BulkItem? Read()
    {
        while (_input < _inputs.Count)
        {
            BulkInput input = _inputs[_input];
            if (_archive is not null)
            {
                if (ReadRecord(input) is { } item)
                    return item;
            }
            else if (input.Error is not null)
            {
                return Single(input, error: input.Error);
            }
            else if (input.Entry is not null)
            {
                return ReadEntry(input);
            }
            else
            {
                try
                {
                    if (!OpenArchive(input, out Stream? stream))
                        return Single(input, stream: stream);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or InputException)
                {
                    string reason = e is InputException known ? known.Reason : $"cannot be read: {e.Message.TrimEnd('.')}";
                    return Single(input, error: reason);
                }
            }
        }
        return null;
    }

    public void Dispose()
    {
        _archive?.Dispose();
        _indexed?.Dispose();
    }

    private void OpenArchive(BulkInput input)
    {
        try
        {
            OpenArchive(input, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // The first record that is asked for tells.
        }
    }

    /// <summary>Opens an input if it is an archive.</summary>
    /// <param name="input">The input.</param>
    /// <param name="stream">Standard input, when that is no archive.</param>
    private bool OpenArchive(BulkInput input, out Stream? stream)
    {
        stream = null;
        if (input.Path == "-")
        {
            PeekableStream bytes = new(StandardStreams.OpenInput());
            if (StandardStreams.IsInputTerminal)
                Messages.Write("reading standard input, until Ctrl-D; a file may be named instead.");
            if (ArchiveReader.IsArchive(bytes.Peek()))
                _archive = ArchiveReader.Open(bytes, _options);
            else
                stream = bytes;
        }
        else if (!PageName.IsHtml(input.Path) && !PageName.IsText(input.Path) && File.Exists(input.Path) && !FileType.IsSpecial(input.Path))
        {
            _snapshot = FileSnapshot.Of(input.Path);
            ArchiveFormat? expected = PageName.ArchiveFormat(input.Path);
            using (FileStream file = Open(input.Path))
            {
                Span<byte> head = stackalloc byte[4096];
                head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
                // A file that is called an archive is one, though its start is damaged, unless it is plainly something else.
                bool isDamaged = expected is not null && ContentSniffer.Sniff(head).Kind is ContentKind.Gzip or ContentKind.Zstd;
                if (!isDamaged && !ArchiveReader.IsArchive(head))
                    return false;
            }
            _archive = ArchiveReader.Open(Open(input.Path), _options with { ExpectedFormat = expected });
        }
        _records = 0;
        return _archive is not null;
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private BulkItem? ReadRecord(BulkInput input)
    {
        ArchiveRecord? record;
        try
        {
            record = _archive!.Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Single(input, error: $"cannot be read on: {e.Message.TrimEnd('.')}");
        }
        if (record is null)
        {
            bool hasChanged = input.Path != "-" && FileSnapshot.Of(input.Path) != _snapshot;
            if (hasChanged)
                return Single(input, error: "changed while it was read; what was read of it is written");
            Next();
            return null;
        }
        _records++;
        if (record.Type != "broken" && WhyLeftOut(record) is { } reason)
        {
            _leftOut.Add(reason);
            return null;
        }
        long? offset = record.IsAddressable ? record.Offset + record.Length : null;
        return new()
        {
            Path = input.Path,
            Source = $"{input.Path}:{record.Offset}",
            Input = input,
            Record = record,
            // Of a record that is broken what is there is read, if it is anything.
            Error = record.Block.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0 || record.Type == "broken" ? record.Error : null,
            LeftOut = TakeLeftOut(),
            Finished = TakeFinished(),
            After = new() { Input = _input, Records = _records, Offset = offset, Bytes = _bytesBefore + (offset ?? 0) },
        };
    }

    /// <summary>The record that an index names.</summary>
    private BulkItem ReadEntry(BulkInput input)
    {
        string? error = null;
        ArchiveRecord? record = null;
        try
        {
            if (_indexed is null || _indexedPath != input.Path || !_indexed.CanSeek)
            {
                _indexed?.Dispose();
                _indexed = null;
                _indexed = ArchiveReader.Open(input.Path, _options);
                _indexedPath = input.Path;
            }
            _indexed.Seek(input.Entry!.Value.Offset);
            record = _indexed.Read();
            error = record is null ? "ends before the record that the index names"
                : record.Type == "broken" ? $"has no record at {input.Entry.Value.Offset}, which the index names" : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            error = $"cannot be read: {e.Message.TrimEnd('.')}";
        }
        if (error is null && WhyLeftOut(record!) is { } reason)
            error = $"is a {reason}, not a page";
        Next();
        return new()
        {
            Path = input.Path,
            Source = $"{input.Path}:{input.Entry!.Value.Offset}",
            Input = input,
            Record = error is null ? record : null,
            Error = error,
            LeftOut = TakeLeftOut(),
            Finished = TakeFinished(),
            After = Here(),
        };
    }

    /// <summary>An input that is one item: a file with a page, or one that cannot be read.</summary>
    private BulkItem Single(BulkInput input, string? error = null, Stream? stream = null)
    {
        Next();
        return new()
        {
            Path = input.Path,
            Source = input.Path,
            Input = input,
            Stream = stream,
            Error = error,
            LeftOut = TakeLeftOut(),
            Finished = TakeFinished(),
            After = Here(),
        };
    }

    /// <summary>What a record is that holds no page; null when it may hold one.</summary>
    private static string? WhyLeftOut(ArchiveRecord record)
    {
        if (!TypesOfPages.Contains(record.Type))
            return $"{record.Type} record";
        string scheme = record.Url is { } url && url.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? url[..colon] : "http";
        return scheme.ToLowerInvariant() is "http" or "https" or "ftp" or "file" ? null : $"{record.Type} record of {scheme}";
    }

    private InputPosition Here() => new() { Input = _input, Bytes = _bytesBefore };

    private List<string> TakeLeftOut()
    {
        List<string> taken = _leftOut;
        _leftOut = [];
        return taken;
    }

    private List<FinishedArchive> TakeFinished()
    {
        List<FinishedArchive> taken = _finished;
        _finished = [];
        return taken;
    }

    private void Next()
    {
        if (_archive is not null)
            _finished.Add(new(_input, _inputs[_input].Path, _records));
        _archive?.Dispose();
        _archive = null;
        _bytesBefore += _inputs[_input].Size;
        _records = 0;
        _input++;
    }
}
