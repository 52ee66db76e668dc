namespace Skiplink.Stories.Lexicon;

/// <summary>Which language a text is in, when nobody says: the one whose small words it has most of.</summary>
internal static class StoryLanguage
{
    private const int MaxCharacters = 4000;

    /// <summary>The share of words that must be small words of the language.</summary>
    private const double Least = 0.2;

    /// <summary>The language that was named, or the one of the text; null when there is no folder for it.</summary>
    public static LanguageLexicon? Of(string? tag, string text)
    {
        if (!string.IsNullOrEmpty(tag) && !tag.StartsWith("und", StringComparison.OrdinalIgnoreCase))
            return LanguageLexicon.Of(tag);
        LanguageLexicon? best = null;
        double most = Least;
        foreach (LanguageLexicon language in LanguageLexicon.All)
        {
            double share = Share(language, text.AsSpan(0, Math.Min(text.Length, MaxCharacters)));
            if (share > most)
                (most, best) = (share, language);
        }
        return best;
    }

    private static double Share(LanguageLexicon language, ReadOnlySpan<char> text)
    {
        int words = 0, small = 0;
        Span<char> lower = stackalloc char[LanguageLexicon.MaxWordLength];
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            while (i < text.Length && char.IsLetter(text[i]))
                i++;
            if (i == start)
                continue;
            words++;
            if (i - start <= lower.Length)
            {
                text[start..i].ToLowerInvariant(lower);
                int node = language.Step(0, language.WordOf(lower[..(i - start)]));
                foreach (LexiconEntry entry in node == 0 ? [] : language.EntriesAt(node))
                {
                    if (entry.Class is not (WordClass.Determiner or WordClass.Preposition or WordClass.Conjunction or WordClass.Auxiliary))
                        continue;
                    small++;
                    break;
                }
            }
        }
        return words == 0 ? 0 : small / (double)words;
    }
}
