using System.Runtime.InteropServices;

namespace Skiplink.Cli.Bulk.Duplicates;

/// <summary>
/// A sketch of a set by which it is seen how much it shares with another: the least hash in each of 32 parts of the hashes of its members
/// (one-permutation hashing, Li, Owen and Zhang 2012; an empty part borrows from the next). Each value is kept to 16 bits.
/// </summary>
internal sealed class MinHash
{
    public const int Values = 32;

    /// <summary>Sketches that share so many values are of sets that share about four fifths of their members.</summary>
    public const int MinShared = 26;

    /// <summary>
    /// Values are looked up in bands of four: sets as alike as that have a band in common but once in many thousand times.
    /// </summary>
    public const int Bands = 8;

    private readonly ulong[] _bands;

    private MinHash(ulong[] bands) => _bands = bands;

    /// <summary>The bands, four values each.</summary>
    public ReadOnlySpan<ulong> Words => _bands;

    /// <summary>The sketch that was taken apart into its bands.</summary>
    public static MinHash Of(ReadOnlySpan<ulong> bands) => new(bands.ToArray());

    /// <summary>The sketch of the least hashes, one for each part; the greatest number stands for none.</summary>
    public static MinHash OfLeast(ReadOnlySpan<ulong> least)
    {
        ulong[] bands = new ulong[Bands];
        Span<ushort> values = MemoryMarshal.Cast<ulong, ushort>(bands.AsSpan());
        for (int i = 0; i < Values; i++)
        {
            int from = i, steps = 0;
            while (least[from] == ulong.MaxValue && steps++ < Values)
                from = (from + 1) % Values;
            // What is borrowed from afar counts as another value, or empty parts would be alike in all sets.
            values[i] = (ushort)((least[from] >> 8) ^ (uint)(steps * 0x9E37));
        }
        return new(bands);
    }

    /// <summary>How many values two sketches share.</summary>
    public int Shared(MinHash other)
    {
        ReadOnlySpan<ushort> mine = MemoryMarshal.Cast<ulong, ushort>(_bands), others = MemoryMarshal.Cast<ulong, ushort>(other._bands);
        int shared = 0;
        for (int i = 0; i < mine.Length; i++)
            shared += mine[i] == others[i] ? 1 : 0;
        return shared;
    }
}
