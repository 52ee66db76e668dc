using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.IO.Hashing;

namespace Skiplink.Archives.Streams;

/// <summary>
/// The members of a gzip file (RFC 1952), one after the other, with the exact place of each. The base class library reads several members
/// as
/// one and takes more bytes than a member has, so each member's data is unpacked by a <see cref="DeflateStream"/> of its own, and its end
/// is
/// where the checksum and the size stand that its data asks for.
/// </summary>
internal sealed class GzipSource(RawInput raw) : MemberSource(raw)
{
    private const int TrailerLength = 8;
    private const int MaxHeaderLength = 1 << 16;

    private readonly Crc32 _checksum = new();
    private Feed? _feed;
    private DeflateStream? _data;
    private uint _size;

    public override bool IsPacked => true;

    /// <summary>Whether bytes begin as a gzip member does: its magic number, deflate, and no flag that the format does not know.</summary>
    public static bool IsMember(ReadOnlySpan<byte> head) =>
        head.Length >= 4 && head[0] == 0x1F && head[1] == 0x8B && head[2] == 8 && head[3] < 0x20;

    public override bool NextMember()
    {
        Close();
        SkipPadding();
        MemberStart = Raw.Position;
        if (Raw.Peek(1).IsEmpty)
            return false;
        ReadOnlySpan<byte> head = Raw.Peek(MaxHeaderLength);
        if (!IsMember(head))
            throw new DamagedMemberException("has bytes that are not gzip");
        int length = HeaderLength(head);
        if (length < 0)
            throw new DamagedMemberException("is cut short: it ends in the header of a gzip member");
        Raw.Advance(length);
        _feed = new(Raw);
        _data = new(_feed, CompressionMode.Decompress);
        _checksum.Reset();
        _size = 0;
        return true;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_data is null)
            return 0;
        int count;
        try
        {
            count = _data.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new DamagedMemberException(_feed!.HasEnded ? "is cut short: its gzip data ends in the middle" : "is not sound gzip", e);
        }
        if (count > 0)
        {
            _checksum.Append(buffer[..count]);
            _size += (uint)count;
        }
        else if (!buffer.IsEmpty)
        {
            FindEnd();
            Close();
        }
        return count;
    }

    public override void SkipDamage()
    {
        Close();
        // Of a small member more was taken than it has.
        StepBackIntoMember();
        for (ReadOnlySpan<byte> next; (next = Raw.Peek(1 << 12)).Length > 3;)
        {
            int found = next.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);
            if (found >= 0 && (found + 3 < next.Length || found == 0) && IsMember(next[found..]))
            {
                Raw.Advance(found);
                return;
            }
            Raw.Advance(found < 0 ? next.Length - 3 : found + 3 < next.Length ? found + 1 : found);
        }
        Raw.Advance(Raw.Peek(1).Length);
    }

    public override void Seek(long offset)
    {
        Close();
        base.Seek(offset);
    }

    protected override void Dispose(bool disposing)
    {
        Close();
        base.Dispose(disposing);
    }

    /// <summary>Zeros between members and after the last: tapes and disks that were copied whole have them.</summary>
    private void SkipPadding()
    {
        for (ReadOnlySpan<byte> next; !(next = Raw.Peek(1)).IsEmpty;)
        {
            int zeros = next.IndexOfAnyExcept((byte)0);
            Raw.Advance(zeros < 0 ? next.Length : zeros);
            if (zeros >= 0)
                return;
        }
    }

    /// <summary>The length of a member's header with its optional fields, or -1 when the bytes end before it does.</summary>
    private static int HeaderLength(ReadOnlySpan<byte> head)
    {
        const int HasChecksum = 2, HasExtra = 4, HasName = 8, HasComment = 16;
        int flags = head[3], at = 10;
        if ((flags & HasExtra) != 0)
            at = head.Length < at + 2 ? int.MaxValue : at + 2 + BinaryPrimitives.ReadUInt16LittleEndian(head[at..]);
        foreach (int flag in (ReadOnlySpan<int>)[HasName, HasComment])
        {
            if ((flags & flag) == 0 || at >= head.Length)
                continue;
            int zero = head[at..].IndexOf((byte)0);
            at = zero < 0 ? int.MaxValue : at + zero + 1;
        }
        if ((flags & HasChecksum) != 0 && at < head.Length)
            at += 2;
        return at <= head.Length ? at : -1;
    }

    private void FindEnd()
    {
        Debug.Assert(_feed is not null);
        if (_feed.HasEnded)
            throw new DamagedMemberException("is cut short: its gzip data ends in the middle");
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _size);
        // The data ended within the bytes that were fed last; the trailer may begin there or reach beyond them.
        int ahead = Math.Min(TrailerLength, Raw.Peek(TrailerLength).Length);
        Raw.Advance(ahead);
        ReadOnlySpan<byte> window = Raw.Taken(_feed.LastCount + ahead);
        int found = window.IndexOf(trailer);
        if (found < 0)
            throw new DamagedMemberException("fails its checksum");
        Raw.StepBack(window.Length - found - TrailerLength);
        MemberEnd = Raw.Position;
    }

    private void Close()
    {
        _data?.Dispose();
        _data = null;
    }

    /// <summary>Gives the raw bytes to the decompressor, and remembers how many it gave last.</summary>
    private sealed class Feed(RawInput raw) : ForwardStream
    {
        public int LastCount { get; private set; }

        public bool HasEnded { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            ReadOnlySpan<byte> next = raw.Peek(1);
            LastCount = Math.Min(Math.Min(buffer.Length, next.Length), RawInput.History - TrailerLength);
            next[..LastCount].CopyTo(buffer);
            raw.Advance(LastCount);
            HasEnded = LastCount == 0;
            return LastCount;
        }
    }
}
