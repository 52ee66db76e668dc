using System.Buffers;

namespace Skiplink.Archives.Streams;

/// <summary>
/// The bytes of a record's block. Blocks of common size lie in arrays that are used again, those of larger records in arrays of their own.
/// </summary>
internal sealed class BlockBuffer
{
    /// <summary>A length is believed up to here; beyond it may be a lie, and the array grows with what is really there.</summary>
    private const int TrustedLength = 1 << 20;

    private readonly long _expected;
    private byte[] _array;
    private bool _isPooled;

    /// <param name="expected">How long the block is said to be; negative when nothing is said.</param>
    public BlockBuffer(long expected)
    {
        _expected = expected;
        _array = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected, 1 << 12, TrustedLength));
        _isPooled = true;
    }

    /// <summary>How many bytes were written.</summary>
    public int Count { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, Count);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _array.Length - Count)
            Grow(Count + bytes.Length);
        bytes.CopyTo(_array.AsSpan(Count));
        Count += bytes.Length;
    }

    /// <summary>Gives the array back. Nothing that was written may be looked at any more.</summary>
    public void Release()
    {
        if (_isPooled)
            ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        (Count, _isPooled) = (0, false);
    }

    private void Grow(int needed)
    {
        long doubled = Math.Min(2L * _array.Length, Array.MaxLength);
        int length = (int)Math.Max(needed, _expected > needed ? Math.Min(doubled, _expected) : doubled);
        byte[] array = new byte[length];
        Written.Span.CopyTo(array);
        if (_isPooled)
            ArrayPool<byte>.Shared.Return(_array);
        (_array, _isPooled) = (array, false);
    }
}
