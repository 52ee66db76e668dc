using System.Collections.Frozen;
using System.Numerics;
using System.Text;

namespace Skiplink.Metadata.Values;

/// <summary>How much a text speaks for being in a language, from 0 to 1.</summary>
internal static class LanguageScore
{
    /// <summary>So much of a text is looked at: more words change little.</summary>
    private const int MaxBytes = 4096;

    /// <summary>With this share of frequent words a text is as plainly in its language as with more.</summary>
    private const double EnoughShare = 0.12;
    private const int EnoughWords = 8;

    private static readonly FrozenDictionary<string, ulong> LanguagesOfWord = MakeWords();

    private static readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        LanguagesOfWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The score. Of languages that have a script of their own it is the share of letters in that script; of others it falls with the
    /// frequent words that speak as well for another language, and where there are few of them at all. Null for a language whose words are
    /// not known here, and for a text without letters.
    /// </summary>
    /// <param name="text">The text, in UTF-8.</param>
    /// <param name="tag">The language, as a BCP 47 tag.</param>
    public static double? Of(ReadOnlySpan<byte> text, string tag)
    {
        string language = tag.Split('-')[0].ToLowerInvariant() switch
        {
            "nb" or "nn" => "no",
            "iw" => "he",
            "in" => "id",
            var primary => primary,
        };
        string start = Encoding.UTF8.GetString(text[..Math.Min(text.Length, MaxBytes)]);
        return LanguageGuess.ShareOfScript(start, language) is { } share ? share : ByWords(start, language);
    }

    private static double? ByWords(string text, string language)
    {
        int own = Array.FindIndex(LanguageData.Rows, row => row.Language == language);
        if (own < 0)
            return null;
        Span<int> counts = stackalloc int[LanguageData.Rows.Length];
        counts.Clear();
        Span<char> word = stackalloc char[16];
        int words = 0;
        for (int at = 0; at < text.Length;)
        {
            int length = 0, from = at;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                if (length < word.Length)
                    word[length++] = char.ToLowerInvariant(text[at]);
                at++;
            }
            at += at == from ? 1 : 0;
            if (length == 0)
                continue;
            words++;
            for (ulong left = Lookup.TryGetValue(word[..length], out ulong found) ? found : 0; left != 0; left &= left - 1)
                counts[BitOperations.TrailingZeroCount(left)]++;
        }
        if (words == 0)
            return null;
        int other = 0;
        for (int i = 0; i < counts.Length; i++)
            other = i == own ? other : Math.Max(other, counts[i]);
        double mine = counts[own], share = mine / words;
        double lead = mine == 0 ? 0 : mine * mine / ((mine * mine) + ((double)other * other));
        return lead * Math.Min(1, share / EnoughShare) * Math.Min(1, mine / EnoughWords);
    }

    private static FrozenDictionary<string, ulong> MakeWords()
    {
        Dictionary<string, ulong> words = new(StringComparer.Ordinal);
        for (int i = 0; i < LanguageData.Rows.Length; i++)
        {
            foreach (string word in LanguageData.Rows[i].Words.Split(' '))
                words[word] = words.GetValueOrDefault(word) | (1UL << i);
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
