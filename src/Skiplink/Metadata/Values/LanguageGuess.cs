using System.Collections.Frozen;
using System.Numerics;
using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>
/// Guesses the language of a text from its script and, where several languages share a script, from their most frequent words.
/// </summary>
internal static class LanguageGuess
{
    private const int MaxWords = 180;

    /// <summary>
    /// After this many words a declared language is certain if no other has a higher count and a quarter of the words are its own.
    /// </summary>
    private const int EnoughWords = 60;
    private const int MaxBytes = 800;

    /// <summary>The share of the words of a text that must be among the most frequent of its language.</summary>
    private const double MinShare = 0.12;
    private const int MinWords = 8;
    private const int MinLetters = 20;

    private static readonly string[] Languages = [.. LanguageData.Rows.Select(static r => r.Language)];

    // For the hash of a word, as the block table has it, a bit for each language that has the word.
    private static readonly FrozenDictionary<uint, ulong> LanguagesOfWord = MakeWords();

    /// <summary>The language of the blocks that were kept, as two letters; null when there is too little text to tell.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isKept">For each block of the page whether it is kept.</param>
    /// <param name="kept">From the first block that was kept to the one behind the last.</param>
    /// <param name="declared">
    /// The language that the page declares, or empty; it wins where the text speaks for it nearly as much as for another.
    /// </param>
    public static string? Of(PageDocument page, ReadOnlySpan<bool> isKept, Range kept, ReadOnlySpan<char> declared)
    {
        if (ScriptOf(page, isKept, kept, declared) is { } script)
            return script;
        return ByWords(page.Blocks, isKept, kept, declared);
    }

    private static string? ByWords(BlockTable blocks, ReadOnlySpan<bool> isKept, Range kept, ReadOnlySpan<char> declared)
    {
        Span<int> counts = stackalloc int[Languages.Length];
        counts.Clear();
        int words = 0, own = IndexOf(Languages, declared);
        for (int i = kept.Start.Value; i < kept.End.Value && words < MaxWords; i++)
        {
            if (!isKept[i])
                continue;
            foreach (uint word in blocks.WordsOf(i))
            {
                if (++words == EnoughWords && own >= 0 && counts[own] * 4 >= words && counts[own] == Max(counts))
                    return Languages[own];
                for (ulong left = LanguagesOfWord.GetValueOrDefault(word); left != 0; left &= left - 1)
                    counts[BitOperations.TrailingZeroCount(left)]++;
            }
        }
        int max = Max(counts);
        if (max < MinWords || max < words * MinShare)
            return null;
        // Neighbours share many words: Danish and Norwegian, Czech and Slovak. What is declared is believed within a quarter.
        return Languages[own >= 0 && counts[own] * 4 >= max * 3 ? own : counts.IndexOf(max)];
    }

    /// <summary>Scripts that tell the language: where they begin and end, and the languages that use them, the commonest first.</summary>
    private static readonly (char First, char Last, string[] Languages)[] Scripts =
    [
        ('\uAC00', '\uD7A3', ["ko"]), ('\u0370', '\u03FF', ["el"]), ('\u0590', '\u05FF', ["he", "iw", "yi"]), ('\u0E00', '\u0E7F', ["th"]),
            ('\u10A0', '\u10FF', ["ka"]),
        ('\u0530', '\u058F', ["hy"]), ('\u0900', '\u097F', ["hi", "mr", "ne", "bho", "mai", "sa", "kok"]),
            ('\u0980', '\u09FF', ["bn", "as"]), ('\u0A00', '\u0A7F', ["pa"]), ('\u0A80', '\u0AFF', ["gu"]),
        ('\u0B00', '\u0B7F', ["or"]), ('\u0B80', '\u0BFF', ["ta"]), ('\u0C00', '\u0C7F', ["te"]), ('\u0C80', '\u0CFF', ["kn"]),
            ('\u0D00', '\u0D7F', ["ml"]), ('\u0D80', '\u0DFF', ["si"]),
        ('\u0E80', '\u0EFF', ["lo"]), ('\u1000', '\u109F', ["my"]), ('\u1780', '\u17FF', ["km"]), ('\u1200', '\u137F', ["am", "ti"]),
    ];

