using System.Diagnostics;
using System.Text;

namespace Skiplink.Html.Arena;

/// <summary>A byte array that grows as needed.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes;

    public ByteBuffer(int capacity = 1024) => _bytes = new byte[capacity];

    /// <summary>A buffer that holds these bytes.</summary>
    public ByteBuffer(ReadOnlySpan<byte> bytes) => (_bytes, Count) = (bytes.ToArray(), bytes.Length);

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public ReadOnlySpan<byte> Span(int start, int length) => new(_bytes, start, length);

    /// <summary>The bytes from a position on, including the unused capacity after the end.</summary>
    public ReadOnlySpan<byte> From(int start) => _bytes.AsSpan(start);

    public void Add(byte value)
    {
        if (Count == _bytes.Length)
            Grow(1);
        _bytes[Count++] = value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - Count)
            Grow(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Count));
        Count += bytes.Length;
    }

    public void Add(Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        Add(utf8[..rune.EncodeToUtf8(utf8)]);
    }

    /// <summary>Unused capacity after the end, to be written to; <see cref="Take"/> then appends what was written.</summary>
    public Span<byte> Room(int length)
    {
        if (length > _bytes.Length - Count)
            Grow(length);
        return _bytes.AsSpan(Count, length);
    }

    /// <summary>Appends bytes that were written to <see cref="Room"/>.</summary>
    public void Take(int length) => Count += length;

    /// <summary>Appends <paramref name="length"/> bytes of unspecified content and returns where they start.</summary>
    public int Reserve(int length)
    {
        if (length > _bytes.Length - Count)
            Grow(length);
        int start = Count;
        Count += length;
        return start;
    }

    /// <summary>The bytes of a reserved or written range, to be written to.</summary>
    public Span<byte> Writable(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>Removes everything after the first <paramref name="count"/> bytes.</summary>
    public void Truncate(int count)
    {
        Debug.Assert(count <= Count);
        Count = count;
    }

    private void Grow(int more)
    {
        long wanted = Math.Max((long)_bytes.Length * 2, (long)Count + more);
        if (wanted > Array.MaxLength)
            wanted = Math.Max(Array.MaxLength, (long)Count + more);
        Array.Resize(ref _bytes, checked((int)wanted));
    }
}
