using System.Runtime.InteropServices;

namespace Skiplink.Html.Arena;

/// <summary>The bytes that slices refer to: the source of a page, and the buffer of everything that had to be decoded.</summary>
internal sealed class Utf8Storage
{
    // The array of the source, if it is one: asking the memory each time would take longer than most uses of the bytes.
    private byte[]? _array;
    private int _offset;

    /// <summary>The page as UTF-8, without its byte order mark.</summary>
    public ReadOnlyMemory<byte> Source
    {
        get;
        set
        {
            field = value;
            bool isArray = MemoryMarshal.TryGetArray(value, out ArraySegment<byte> segment);
            (_array, _offset) = isArray ? (segment.Array, segment.Offset) : (null, 0);
        }
    }

    /// <summary>Text and values that differ from the source: character references, carriage returns and U+0000 decoded.</summary>
    public ByteBuffer Decoded { get; } = new();

    /// <summary>The bytes of a slice.</summary>
    public ReadOnlySpan<byte> BytesOf(Utf8Slice slice) =>
        slice.Start < 0 ? Decoded.Span(~slice.Start, slice.Length)
        : _array is not null ? new(_array, _offset + slice.Start, slice.Length)
        : Source.Span.Slice(slice.Start, slice.Length);

    /// <summary>The bytes of a slice and those after it in the same memory, so that a reader may load whole vectors.</summary>
    public ReadOnlySpan<byte> BytesFrom(Utf8Slice slice) =>
        slice.Start < 0 ? Decoded.From(~slice.Start)
        : _array is not null ? new(_array, _offset + slice.Start, Source.Length - slice.Start)
        : Source.Span[slice.Start..];
}
