using System.Collections.Frozen;
using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>The words that say what the date behind them is the date of.</summary>
internal static class DateWords
{
    /// <summary>From here on scripts have no spaces between words.</summary>
    private const char FirstUnspaced = '\u2E80';

    private static readonly FrozenDictionary<char, (string Word, DateMeaning Meaning)[]> ByLetter =
        ((IEnumerable<(string Word, DateMeaning Meaning)>)
        [
            .. CreditData.Published.Select(static w => (w, DateMeaning.Published)),
            .. CreditData.Updated.Select(static w => (w, DateMeaning.Updated)),
            .. CreditData.Others.Select(static w => (w, DateMeaning.Other)),
        ]).GroupBy(static w => char.ToLowerInvariant(w.Word[0])).ToFrozenDictionary(static g => g.Key, static g => g.ToArray());

    private static readonly (string Word, DateMeaning Meaning)[]?[] Ascii =
        [.. Enumerable.Range(0, 128).Select(static c => ByLetter.GetValueOrDefault(char.ToLowerInvariant((char)c)))];

    private static (string Word, DateMeaning Meaning)[]? WordsOf(char first) =>
        first < Ascii.Length ? Ascii[first] : ByLetter.GetValueOrDefault(char.ToLowerInvariant(first));

    /// <summary>
    /// How many characters the longest of these words has that stands at a place; 0 for none. A colon behind it belongs to it.
    /// </summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        int longest = 0;
        foreach ((string word, _) in WordsOf(text[at]) ?? [])
        {
            int end = at + word.Length;
            bool isWord = text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (end == text.Length || !char.IsLetter(text[end]) || !char.IsLetter(word[^1]) || text[end] >= FirstUnspaced);
            longest = isWord ? Math.Max(longest, word.Length) : longest;
        }
        return longest;
    }

    /// <summary>
    /// What the last of these words in a text says; of words that begin at one place, the date of the last change before that of
    /// publication, and both before others.
    /// </summary>
    public static DateMeaning Last(ReadOnlySpan<char> text)
    {
        int published = -1, updated = -1, other = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if ((i > 0 && char.IsLetter(text[i - 1]) && text[i] < FirstUnspaced) || WordsOf(text[i]) is not { } words)
                continue;
            foreach ((string word, DateMeaning meaning) in words)
            {
                // Two ASCII letters that differ in more than their case are no beginning of one text.
                if (word.Length > 1
                    && (i + 1 == text.Length
                    || (char.IsAscii(text[i + 1]) && char.IsAscii(word[1]) && ((text[i + 1] ^ word[1]) & ~0x20) != 0)))
                    continue;
                if (!text[i..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    continue;
                published = meaning == DateMeaning.Published ? i : published;
                updated = meaning == DateMeaning.Updated ? i : updated;
                other = meaning == DateMeaning.Other ? i : other;
            }
        }
        if (other > updated && other > published)
            return DateMeaning.Other;
        return updated < 0 && published < 0 ? DateMeaning.Unsaid : updated >= published ? DateMeaning.Updated : DateMeaning.Published;
    }
}
