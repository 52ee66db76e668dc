using System.Buffers;
using System.Buffers.Binary;
using ZstdSharp;

namespace Skiplink.Archives.Streams;

/// <summary>
/// The frames of a Zstandard file (RFC 8878), each a member. A first skippable frame with the number 0x184D2A5D holds the dictionary of all
/// others, itself compressed or not, as the WARC-zstd convention has it.
/// </summary>
internal sealed class ZstdSource(RawInput raw) : MemberSource(raw)
{
    private const uint FrameMagic = 0xFD2FB528;
    private const uint FirstSkippable = 0x184D2A50;
    private const uint DictionaryMagic = 0x184D2A5D;
    private const int MaxDictionaryBytes = 64 << 20;
    private const int Window = 1 << 16;

    /// <summary>No block is larger, whatever its header says.</summary>
    private const int MaxBlockBytes = 1 << 17;

    private readonly Decompressor _decompressor = new();
    private bool _isOpen;
    private bool _hasStarted;
    private bool _isLastBlock;
    private bool _hasChecksum;

    /// <summary>
    /// How many bytes of the frame may be given to the decompressor: it takes several frames as one, and must not see the next.
    /// </summary>
    private int _left;

    public override bool IsPacked => true;

    /// <summary>Whether bytes begin as a frame does, be it a skippable one.</summary>
    public static bool IsFrame(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4)
            return false;
        uint magic = BinaryPrimitives.ReadUInt32LittleEndian(head);
        return magic == FrameMagic || magic is >= FirstSkippable and <= FirstSkippable + 15;
    }

    /// <summary>Whether bytes begin with the dictionary of an archive.</summary>
    public static bool HasDictionary(ReadOnlySpan<byte> head) =>
        head.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(head) == DictionaryMagic;

    public override bool NextMember()
    {
        ReadDictionary();
        _isOpen = false;
        while (true)
        {
            ReadOnlySpan<byte> head = Raw.Peek(8);
            MemberStart = Raw.Position;
            if (head.IsEmpty)
                return false;
            if (!IsFrame(head))
                throw new DamagedMemberException("has bytes that are not Zstandard");
            if (BinaryPrimitives.ReadUInt32LittleEndian(head) == FrameMagic)
                break;
            SkipFrame(head);
        }
        _decompressor.ResetStream();
        ReadFrameHeader();
        return _isOpen = true;
    }

    public override int Read(Span<byte> buffer)
    {
        while (_isOpen && !buffer.IsEmpty)
        {
            ReadOnlySpan<byte> next = Raw.Peek(_left > 0 ? 1 : 0);
            int given = Math.Min(next.Length, _left);
            if (given == 0 && _left > 0)
                throw CutShort();
            OperationStatus status;
            int consumed, written;
            try
            {
                status = _decompressor.UnwrapStream(next[..given], buffer, out consumed, out written);
            }
            catch (ZstdException e)
            {
                throw new DamagedMemberException($"is not sound Zstandard ({e.Message})", e);
            }
            Raw.Advance(consumed);
            _left -= consumed;
            if (status == OperationStatus.InvalidData)
                throw new DamagedMemberException("is not sound Zstandard");
            // Nothing more comes of what was given: go on to the next block.
            if (_left == 0 && written == 0 && !ReadBlockHeader())
            {
                _isOpen = false;
                MemberEnd = Raw.Position;
            }
            if (written > 0)
                return written;
        }
        return 0;
    }

    public override void SkipDamage()
    {
        _isOpen = false;
        StepBackIntoMember();
        Span<byte> magic = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(magic, FrameMagic);
        for (ReadOnlySpan<byte> next; (next = Raw.Peek(Window)).Length >= 4;)
        {
            int found = next.IndexOf(magic);
            Raw.Advance(found < 0 ? next.Length - 3 : found);
            if (found >= 0)
                return;
        }
        Raw.Advance(Raw.Peek(1).Length);
    }

    public override void Seek(long offset)
    {
        // The dictionary is at the start of the file, wherever the record is.
        ReadDictionary();
        _isOpen = false;
        base.Seek(offset);
    }

    protected override void Dispose(bool disposing)
    {
        _decompressor.Dispose();
        base.Dispose(disposing);
    }

    private static DamagedMemberException CutShort() => new("is cut short: its Zstandard data ends in the middle");

    /// <summary>Finds the length of the frame's header: magic number, descriptor, window, dictionary and size.</summary>
    private void ReadFrameHeader()
    {
        ReadOnlySpan<byte> head = Raw.Peek(5);
        if (head.Length < 5)
            throw CutShort();
        int descriptor = head[4], sizeFlag = descriptor >> 6, dictionaryFlag = descriptor & 3;
        bool isSingleSegment = (descriptor & 0x20) != 0;
        _hasChecksum = (descriptor & 4) != 0;
        _isLastBlock = false;
        _left = 5 + (isSingleSegment ? 0 : 1) + (dictionaryFlag == 3 ? 4 : dictionaryFlag)
            + (sizeFlag == 0 ? isSingleSegment ? 1 : 0 : 1 << sizeFlag);
    }

    /// <summary>Finds the length of the next block, with the checksum after the last; false at the end of the frame.</summary>
    private bool ReadBlockHeader()
    {
        const int IsRepeatedByte = 1;
        if (_isLastBlock)
            return false;
        ReadOnlySpan<byte> head = Raw.Peek(3);
        if (head.Length < 3)
            throw CutShort();
        int value = head[0] | (head[1] << 8) | (head[2] << 16), size = value >> 3;
        if (size > MaxBlockBytes)
            throw new DamagedMemberException("is not sound Zstandard");
        _isLastBlock = (value & 1) != 0;
        _left = 3 + (((value >> 1) & 3) == IsRepeatedByte ? 1 : size) + (_isLastBlock && _hasChecksum ? 4 : 0);
        return true;
    }

    private void ReadDictionary()
    {
        if (_hasStarted)
            return;
        _hasStarted = true;
        ReadOnlySpan<byte> head = Raw.Peek(8);
        if (head.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(head) != DictionaryMagic)
            return;
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        if (length > MaxDictionaryBytes)
            throw new DamagedMemberException($"has a dictionary of {length} bytes, more than {MaxDictionaryBytes >> 20} MB");
        Raw.Advance(8);
        byte[] dictionary = new byte[length];
        for (int count = 0; count < dictionary.Length;)
        {
            ReadOnlySpan<byte> next = Raw.Peek(1);
            if (next.IsEmpty)
                throw new DamagedMemberException("is cut short: it ends in its dictionary");
            int taken = Math.Min(next.Length, dictionary.Length - count);
            next[..taken].CopyTo(dictionary.AsSpan(count));
            Raw.Advance(taken);
            count += taken;
        }
        _decompressor.LoadDictionary(IsFrame(dictionary) ? Unpack(dictionary) : dictionary);
    }

    private static byte[] Unpack(byte[] packed)
    {
        using DecompressionStream stream = new(new MemoryStream(packed));
        using MemoryStream unpacked = new();
        byte[] buffer = new byte[Window];
        try
        {
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                unpacked.Write(buffer.AsSpan(0, count));
                if (unpacked.Length > MaxDictionaryBytes)
                    throw new DamagedMemberException($"has a dictionary of more than {MaxDictionaryBytes >> 20} MB");
            }
        }
        catch (ZstdException e)
        {
            throw new DamagedMemberException("has a dictionary that is not sound Zstandard", e);
        }
        return unpacked.ToArray();
    }

    private void SkipFrame(ReadOnlySpan<byte> head)
    {
        if (head.Length < 8)
            throw new DamagedMemberException("is cut short: it ends in a skippable frame");
        long left = 8L + BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        while (left > 0)
        {
            int next = Raw.Peek(1).Length;
            if (next == 0)
                throw new DamagedMemberException("is cut short: it ends in a skippable frame");
            int taken = (int)Math.Min(left, next);
            Raw.Advance(taken);
            left -= taken;
        }
    }
}
