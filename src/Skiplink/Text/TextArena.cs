using System.Text;

namespace Skiplink.Text;

/// <summary>
/// The characters that candidates are made of. Its memory is used again for the next page: what is a slice of it becomes a string only when
/// it has been chosen.
/// </summary>
internal sealed class TextArena
{
    private const int ChunkLength = 1 << 15;
    private const int MaxChunks = 16;

    // Chunks are never moved, so that slices stay good until the next page.
    private readonly List<char[]> _chunks = [new char[ChunkLength]];
    private int _current;
    private int _used;

    /// <summary>Forgets all texts.</summary>
    public void Clear()
    {
        if (_current > 0)
        {
            // What one large page needed is not kept for ever.
            _chunks.RemoveAll(static c => c.Length > ChunkLength);
            if (_chunks.Count > MaxChunks)
                _chunks.RemoveRange(MaxChunks, _chunks.Count - MaxChunks);
        }
        (_current, _used) = (0, 0);
    }

    /// <summary>
    /// Room for so many characters. <see cref="Keep"/> makes what was written to it a text; nothing else may be asked for before.
    /// </summary>
    public Span<char> Reserve(int length)
    {
        if (length > _chunks[_current].Length - _used)
            Next(length);
        return _chunks[_current].AsSpan(_used, length);
    }

    /// <summary>The first characters of what was reserved, as a text.</summary>
    public ReadOnlyMemory<char> Keep(int length)
    {
        ReadOnlyMemory<char> text = _chunks[_current].AsMemory(_used, length);
        _used += length;
        return text;
    }

    /// <summary>A text of UTF-8.</summary>
    public ReadOnlyMemory<char> Decode(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? default : Keep(Encoding.UTF8.GetChars(utf8, Reserve(utf8.Length)));

    /// <summary>A copy.</summary>
    public ReadOnlyMemory<char> Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        return Keep(text.Length);
    }

    /// <summary>Two texts with a sign between them.</summary>
    public ReadOnlyMemory<char> Join(ReadOnlySpan<char> first, char sign, ReadOnlySpan<char> second)
    {
        Span<char> both = Reserve(first.Length + 1 + second.Length);
        first.CopyTo(both);
        both[first.Length] = sign;
        second.CopyTo(both[(first.Length + 1)..]);
        return Keep(both.Length);
    }

    private void Next(int length)
    {
        _used = 0;
        if (++_current == _chunks.Count || _chunks[_current].Length < length)
            _chunks.Insert(_current, new char[Math.Max(ChunkLength, length)]);
    }
}
