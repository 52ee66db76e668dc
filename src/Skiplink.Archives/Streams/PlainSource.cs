namespace Skiplink.Archives.Streams;

/// <summary>A file that is not compressed: one member.</summary>
internal sealed class PlainSource(RawInput raw) : MemberSource(raw)
{
    private bool _isOpen;

    public override bool IsPacked => false;

    public override bool NextMember()
    {
        if (_isOpen)
            return false;
        MemberStart = Raw.Position;
        return _isOpen = true;
    }

    public override int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> next = Raw.Peek(1);
        int count = Math.Min(buffer.Length, next.Length);
        next[..count].CopyTo(buffer);
        Raw.Advance(count);
        MemberEnd = Raw.Position;
        return count;
    }

    /// <summary>Nothing of a plain file can be damaged so that it cannot be read.</summary>
    public override void SkipDamage()
    {
    }

    public override void Seek(long offset)
    {
        base.Seek(offset);
        _isOpen = false;
    }
}
