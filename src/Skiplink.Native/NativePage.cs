using System.Buffers;

namespace Skiplink.Native;

/// <summary>The caller's bytes, lent for one call: whoever looks at them later gets an exception, not somebody else's memory.</summary>
internal sealed unsafe class NativePage(byte* bytes, int length) : MemoryManager<byte>
{
    private bool _isOver;

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        return new(bytes, length);
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        return new(bytes + elementIndex);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing) => _isOver = true;
}
