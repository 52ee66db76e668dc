using Skiplink.Archives.Streams;

namespace Skiplink.Archives.Records;

/// <summary>Reads records of one format: how a record begins is told by the formats, where it ends is the same for all.</summary>
internal abstract class RecordReader(RecordCursor cursor, ArchiveOptions options)
{
    /// <summary>So many bytes are looked at when the start of a record is searched.</summary>
    protected const int MaxStartBytes = 1 << 14;

    protected RecordCursor Cursor { get; } = cursor;

    /// <summary>The reader for the format that a file begins with; null when it is no archive.</summary>
    public static RecordReader? For(RecordCursor cursor, ArchiveOptions options)
    {
        cursor.SkipLineEnds(isCrossing: true);
        ReadOnlySpan<byte> head = cursor.PeekMember(256);
        ArchiveFormat? format = WarcReader.IsStart(head) ? ArchiveFormat.Warc
            : ArcReader.IsFileStart(head) ? ArchiveFormat.Arc
            : options.ExpectedFormat;
        return format switch
        {
            ArchiveFormat.Warc => new WarcReader(cursor, options),
            ArchiveFormat.Arc => new ArcReader(cursor, options),
            _ => null,
        };
    }

    /// <summary>The next record, a broken one too; null at the end.</summary>
    public ArchiveRecord? Read()
    {
        while (true)
        {
            bool hasMore = Cursor.SkipLineEnds(isCrossing: true);
            if (Cursor.Damage is { } damage)
            {
                // Damage between records: what lies there cannot be read.
                Place place = Here();
                Cursor.ClearDamage();
                return Broken(place, damage);
            }
            if (!hasMore)
                return null;
            Place start = Here();
            ArchiveRecord record = ReadHeader(start, out long length) is { } sound
                ? ReadRecord(sound, start, length)
                : SkipBroken(start, Cursor.Damage ?? "has bytes that are no record");
            Cursor.ClearDamage();
            return record;
        }
    }

    /// <summary>Takes a record's header; null when there is none.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">How long the block is; negative when the header does not say.</param>
    protected abstract ArchiveRecord? ReadHeader(Place start, out long length);

    /// <summary>Finds where a record begins in some bytes; -1 when nowhere.</summary>
    protected abstract int FindStart(ReadOnlySpan<byte> bytes);

    /// <summary>Whether bytes begin a record.</summary>
    protected abstract bool BeginsRecord(ReadOnlySpan<byte> bytes);

    private Place Here() => new(
        Cursor.IsPacked && Cursor.IsAtMemberStart ? Cursor.MemberStart : Cursor.Unpacked,
        Cursor.Unpacked,
        !Cursor.IsPacked || Cursor.IsAtMemberStart);

    private ArchiveRecord ReadRecord(ArchiveRecord record, Place start, long length)
    {
        bool hasLength = length >= 0;
        BlockBuffer block = new(Math.Min(length, options.MaxBlockBytes));
        if (length > options.MaxBlockBytes)
        {
            record.Error = $"is larger than {options.MaxBlockBytes >> 20} MB, the most that is read of a record";
            record.IsTruncated = Cursor.Skip(length, BeginsRecord) > 0;
        }
        else if (hasLength)
        {
            Cursor.ReadBlock(block, length, BeginsRecord);
            record.IsTruncated |= block.Count < length;
        }
        if (!hasLength)
        {
            record.Error = "does not say how long it is";
            Cursor.SkipToRecord(FindStart, MaxStartBytes, block, options.MaxBlockBytes);
        }
        record.Error ??= Cursor.Damage;
        record.Block = block.Written;
        if (record.Error is null)
            FindEnd(record, block, length);
        record.Buffer = block;
        Close(record, start);
        return record;
    }

    /// <summary>Where a record's length is wrong, takes what is its block all the same: up to the next record.</summary>
    private void FindEnd(ArchiveRecord record, BlockBuffer block, long length)
    {
        bool isShort = block.Count < length;
        if (!isShort)
        {
            bool isClosed = Cursor.PeekMember(4).StartsWith("\r\n\r\n"u8);
            bool hasMore = Cursor.SkipLineEnds(isCrossing: false);
            if (isClosed || Cursor.Damage is not null || !hasMore || BeginsRecord(Cursor.PeekMember(MaxStartBytes)))
            {
                // A checksum that fails is seen only after the last byte.
                record.Error = Cursor.Damage;
                return;
            }
        }
        int next = FindStart(block.Written.Span);
        if (next > 0)
        {
            record.Error = $"is shorter than its length of {length} bytes";
            Cursor.PushBack(block.Written.Span[next..]);
            record.Block = block.Written[..next].TrimEnd("\r\n"u8);
            record.IsTruncated = false;
        }
        else if (isShort)
        {
            record.Error = $"is cut short: it has {block.Count} of {length} bytes";
        }
        else
        {
            record.Error = $"is longer than its length of {length} bytes";
            Cursor.SkipToRecord(FindStart, MaxStartBytes, block, options.MaxBlockBytes);
            record.Block = block.Written;
        }
    }

    private void Close(ArchiveRecord record, Place start)
    {
        if (Cursor.Damage is null)
            Cursor.SkipLineEnds(isCrossing: false);
        record.IsAddressable = start.IsAddressable;
        record.Length = Cursor.Unpacked - start.Unpacked;
        if (!Cursor.IsPacked)
            return;
        // A compressed record can be read alone where it begins and ends with a member.
        long end = Cursor.IsAtMemberEnd() ? Cursor.MemberEnd : Cursor.IsAtMemberStart ? Cursor.MemberStart : 0;
        record.IsAddressable &= end > start.Offset;
        if (record.IsAddressable)
            record.Length = end - start.Offset;
    }

    private ArchiveRecord SkipBroken(Place start, string error)
    {
        Cursor.SkipToRecord(FindStart, MaxStartBytes);
        ArchiveRecord broken = Broken(start, error);
        broken.Length = Cursor.Unpacked - start.Unpacked;
        return broken;
    }

    private static ArchiveRecord Broken(Place start, string error) =>
        new() { Type = "broken", Offset = start.Offset, Error = error };

    /// <summary>A place in the archive.</summary>
    /// <param name="Offset">Its offset in the file, or in the unpacked data when it is not addressable.</param>
    /// <param name="Unpacked">Its offset in the unpacked data.</param>
    /// <param name="IsAddressable">Whether reading can begin there.</param>
    protected readonly record struct Place(long Offset, long Unpacked, bool IsAddressable);
}
