namespace Skiplink.Cli.Output.Parquet;

/// <summary>Reads a stream line by line.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;

    /// <summary>The next line, without its end, until the next call; null at the end of the stream.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync()
    {
        for (int searched = 0; ;)
        {
            int found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, searched + found);
                _start += searched + found + 1;
                return line;
            }
            searched = _end - _start;
            if (_end == _buffer.Length)
                MakeRoom();
            int count = await stream.ReadAsync(_buffer.AsMemory(_end));
            if (count == 0)
                return null;
            _end += count;
        }
    }

    private void MakeRoom()
    {
        int length = _end - _start;
        byte[] buffer = length > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
        _buffer.AsSpan(_start, length).CopyTo(buffer);
        (_buffer, _start, _end) = (buffer, 0, length);
    }
}
