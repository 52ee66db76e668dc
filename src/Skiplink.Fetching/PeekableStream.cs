using Skiplink.Fetching.Sniffing;

namespace Skiplink.Fetching;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekableStream(Stream inner) : ReadOnlyStream
{
    private byte[]? _head;
    private int _headLength;
    private int _headRead;

    /// <summary>Whether a reader has been told that there is no more.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The first bytes, as many as the sniffer looks at; fewer only when there are no more.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (_head is null)
        {
            _head = new byte[ContentSniffer.HeadBytes];
            _headLength = inner.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        }
        return _head.AsSpan(0, _headLength);
    }

    public override int Read(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _headLength - _headRead);
        if (count > 0)
        {
            _head.AsSpan(_headRead, count).CopyTo(buffer);
            _headRead += count;
            return count;
        }
        count = inner.Read(buffer);
        HasEnded |= count == 0 && buffer.Length > 0;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
