using System.Runtime.CompilerServices;

namespace Skiplink.Blocks;

/// <summary>The hash of words (FNV-1a, 32 bits), and a way to it that takes up to eight bytes without a branch on their number, so that the words that follow need not wait.</summary>
internal static class WordHash
{
    public const uint Offset = 2166136261;
    public const uint Prime = 16777619;

    /// <summary>Goes on from a hash with the lowest <paramref name="length"/> bytes, 1 to 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfShort(uint hash, ulong bytes, int length)
    {
        hash = (hash ^ (byte)bytes) * Prime;
        hash = Step(hash, bytes >> 8, 1 - length);
        hash = Step(hash, bytes >> 16, 2 - length);
        hash = Step(hash, bytes >> 24, 3 - length);
        hash = Step(hash, bytes >> 32, 4 - length);
        hash = Step(hash, bytes >> 40, 5 - length);
        hash = Step(hash, bytes >> 48, 6 - length);
        return Step(hash, bytes >> 56, 7 - length);
    }

    /// <summary>Goes on from a hash with any number of bytes.</summary>
    public static uint Of(uint hash, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
            hash = (hash ^ b) * Prime;
        return hash;
    }

    /// <summary>Takes in a byte when the sign is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(uint hash, ulong bytes, int sign)
    {
        uint next = (hash ^ (byte)bytes) * Prime;
        return hash ^ ((hash ^ next) & (uint)(sign >> 31));
    }
}
