using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Skiplink.Text;

/// <summary>Finds ASCII digits, and takes them out of bytes, eight bytes at a time where the processor can (x86 with BMI2).</summary>
internal static class Digits
{
    private const ulong Highest = 0x8080808080808080;

    /// <summary>Whether there is a digit in the first bytes of a memory.</summary>
    public static bool StandIn(ReadOnlySpan<byte> memory, int length)
    {
        if (length > Vector512<byte>.Count || memory.Length < Vector512<byte>.Count)
            return memory[..length].ContainsAnyInRange((byte)'0', (byte)'9');
        Vector512<byte> values = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(memory)) - Vector512.Create((byte)'0');
        ulong digits = Vector512.LessThan(values, Vector512.Create((byte)10)).ExtractMostSignificantBits();
        return length > 0 && digits << (Vector512<byte>.Count - length) != 0;
    }

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
