using System.Runtime.CompilerServices;
using Skiplink.Html.Arena;

namespace Skiplink.Text;

/// <summary>
/// The hash of a lower-case word: of up to eight bytes in one step, without a branch that depends on their number; each further byte is
/// combined by FNV-1a. The lexicon of the model was learned with these hashes.
/// </summary>
internal static class WordHash
{
    /// <summary>The seed of a word in a text.</summary>
    public const uint TextSeed = Fnv1a.Basis;

    /// <summary>The hash of a word of any length.</summary>
    public static uint From(uint seed, ReadOnlySpan<byte> word)
    {
        ulong first = 0;
        for (int i = 0; i < Math.Min(word.Length, sizeof(ulong)); i++)
            first |= (ulong)word[i] << (8 * i);
        uint hash = FromEight(seed, first, Math.Min(word.Length, sizeof(ulong)));
        return word.Length > sizeof(ulong) ? Fnv1a.Combine(hash, word[sizeof(ulong)..]) : hash;
    }

    /// <summary>The hash of the lowest <paramref name="length"/> bytes, 1 to 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint FromEight(uint seed, ulong bytes, int length) => FromEight(seed, bytes & (ulong.MaxValue >> (64 - (8 * length))));

    /// <summary>The hash of up to eight bytes, the first in the lowest bits, with zeros after them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint FromEight(uint seed, ulong bytes)
    {
        ulong hash = (bytes ^ seed) * 0xD6E8FEB86659FD93;
        return (uint)(((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15) >> 32);
    }
}
