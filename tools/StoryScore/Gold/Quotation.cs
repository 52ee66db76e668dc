namespace StoryScore.Gold;

/// <summary>Words of a story quoted by an annotation; see the README of tests/story-gold for how they may be written.</summary>
internal readonly record struct Quotation(string Words, string? Rest, int Number, int Left, int Right, bool Everywhere)
{
    public static Quotation Parse(string written)
    {
        string words = written.Trim();
        bool everywhere = words.EndsWith('*');
        if (everywhere)
            words = words[..^1];
        int number = 0;
        int hash = words.LastIndexOf('#');
        if (hash > 0 && int.TryParse(words[(hash + 1)..], out number))
            words = words[..hash];
        int open = words.IndexOf('['), close = words.IndexOf(']');
        int left = 0, right = 0;
        if (open >= 0 && close > open)
        {
            left = open;
            right = words.Length - close - 1;
            words = words.Remove(close, 1).Remove(open, 1);
        }
        int gap = words.IndexOf('…');
        return gap < 0
            ? new Quotation(words, null, number, left, right, everywhere)
            : new Quotation(words[..gap].TrimEnd(), words[(gap + 1)..].TrimStart(), number, left, right, everywhere);
    }

    /// <summary>Every place of <paramref name="text"/> where the quoted words stand as whole words.</summary>
    public List<Span> All(string text)
    {
        List<Span> found = [];
        foreach (int start in Places(text, Words, Everywhere, 0))
        {
            int end = start + Words.Length;
            if (Rest is not null)
            {
                int rest = Places(text, Rest, false, end).DefaultIfEmpty(-1).First();
                if (rest < 0)
                    continue;
                end = rest + Rest.Length;
            }
            found.Add(new Span(start + Left, end - Right));
        }
        return found;
    }

    /// <summary>The one place that is meant.</summary>
    /// <exception cref="FormatException">The words are not found, or found more than once.</exception>
    public Span One(string text)
    {
        List<Span> all = All(text);
        if (Number > 0)
            return Number <= all.Count ? all[Number - 1] : throw new FormatException($"“{Words}” is found {all.Count} times, not {Number}");
        return all.Count == 1 ? all[0] : throw new FormatException($"“{Words}” is found {all.Count} times");
    }

    private static IEnumerable<int> Places(string text, string words, bool eitherCase, int from)
    {
        if (words.Length == 0)
            throw new FormatException("empty quotation");
        for (int at = from; at <= text.Length - words.Length; at++)
        {
            bool first = text[at] == words[0] || (eitherCase && char.ToLowerInvariant(text[at]) == words[0]);
            if (first && string.CompareOrdinal(text, at + 1, words, 1, words.Length - 1) == 0 && IsWhole(text, at, at + words.Length))
                yield return at;
        }
    }

    private static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start]))
        && !(end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]));
}
