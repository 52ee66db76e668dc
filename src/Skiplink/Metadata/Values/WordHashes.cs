using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>
/// Whether a word may be one of a few, by its hash in the block table: a bit for each of 16,384 hashes. A word that is none of them passes one time in two hundred; one that is always does.
/// </summary>
internal sealed class WordHashes
{
    private const int Bits = 14;

    private readonly ulong[] _bits = new ulong[1 << (Bits - 6)];

    /// <param name="words">The words.</param>
    public WordHashes(IEnumerable<string> words)
    {
        WordBuffer scratch = new();
        foreach (string word in words)
        {
            foreach (uint hash in TextScanner.HashesOf(word, scratch))
                _bits[PlaceOf(hash) >> 6] |= 1UL << (PlaceOf(hash) & 63);
        }
    }

    public bool MayHave(uint word) => (_bits[PlaceOf(word) >> 6] >> (PlaceOf(word) & 63) & 1) != 0;

    public bool MayHaveAny(ReadOnlySpan<uint> words)
    {
        foreach (uint word in words)
        {
            if (MayHave(word))
                return true;
        }
        return false;
    }

    private static int PlaceOf(uint word) => (int)((word * 2654435769u) >> (32 - Bits));
}
