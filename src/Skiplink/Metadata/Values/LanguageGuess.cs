using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>Tells the language of a text from its script and, where several languages share one, from its commonest words.</summary>
internal static class LanguageGuess
{
    private const int MostWords = 180;

    /// <summary>After so many words a declared language that no other comes before, and that has a quarter of them, is not in doubt.</summary>
    private const int EnoughWords = 60;
    private const int MostBytes = 800;

    /// <summary>Languages are counted side by side, a number of which each holds one bit of all counts; the last block may have a few words more than the most.</summary>
    private const int CountBits = 32;

    /// <summary>So many of the words of a text must be among the commonest of its language.</summary>
    private const double LeastShare = 0.12;
    private const int LeastWords = 8;
    private const int LeastLetters = 20;

    private static readonly string[] Languages = [.. LanguageData.Rows.Select(static r => r.Language)];

    /// <summary>The table has this many places, of which about a quarter are taken.</summary>
    private const int PlaceBits = 12;

    // The hashes of words, as the block table has them, 0 where a place is free; and for each a bit for each language that has the word. Most words of a text have none: their hashes stand close together.
    private static readonly (uint[] Hashes, ulong[] Languages) Places = MakePlaces();

    /// <summary>The language of the blocks that were kept, as two letters; null when there is too little text to tell.</summary>
    /// <param name="document">The page.</param>
    /// <param name="selection">Which of the page's blocks are kept.</param>
    /// <param name="kept">From the first block that was kept to the one behind the last.</param>
    /// <param name="declared">The language that the page declares, or empty; it wins where the text speaks for it nearly as much as for another.</param>
    public static string? Of(HtmlDocument document, SelectionResult selection, Range kept, ReadOnlySpan<char> declared)
    {
        if (ScriptOf(document, selection, kept, declared) is { } script)
            return script;
        // A method of its own: one that takes room on the stack is compiled once and not again with what its run has shown.
        Span<ulong> hits = stackalloc ulong[CountBits];
        hits.Clear();
        return ByWords(selection, kept, declared, hits);
    }

    private static string? ByWords(SelectionResult selection, Range kept, ReadOnlySpan<char> declared, Span<ulong> hits)
    {
        BlockTable blocks = selection.Blocks;
        int words = 0, own = IndexOf(Languages, declared);
        for (int i = kept.Start.Value; i < kept.End.Value && words < MostWords; i++)
        {
            if (!selection.IsKept(i))
                continue;
            foreach (uint word in blocks.WordsOf(i))
            {
                if (++words == EnoughWords && own >= 0 && CountOf(hits, own) is var known && known * 4 >= words && known == CountOf(hits, Most(hits)))
                    return Languages[own];
                // One more for each language that has the word: what is carried goes into the next bit of its count.
                ulong carry = LanguagesOf(word);
                for (int bit = 0; carry != 0; bit++)
                    (hits[bit], carry) = (hits[bit] ^ carry, hits[bit] & carry);
            }
        }
        int best = Most(hits), most = CountOf(hits, best);
        if (most < LeastWords || most < words * LeastShare)
            return null;
        // Neighbours share many words: Danish and Norwegian, Czech and Slovak. What is declared is believed within a quarter.
        return own >= 0 && CountOf(hits, own) * 4 >= most * 3 ? Languages[own] : Languages[best];
    }

    /// <summary>Scripts that tell the language: where they begin and end, and the languages that use them, the commonest first.</summary>
    private static readonly (char First, char Last, string[] Languages)[] Scripts =
    [
        ('\uAC00', '\uD7A3', ["ko"]), ('\u0370', '\u03FF', ["el"]), ('\u0590', '\u05FF', ["he", "iw", "yi"]), ('\u0E00', '\u0E7F', ["th"]), ('\u10A0', '\u10FF', ["ka"]),
        ('\u0530', '\u058F', ["hy"]), ('\u0900', '\u097F', ["hi", "mr", "ne", "bho", "mai", "sa", "kok"]), ('\u0980', '\u09FF', ["bn", "as"]), ('\u0A00', '\u0A7F', ["pa"]), ('\u0A80', '\u0AFF', ["gu"]),
        ('\u0B00', '\u0B7F', ["or"]), ('\u0B80', '\u0BFF', ["ta"]), ('\u0C00', '\u0C7F', ["te"]), ('\u0C80', '\u0CFF', ["kn"]), ('\u0D00', '\u0D7F', ["ml"]), ('\u0D80', '\u0DFF', ["si"]),
        ('\u0E80', '\u0EFF', ["lo"]), ('\u1000', '\u109F', ["my"]), ('\u1780', '\u17FF', ["km"]), ('\u1200', '\u137F', ["am", "ti"]),
    ];

