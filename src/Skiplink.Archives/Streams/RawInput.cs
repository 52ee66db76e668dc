using System.Diagnostics;

namespace Skiplink.Archives.Streams;

/// <summary>The bytes of a file as they lie on disk, with a window that can be looked at before they are taken.</summary>
internal sealed class RawInput : IDisposable
{
    /// <summary>How many bytes that were taken stay in the window, so that <see cref="StepBack"/> can return to them.</summary>
    public const int History = 1 << 14;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[1 << 17];
    private int _start;
    private int _end;
    private bool _hasEnded;

    /// <param name="stream">The file; this owns it.</param>
    public RawInput(Stream stream) => _stream = stream;

    /// <summary>The offset of the next byte from where the stream stood first, or from the last <see cref="Seek"/>'s start.</summary>
    public long Position { get; private set; }

    public bool CanSeek => _stream.CanSeek;

    /// <summary>The next bytes: at least so many, fewer only where the file ends.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        Debug.Assert(count <= _buffer.Length - History, "The window is not that large.");
        while (_end - _start < count && !_hasEnded)
            Fill();
        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>Takes bytes that were looked at.</summary>
    public void Advance(int count)
    {
        Debug.Assert(count >= 0 && count <= _end - _start, "Only what was looked at can be taken.");
        _start += count;
        Position += count;
    }

    /// <summary>The bytes that were taken last, at most <see cref="History"/>.</summary>
    public ReadOnlySpan<byte> Taken(int count) => _buffer.AsSpan(_start - Math.Min(count, _start), Math.Min(count, _start));

    /// <summary>How many bytes can be given back: <see cref="History"/> at least, where so many were taken.</summary>
    public int TakenCount => _start;

    /// <summary>Gives bytes back that were taken last.</summary>
    public void StepBack(int count)
    {
        Debug.Assert(count <= _start, "They are no longer there.");
        _start -= count;
        Position -= count;
    }

    /// <summary>Goes to another place in the file.</summary>
    public void Seek(long offset)
    {
        _stream.Position = offset;
        (_start, _end, _hasEnded, Position) = (0, 0, false, offset);
    }

    public void Dispose() => _stream.Dispose();

    private void Fill()
    {
        if (_end == _buffer.Length)
        {
            int kept = Math.Min(_start, History), from = _start - kept;
            _buffer.AsSpan(from, _end - from).CopyTo(_buffer);
            _end -= from;
            _start = kept;
        }
        int read = _stream.Read(_buffer.AsSpan(_end));
        _hasEnded = read == 0;
        _end += read;
    }
}
