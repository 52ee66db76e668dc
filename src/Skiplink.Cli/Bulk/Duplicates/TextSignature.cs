using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Skiplink.Cli.Bulk.Duplicates;

/// <summary>What a text is told by: equal texts have equal hashes, and texts that share nearly all their words alike sketches.</summary>
/// <param name="Hash">A hash of all its letters and digits; white space, case and punctuation do not count.</param>
/// <param name="Sketch">The sketch of its runs of three words; null for texts of too few words.</param>
internal readonly record struct TextSignature(ulong Hash, MinHash? Sketch)
{
    /// <summary>Shorter texts have too few runs of words for a sketch that means anything.</summary>
    private const int MinWords = 20;
    private const int RunLength = 3;

    /// <summary>The signature of a text; null when it has no word.</summary>
    public static TextSignature? Of(ReadOnlySpan<byte> text)
    {
        XxHash3 all = new();
        Span<ulong> least = stackalloc ulong[MinHash.Values];
        least.Fill(ulong.MaxValue);
        Span<byte> word = stackalloc byte[128];
        Span<ulong> run = stackalloc ulong[RunLength];
        int words = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = 0;
            while (at < text.Length && length < word.Length && IsOfWord(text[at]))
            {
                byte b = text[at++];
                word[length++] = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
                // A character of a script without spaces is as a word: three bytes of UTF-8 that begin with E3 to E9.
                if (length == 3 && word[0] is >= 0xE3 and <= 0xE9)
                    break;
            }
            if (length == 0)
            {
                at++;
                continue;
            }
            all.Append(word[..length]);
            all.Append(" "u8);
            run[words++ % RunLength] = XxHash3.HashToUInt64(word[..length]);
            if (words < RunLength)
                continue;
            ulong hash = RunHash(run, words);
            ref ulong slot = ref least[(int)(hash % MinHash.Values)];
            slot = Math.Min(slot, hash / MinHash.Values);
        }
        return words == 0 ? null : new(all.GetCurrentHashAsUInt64(), words < MinWords ? null : MinHash.OfLeast(least));
    }

    /// <summary>Letters and digits of ASCII, and every byte of the other characters.</summary>
    private static bool IsOfWord(byte b) =>
        b >= 0x80 || b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9';

    private static ulong RunHash(Span<ulong> run, int words)
    {
        Span<ulong> inOrder = [run[words % RunLength], run[(words + 1) % RunLength], run[(words + 2) % RunLength]];
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(inOrder));
    }
}
