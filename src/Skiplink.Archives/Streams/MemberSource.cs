namespace Skiplink.Archives.Streams;

/// <summary>
/// A file as a row of members, each of which can be unpacked alone: a gzip member, a Zstandard frame, or the whole of a plain file.
/// </summary>
internal abstract class MemberSource(RawInput raw) : IDisposable
{
    protected RawInput Raw { get; } = raw;

    /// <summary>Whether the file is compressed.</summary>
    public abstract bool IsPacked { get; }

    /// <summary>Whether reading can begin at the offset of any member.</summary>
    public bool CanSeek => Raw.CanSeek;

    /// <summary>The offset in the file of the current member's first byte.</summary>
    public long MemberStart { get; protected set; }

    /// <summary>The offset in the file after the current member's last byte, once <see cref="Read"/> has returned 0.</summary>
    public long MemberEnd { get; protected set; }

    /// <summary>Opens the source that fits the first bytes of a file.</summary>
    /// <param name="stream">The file; the source owns it.</param>
    public static MemberSource Open(Stream stream)
    {
        RawInput raw = new(stream);
        ReadOnlySpan<byte> head = raw.Peek(4);
        return GzipSource.IsMember(head) ? new GzipSource(raw) : ZstdSource.IsFrame(head) ? new ZstdSource(raw) : new PlainSource(raw);
    }

    /// <summary>Goes on to the next member; false at the end of the file.</summary>
    /// <exception cref="DamagedMemberException">There are bytes that begin no member.</exception>
    public abstract bool NextMember();

    /// <summary>Reads from the current member; 0 at its end.</summary>
    /// <exception cref="DamagedMemberException">It is damaged or cut short.</exception>
    public abstract int Read(Span<byte> buffer);

    /// <summary>After damage: goes to where the next member may begin, to be opened by <see cref="NextMember"/>.</summary>
    public abstract void SkipDamage();

    /// <summary>Goes to a place in the file, to be opened by <see cref="NextMember"/>.</summary>
    public virtual void Seek(long offset) => Raw.Seek(offset);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Goes back to the byte after the first of the damaged member, or as far back as bytes are still there.</summary>
    protected void StepBackIntoMember()
    {
        if (Raw.Position == MemberStart)
            Raw.Advance(Math.Min(1, Raw.Peek(1).Length));
        else
            Raw.StepBack((int)Math.Min(Raw.Position - MemberStart - 1, Raw.TakenCount));
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Raw.Dispose();
    }
}