    /// <summary>
    /// The share of a text's letters that are of the script by which a language is told; null for a language that its script does not tell.
    /// </summary>
    public static double? ShareOfScript(string text, string language)
    {
        int script = Array.FindIndex(Scripts, s => s.Languages.Contains(language));
        if (script < 0 && language is not ("zh" or "ja" or "yue"))
            return null;
        Span<int> counts = stackalloc int[32];
        counts.Clear();
        int letters = 0, han = 0, kana = 0;
        foreach (char c in text)
            Count(c, ref letters, ref han, ref kana, counts);
        // Vowel signs are not letters, but count for their script.
        return letters == 0 ? null : Math.Min(1, (double)(script >= 0 ? counts[script] : han + kana) / letters);
    }

    // For each sixteen characters the number of the script that has any of them, counted from one, or 0.
    private static readonly byte[] ScriptOfSixteen = MakeScripts();

    private static byte[] MakeScripts()
    {
        byte[] scripts = new byte[(char.MaxValue + 1) >> 4];
        for (int i = 0; i < Scripts.Length; i++)
            scripts.AsSpan((Scripts[i].First >> 4)..((Scripts[i].Last >> 4) + 1)).Fill((byte)(i + 1));
        return scripts;
    }

    private static string? ScriptOf(PageDocument page, ReadOnlySpan<bool> isKept, Range kept, ReadOnlySpan<char> declared)
    {
        Span<int> counts = stackalloc int[32];
        counts.Clear();
        return ByScript(page, isKept, kept, declared, counts);
    }

    private static string? ByScript(PageDocument page, ReadOnlySpan<bool> isKept, Range kept, ReadOnlySpan<char> declared, Span<int> counts)
    {
        BlockTable blocks = page.Blocks;
        int letters = 0, han = 0, kana = 0, read = 0;
        for (int i = kept.Start.Value; i < kept.End.Value && read < MaxBytes; i++)
        {
            if (!isKept[i])
                continue;
            // Latin letters tell no language: a block with few others is not looked at.
            bool isLatin = blocks[i].Shape.Wide * 8 < blocks[i].Shape.Bytes;
            letters += isLatin ? blocks[i].Shape.Bytes : 0;
            read += isLatin ? blocks[i].Shape.Bytes : 0;
            if (isLatin)
                continue;
            foreach (int node in blocks.TextNodesOf(i))
            {
                if (read >= MaxBytes)
                    break;
                ReadOnlySpan<byte> text = new HtmlNode(page.Html, node).Utf8Text;
                text = text.Length > MaxBytes ? text[..MaxBytes] : text;
                read += text.Length;
                while (!text.IsEmpty)
                {
                    Rune.DecodeFromUtf8(text, out Rune rune, out int consumed);
                    text = text[consumed..];
                    if (rune.IsBmp)
                        Count((char)rune.Value, ref letters, ref han, ref kana, counts);
                }
            }
        }
        if (letters < MinLetters)
            return null;
        for (int i = 0; i < Scripts.Length; i++)
        {
            // Vowel signs are not letters: in the scripts of India they come on top.
            if (counts[i] * 2 > letters)
                return Scripts[i].Languages[Math.Max(0, IndexOf(Scripts[i].Languages, declared))];
        }
        return (han + kana) * 2 <= letters ? null : kana * 10 > han ? "ja" : declared is "yue" ? "yue" : "zh";
    }

    private static void Count(char c, ref int letters, ref int han, ref int kana, Span<int> counts)
    {
        letters += char.IsLetter(c) ? 1 : 0;
        if (c < '\u0370')
            return;
        han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        kana += c is >= '\u3041' and <= '\u30FF' ? 1 : 0;
        int script = ScriptOfSixteen[c >> 4] - 1;
        if (script >= 0 && c >= Scripts[script].First && c <= Scripts[script].Last)
            counts[script]++;
    }

    private static int Max(ReadOnlySpan<int> counts)
    {
        int max = 0;
        foreach (int count in counts)
            max = Math.Max(max, count);
        return max;
    }

    private static int IndexOf(string[] languages, ReadOnlySpan<char> language)
    {
        for (int i = 0; i < languages.Length; i++)
        {
            if (language.SequenceEqual(languages[i]))
                return i;
        }
        return -1;
    }

    private static FrozenDictionary<uint, ulong> MakeWords()
    {
        WordBuffer scratch = new();
        Dictionary<uint, ulong> words = [];
        for (int i = 0; i < LanguageData.Rows.Length; i++)
        {
            foreach (string word in LanguageData.Rows[i].Words.Split(' '))
            {
                // A text never has an entry of several words, as "l'eau" is.
                if (TextScanner.HashesOf(word, scratch) is [uint hash])
                    words[hash] = words.GetValueOrDefault(hash) | (1UL << i);
            }
        }
        return words.ToFrozenDictionary();
    }
}
