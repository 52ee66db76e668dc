using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Skiplink.Cli.Bulk.Duplicates;

/// <summary>
/// What a text is told by: equal texts have equal hashes, and texts that share nearly all their words similar fingerprints.
/// </summary>
/// <param name="Hash">A hash of all its letters and digits; white space, case and punctuation do not count.</param>
/// <param name="Fingerprint">
/// Its SimHash (Charikar 2002): each bit is what most runs of three words have there. Null for texts of too few words.
/// </param>
internal readonly record struct TextSignature(ulong Hash, ulong? Fingerprint)
{
    /// <summary>Shorter texts have too few runs of words for a fingerprint that means anything.</summary>
    private const int MinWords = 20;
    private const int RunLength = 3;

    /// <summary>The signature of a text; null when it has no word.</summary>
    public static TextSignature? Of(ReadOnlySpan<byte> text)
    {
        XxHash3 all = new();
        Span<int> votes = stackalloc int[64];
        votes.Clear();
        Span<byte> word = stackalloc byte[128];
        Span<ulong> run = stackalloc ulong[RunLength];
        int words = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = 0;
            while (at < text.Length && IsOfWord(text[at]))
            {
                byte b = text[at++];
                if (length < word.Length)
                    word[length++] = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
            }
            if (length == 0)
            {
                at++;
                continue;
            }
            all.Append(word[..length]);
            all.Append(" "u8);
            run[words++ % RunLength] = XxHash3.HashToUInt64(word[..length]);
            if (words >= RunLength)
                Vote(votes, RunHash(run, words));
        }
        return words == 0 ? null : new(all.GetCurrentHashAsUInt64(), words < MinWords ? null : Fold(votes));
    }

    /// <summary>How many bits of two fingerprints differ.</summary>
    public static int Distance(ulong one, ulong other) => BitOperations.PopCount(one ^ other);

    /// <summary>
    /// Letters and digits of ASCII, and every byte of the other characters: texts without spaces are one long word a sentence.
    /// </summary>
    private static bool IsOfWord(byte b) =>
        b >= 0x80 || b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9';

    private static ulong RunHash(Span<ulong> run, int words)
    {
        Span<ulong> inOrder = [run[words % RunLength], run[(words + 1) % RunLength], run[(words + 2) % RunLength]];
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(inOrder));
    }

    private static void Vote(Span<int> votes, ulong hash)
    {
        for (int i = 0; i < votes.Length; i++)
            votes[i] += (int)((hash >> i) & 1) * 2 - 1;
    }

    private static ulong Fold(ReadOnlySpan<int> votes)
    {
        ulong bits = 0;
        for (int i = 0; i < votes.Length; i++)
            bits |= votes[i] > 0 ? 1UL << i : 0;
        return bits;
    }
}