    // For each sixteen characters the number of the script that has any of them, counted from one, or 0.
    private static readonly byte[] ScriptOfSixteen = MakeScripts();

    private static byte[] MakeScripts()
    {
        byte[] scripts = new byte[(char.MaxValue + 1) >> 4];
        for (int i = 0; i < Scripts.Length; i++)
            scripts.AsSpan((Scripts[i].First >> 4)..((Scripts[i].Last >> 4) + 1)).Fill((byte)(i + 1));
        return scripts;
    }

    private static string? ScriptOf(HtmlDocument document, SelectionResult selection, Range kept, ReadOnlySpan<char> declared)
    {
        Span<int> counts = stackalloc int[32];
        counts.Clear();
        return ByScript(document, selection, kept, declared, counts);
    }

    private static string? ByScript(HtmlDocument document, SelectionResult selection, Range kept, ReadOnlySpan<char> declared, Span<int> counts)
    {
        BlockTable blocks = selection.Blocks;
        int letters = 0, han = 0, kana = 0, read = 0;
        for (int i = kept.Start.Value; i < kept.End.Value && read < MostBytes; i++)
        {
            if (!selection.IsKept(i))
                continue;
            // Latin letters tell no language: a block with few others is not looked at.
            bool isLatin = blocks[i].Shape.Wide * 8 < blocks[i].Shape.Bytes;
            letters += isLatin ? blocks[i].Shape.Bytes : 0;
            read += isLatin ? blocks[i].Shape.Bytes : 0;
            for (int node = blocks[i].FirstNode; !isLatin && node <= blocks[i].LastNode && read < MostBytes; node++)
            {
                if (blocks.BlockOf(node) != i)
                    continue;
                ReadOnlySpan<byte> text = new HtmlNode(document, node).Utf8Text;
                text = text.Length > MostBytes ? text[..MostBytes] : text;
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
        if (letters < LeastLetters)
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

    /// <summary>The count of a language.</summary>
    private static int CountOf(ReadOnlySpan<ulong> hits, int language)
    {
        int count = 0;
        for (int bit = 0; bit < hits.Length; bit++)
            count |= (int)(hits[bit] >> language & 1) << bit;
        return count;
    }

    /// <summary>The first language with the highest count: those that have the highest bit that any has, and so on down.</summary>
    private static int Most(ReadOnlySpan<ulong> hits)
    {
        ulong most = ulong.MaxValue;
        for (int bit = hits.Length - 1; bit >= 0; bit--)
            most = (most & hits[bit]) is not 0 and var higher ? higher : most;
        return System.Numerics.BitOperations.TrailingZeroCount(most);
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

    private static ulong LanguagesOf(uint word) => Places.Languages[PlaceOf(Places.Hashes, word)];

    /// <summary>The place of a word, or the free one where it would stand.</summary>
    private static int PlaceOf(uint[] hashes, uint word)
    {
        int place = (int)((word * 2654435769u) >> (32 - PlaceBits));
        while (hashes[place] != 0 && hashes[place] != word)
            place = (place + 1) & ((1 << PlaceBits) - 1);
        return place;
    }

    private static (uint[] Hashes, ulong[] Languages) MakePlaces()
    {
        WordBuffer scratch = new();
        uint[] hashes = new uint[1 << PlaceBits];
        ulong[] languages = new ulong[1 << PlaceBits];
        for (int i = 0; i < LanguageData.Rows.Length; i++)
        {
            foreach (string word in LanguageData.Rows[i].Words.Split(' '))
            {
                // What is not one word of a text, as "l'eau" is not, is found in none.
                if (TextScanner.HashesOf(word, scratch) is not [uint hash])
                    continue;
                int place = PlaceOf(hashes, hash);
                hashes[place] = hash;
                languages[place] |= 1UL << i;
            }
        }
        return (hashes, languages);
    }
}
