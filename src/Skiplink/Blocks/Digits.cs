using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Blocks;

/// <summary>Takes the ASCII digits out of bytes, eight bytes at a time where the processor can (x86 with BMI2).</summary>
internal static class Digits
{
    private const ulong Highest = 0x8080808080808080;

    /// <summary>Copies the first bytes of a memory but for digits, and returns how many there are then. Behind them something else may be written.</summary>
    /// <param name="memory">The bytes and whatever stands behind them.</param>
    /// <param name="length">How many bytes there are.</param>
    /// <param name="to">Room for them and for eight more.</param>
    public static int Remove(ReadOnlySpan<byte> memory, int length, Span<byte> to)
    {
        int i = 0, left = 0;
        if (Bmi2.X64.IsSupported)
        {
            for (; i <= length - sizeof(ulong); i += sizeof(ulong))
            {
                ulong bytes = BinaryPrimitives.ReadUInt64LittleEndian(memory[i..]), values = bytes ^ 0x3030303030303030;
                // The highest bit of each byte: its value as a digit is above nine.
                ulong others = (((values & ~Highest) + 0x7676767676767676) | values) & Highest;
                BinaryPrimitives.WriteUInt64LittleEndian(to[left..], Bmi2.X64.ParallelBitExtract(bytes, (others >> 7) * 0xFF));
                left += BitOperations.PopCount(others);
            }
        }
        for (; i < length; i++)
        {
            to[left] = memory[i];
            left += memory[i] is < (byte)'0' or > (byte)'9' ? 1 : 0;
        }
        return left;
    }
}
