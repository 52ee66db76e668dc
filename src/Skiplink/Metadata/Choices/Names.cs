using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Choices;

/// <summary>Removes duplicate names.</summary>
internal static class Names
{
    private const int MaxLength = 128;

    /// <summary>Removes duplicates from an index on, and names that are the short form of a person in addresses.</summary>
    public static void Distinct(List<Candidate> people, int from)
    {
        if (people.Count - from < 2)
            return;
        bool hasNames = people.FindIndex(from, static p => p.Value.Span.Contains(' ')) >= 0;
        int kept = from;
        Span<char> own = stackalloc char[MaxLength], other = stackalloc char[MaxLength];
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

    /// <summary>Removes duplicates.</summary>
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
