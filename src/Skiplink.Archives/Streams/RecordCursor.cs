using System.Diagnostics;

namespace Skiplink.Archives.Streams;

/// <summary>
/// Reads lines and blocks of bytes over the members of a file, and knows where in the file each place is. Damage ends a member early; what
/// comes after it in the file can still be read.
/// </summary>
internal sealed class RecordCursor(MemberSource source) : IDisposable
{
    private const int ReadLength = 1 << 16;
    private byte[] _buffer = new byte[2 * ReadLength];
    private int _start;
    private int _end;
    private bool _isInMember;
    private bool _hasEnded;
    private bool _isFirst = true;
    private long _memberBase;

    /// <summary>How many unpacked bytes were taken.</summary>
    public long Unpacked { get; private set; }

    /// <summary>What is wrong with the data that was read last, as a predicate; null when it is sound.</summary>
    public string? Damage { get; private set; }

    /// <summary>Whether the next byte is the first of a member.</summary>
    public bool IsAtMemberStart => Unpacked == _memberBase;

    /// <summary>The offset in the file of the member that holds the next byte.</summary>
    public long MemberStart => source.MemberStart;

    /// <summary>The offset in the file after the current member, when <see cref="IsAtMemberEnd"/>.</summary>
    public long MemberEnd => source.MemberEnd;

    public bool IsPacked => source.IsPacked;

    public bool CanSeek => source.CanSeek;

    private int Available => _end - _start;

    private ReadOnlySpan<byte> Window => _buffer.AsSpan(_start, Available);

    /// <summary>Whether nothing is left of the current member.</summary>
    public bool IsAtMemberEnd() => Available == 0 && !Fill(isCrossing: false);

    /// <summary>Goes to a place in the file where a member begins, or in a plain file to any place.</summary>
    public void Seek(long offset)
    {
        source.Seek(offset);
        (_start, _end, _isInMember, _hasEnded, Damage) = (0, 0, false, false, null);
        Unpacked = offset;
        _memberBase = offset;
        _isFirst = true;
    }

    /// <summary>Forgets damage that was told, so that reading goes on after it.</summary>
    public void ClearDamage() => Damage = null;

    /// <summary>The next bytes, at least so many unless the file ends or is damaged before.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (Available < count && Fill(isCrossing: true))
        {
        }
        return Window;
    }

    /// <summary>The next bytes of the current member alone, at least so many unless it ends before.</summary>
    public ReadOnlySpan<byte> PeekMember(int count)
    {
        while (Available < count && Fill(isCrossing: false))
        {
        }
        return Window;
    }

    public void Advance(int count)
    {
        Debug.Assert(count <= Available, "Only what was looked at can be taken.");
        _start += count;
        Unpacked += count;
    }

    /// <summary>Gives bytes back that were taken last.</summary>
    public void PushBack(ReadOnlySpan<byte> bytes)
    {
        byte[] buffer = new byte[Math.Max(bytes.Length + Available + ReadLength, 2 * ReadLength)];
        bytes.CopyTo(buffer);
        Window.CopyTo(buffer.AsSpan(bytes.Length));
        (_buffer, _end, _start) = (buffer, bytes.Length + Available, 0);
        Unpacked -= bytes.Length;
    }

    /// <summary>Takes all line ends that come next.</summary>
    /// <returns>Whether there is anything after them.</returns>
    public bool SkipLineEnds(bool isCrossing)
    {
        while (true)
        {
            int next = Window.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            if (next >= 0)
            {
                Advance(next);
                return true;
            }
            Advance(Available);
            if (!Fill(isCrossing))
                return false;
        }
    }

    /// <summary>Takes a line and its end; null when the file ends first or the line is longer than allowed.</summary>
    public byte[]? ReadLine(int maxLength)
    {
        for (int searched = 0; ;)
        {
            int end = Window[searched..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                ReadOnlySpan<byte> line = Window[..(searched + end)];
                byte[] result = (line.EndsWith("\r"u8) ? line[..^1] : line).ToArray();
                Advance(searched + end + 1);
                return result;
            }
            searched = Available;
            if (searched > maxLength || !Fill(isCrossing: true))
                return null;
        }
    }

    /// <summary>Takes bytes into an array, fewer when the file or the record ends before.</summary>
    /// <param name="block">Where they go; it grows.</param>
    /// <param name="count">How many are wanted.</param>
    /// <param name="endsBefore">Whether the record ends where a member begins with these bytes.</param>
    public void ReadBlock(BlockBuffer block, long count, Func<ReadOnlySpan<byte>, bool> endsBefore)
    {
        while (count > 0 && (Available > 0 || FillBlock(endsBefore)))
        {
            int taken = (int)Math.Min(count, Available);
            block.Write(_buffer.AsSpan(_start, taken));
            Advance(taken);
            count -= taken;
        }
    }

    /// <summary>Takes bytes without keeping them.</summary>
    /// <returns>How many of them there were not.</returns>
    public long Skip(long count, Func<ReadOnlySpan<byte>, bool> endsBefore)
    {
        while (count > 0 && (Available > 0 || FillBlock(endsBefore)))
        {
            int taken = (int)Math.Min(count, Available);
            Advance(taken);
            count -= taken;
        }
        return count;
    }

    /// <summary>Takes bytes up to the next place where a record begins.</summary>
    /// <param name="find">Finds the start of a record; -1 when there is none.</param>
    /// <param name="overlap">How many bytes such a start needs to be seen.</param>
    /// <param name="block">Where the bytes go, or null.</param>
    /// <param name="maxLength">How many are kept at most; the others are left out.</param>
    public void SkipToRecord(Func<ReadOnlySpan<byte>, int> find, int overlap, BlockBuffer? block = null, int maxLength = 0)
    {
        while (true)
        {
            ReadOnlySpan<byte> next = PeekMember(overlap);
            int found = find(next);
            int taken = found >= 0 ? found : next.Length > overlap ? next.Length - overlap : next.Length;
            if (block is not null && block.Count < maxLength)
                block.Write(next[..Math.Min(taken, maxLength - block.Count)]);
            bool isLast = next.Length <= overlap;
            Advance(taken);
            if (found >= 0 || (isLast && IsAtMemberEnd()))
                return;
        }
    }

    public void Dispose() => source.Dispose();

    private bool FillBlock(Func<ReadOnlySpan<byte>, bool> endsBefore)
    {
        if (Fill(isCrossing: false))
            return true;
        // The block goes on in the next member, unless that begins with a record of its own.
        return Damage is null && Fill(isCrossing: true) && !(IsAtMemberStart && endsBefore(Window));
    }

    /// <summary>Reads more; false at the end of the file, or of the member when it is not to go on to the next.</summary>
    private bool Fill(bool isCrossing)
    {
        if (_buffer.Length - _end < ReadLength)
        {
            byte[] buffer = Available > _buffer.Length / 2 ? new byte[2 * _buffer.Length] : _buffer;
            Window.CopyTo(buffer);
            (_buffer, _end, _start) = (buffer, Available, 0);
        }
        while (!_hasEnded && Damage is null)
        {
            try
            {
                int count = _isInMember ? source.Read(_buffer.AsSpan(_end, ReadLength)) : 0;
                _end += count;
                if (count > 0)
                    return true;
                _isInMember = false;
                if (!isCrossing && !_isFirst)
                    return false;
                _isFirst = false;
                _isInMember = source.NextMember();
                _hasEnded = !_isInMember;
                _memberBase = Unpacked + Available;
            }
            catch (DamagedMemberException e)
            {
                Damage = e.Message;
                _isInMember = false;
                source.SkipDamage();
            }
        }
        return false;
    }
}
