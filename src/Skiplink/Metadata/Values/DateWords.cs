using System.Collections.Frozen;
using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Values;

/// <summary>The words that give the meaning of the date after them.</summary>
internal static class DateWords
{
    /// <summary>The first character of the scripts without spaces between words.</summary>
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

    /// <summary>The length of the longest such word at a position, including a colon after it; 0 for none.</summary>
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
    /// The meaning of the last such word in a text. Of words that start at the same position, the last change comes before publication, and
    /// both before others.
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
                // Different ASCII letters, case aside, cannot start the same word.
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
        return updated < 0 && published < 0 ? DateMeaning.Unspecified : updated >= published ? DateMeaning.Updated : DateMeaning.Published;
    }
}
