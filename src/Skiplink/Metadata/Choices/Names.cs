using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Choices;

/// <summary>Takes out names that are told twice.</summary>
internal static class Names
{
    private const int MostCharacters = 128;

    /// <summary>Each person once, from a place on, and none that is another's short form for addresses.</summary>
    public static void Distinct(List<Candidate> people, int from)
    {
        if (people.Count - from < 2)
            return;
        bool hasNames = people.FindIndex(from, static p => p.Value.Span.Contains(' ')) >= 0;
        int kept = from;
        Span<char> own = stackalloc char[MostCharacters], other = stackalloc char[MostCharacters];
        for (int i = from; i < people.Count; i++)
        {
            ReadOnlySpan<char> name = people[i].Value.Span;
            if (hasNames && !name.Contains(' ') && name.IndexOfAny('-', '.', '_') >= 0)
                continue;
            ReadOnlySpan<char> words = WordsOf(name, own);
            bool isKnown = false;
            for (int j = from; j < kept && !isKnown; j++)
                isKnown = WordsOf(people[j].Value.Span, other).SequenceEqual(words);
            if (!isKnown)
                people[kept++] = people[i];
        }
        people.RemoveRange(kept, people.Count - kept);
    }

    /// <summary>Each agency once.</summary>
    public static void Distinct(List<Candidate> agencies)
    {
        for (int i = agencies.Count - 1; i > 0; i--)
        {
            ReadOnlySpan<char> name = agencies[i].Value.Span;
            bool isKnown = false;
            for (int j = 0; j < i && !isKnown; j++)
                isKnown = agencies[j].Value.Span.SequenceEqual(name);
            if (isKnown)
                agencies.RemoveAt(i);
        }
    }

    private static ReadOnlySpan<char> WordsOf(ReadOnlySpan<char> name, Span<char> words)
    {
        name = name[..Math.Min(name.Length, words.Length)];
        return words[..TitleText.Words(name, words)];
    }
}
