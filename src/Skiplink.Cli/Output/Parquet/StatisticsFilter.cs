using System.Buffers;

namespace Skiplink.Cli.Output.Parquet;

/// <summary>
/// Copies the metadata of a Parquet file, which is Thrift in its compact protocol, and leaves long values of statistics out: the fields of
/// <c>FileMetaData.row_groups[].columns[].meta_data.statistics</c>.
/// </summary>
internal sealed class StatisticsFilter(byte[] source)
{
    private const int True = 1, False = 2, Byte = 3, Int16 = 4, Int32 = 5, Int64 = 6, Double = 7, Binary = 8;
    private const int List = 9, Set = 10, Map = 11, Struct = 12;

    /// <summary>The fields that lead from the root to the statistics of a column.</summary>
    private static readonly int[] PathToStatistics = [4, 1, 3, 12];

    private readonly ArrayBufferWriter<byte> _output = new(Math.Max(1, source.Length));
    private readonly List<int> _path = [];
    private int _at;

    /// <summary>The metadata without long statistics.</summary>
    public byte[] Run()
    {
        CopyStruct();
        return _output.WrittenSpan.ToArray();
    }

    private bool IsInStatistics => _path.Count == PathToStatistics.Length && _path.SequenceEqual(PathToStatistics);

    private void CopyStruct()
    {
        int readId = 0, writtenId = 0;
        while (source[_at++] is var header && header != 0)
        {
            int type = header & 15, delta = header >> 4;
            readId = delta == 0 ? (short)FromZigZag(ReadVarint()) : readId + delta;
            if (type == Binary && IsInStatistics && IsLong())
            {
                CopyBinary(isWritten: false);
                continue;
            }
            if (readId - writtenId is > 0 and < 16)
            {
                Put((byte)(((readId - writtenId) << 4) | type));
            }
            else
            {
                Put((byte)type);
                WriteVarint(ToZigZag(readId));
            }
            writtenId = readId;
            _path.Add(readId);
            CopyValue(type, isInList: false);
            _path.RemoveAt(_path.Count - 1);
        }
        Put(0);
    }

    private void CopyValue(int type, bool isInList)
    {
        switch (type)
        {
            case True or False:
                // The value of a field is its type; that of an item is a byte.
                if (isInList)
                    CopyBytes(1);
                break;
            case Byte:
                CopyBytes(1);
                break;
            case Int16 or Int32 or Int64:
                WriteVarint(ReadVarint());
                break;
            case Double:
                CopyBytes(8);
                break;
            case Binary:
                CopyBinary(isWritten: true);
                break;
            case List or Set:
                CopyList();
                break;
            case Map:
                CopyMap();
                break;
            case Struct:
                CopyStruct();
                break;
            default:
                throw new InvalidDataException($"The metadata has a value of type {type}.");
        }
    }

    private void CopyList()
    {
        byte header = source[_at];
        CopyBytes(1);
        ulong size = (ulong)(header >> 4);
        if (size == 15)
        {
            size = ReadVarint();
            WriteVarint(size);
        }
        for (ulong i = 0; i < size; i++)
            CopyValue(header & 15, isInList: true);
    }

    private void CopyMap()
    {
        ulong size = ReadVarint();
        WriteVarint(size);
        if (size == 0)
            return;
        byte types = source[_at];
        CopyBytes(1);
        for (ulong i = 0; i < size; i++)
        {
            CopyValue(types >> 4, isInList: true);
            CopyValue(types & 15, isInList: true);
        }
    }

    private bool IsLong()
    {
        int start = _at;
        ulong length = ReadVarint();
        _at = start;
        return length > ParquetFooter.MaxStatisticBytes;
    }

    private void CopyBinary(bool isWritten)
    {
        int length = (int)ReadVarint();
        if (isWritten)
        {
            WriteVarint((ulong)length);
            _output.Write(source.AsSpan(_at, length));
        }
        _at += length;
    }

    private void CopyBytes(int count)
    {
        _output.Write(source.AsSpan(_at, count));
        _at += count;
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = source[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    private void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            Put((byte)(value | 0x80));
        Put((byte)value);
    }

    private void Put(byte value) => _output.Write([value]);

    private static long FromZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private static ulong ToZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));
}
