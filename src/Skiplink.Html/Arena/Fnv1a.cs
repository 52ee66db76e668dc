using System.Runtime.CompilerServices;

namespace Skiplink.Html.Arena;

/// <summary>
/// The FNV-1a hash (Fowler, Noll and Vo), of 32 bits: for tables whose keys no page chooses, and for what is compared within a page.
/// </summary>
internal static class Fnv1a
{
    /// <summary>The hash of nothing.</summary>
    public const uint Basis = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>Combines a hash with one more byte, character or number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Combine(uint hash, uint value) => (hash ^ value) * Prime;

    /// <summary>Combines a hash with bytes.</summary>
    public static uint Combine(uint hash, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            hash = Combine(hash, value);
        return hash;
    }
}
