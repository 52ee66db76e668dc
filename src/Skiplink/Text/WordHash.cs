using System.Runtime.CompilerServices;

namespace Skiplink.Text;

/// <summary>The hash of words: up to eight bytes at once, without a branch on their number, so that the words that follow need not wait; what is longer goes on byte by byte (FNV-1a).</summary>
internal static class WordHash
{
    /// <summary>What the hash of a word in a text begins with.</summary>
    public const uint Offset = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>The hash of a word.</summary>
    public static uint Of(uint seed, ReadOnlySpan<byte> word)
    {
        ulong first = 0;
        for (int i = 0; i < Math.Min(word.Length, sizeof(ulong)); i++)
            first |= (ulong)word[i] << (8 * i);
        uint hash = OfShort(seed, first, Math.Min(word.Length, sizeof(ulong)));
        for (int i = sizeof(ulong); i < word.Length; i++)
            hash = GoOn(hash, word[i]);
        return hash;
    }

    /// <summary>The hash of the lowest <paramref name="length"/> bytes, 1 to 8: of a word, or of the beginning of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfShort(uint seed, ulong bytes, int length) => OfMasked(seed, bytes & (ulong.MaxValue >> (64 - (8 * length))));

    /// <summary>The hash of up to eight bytes, behind which are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint OfMasked(uint seed, ulong bytes)
    {
        ulong hash = (bytes ^ seed) * 0xD6E8FEB86659FD93;
        return (uint)(((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15) >> 32);
    }

    /// <summary>Goes on from the hash of eight bytes or more, or of anything else, with one character.</summary>
    public static uint GoOn(uint hash, uint character) => (hash ^ character) * Prime;
}
