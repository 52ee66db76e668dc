namespace Skiplink.Metadata.Values;

/// <summary>The names that a site goes by, and whether a text is one of them: <c>The Skerry Herald</c>, <c>skerryherald.example</c>, <c>Skerry Herald Online</c>.</summary>
internal sealed class SiteNames
{
    private const int MostCharacters = 80;

    /// <summary>Longer names are compared by their beginnings too.</summary>
    private const int LeastPrefix = 5;

    /// <summary>By so many letters a text may be longer than the name that it begins with, or shorter than the name that begins with it.</summary>
    private const int MoreThanName = 12;
    private const int MoreThanLabel = 8;
    private const int LessThanName = 8;

    private readonly List<string> _names = [];
    private readonly List<string> _labels = [];

    /// <summary>Adds a name.</summary>
    public void Add(string name)
    {
        Span<char> letters = stackalloc char[MostCharacters];
        string whole = Letters(name, letters).ToString();
        if (whole.Length == 0 || _names.Contains(whole))
            return;
        _names.Add(whole);
        if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and int dot && Letters(name.AsSpan(0, dot), letters) is { Length: > 0 } first)
            _names.Add(first.ToString());
    }

    /// <summary>Adds a host: it, and its parts, are names.</summary>
    public void AddHost(string host)
    {
        string plain = TitleText.WithoutWww(host.ToLowerInvariant());
        Span<char> letters = stackalloc char[MostCharacters];
        _labels.Add(Letters(plain, letters).ToString());
        foreach (string label in plain.Split('.'))
        {
            if (Letters(label, letters) is { Length: >= 3 } own)
                _labels.Add(own.ToString());
        }
    }

    /// <summary>Whether a text is one of the names.</summary>
    public bool Contains(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostCharacters || (_names.Count == 0 && _labels.Count == 0))
            return false;
        Span<char> buffer = stackalloc char[MostCharacters];
        ReadOnlySpan<char> letters = Letters(text, buffer);
        if (letters.IsEmpty)
            return false;
        foreach (string name in _names)
        {
            if (letters.SequenceEqual(name) || WithoutArticle(letters).SequenceEqual(WithoutArticle(name))
                || (name.Length >= LeastPrefix && letters.StartsWith(name) && letters.Length < name.Length + MoreThanName)
                || (letters.Length >= LeastPrefix && name.AsSpan().StartsWith(letters) && name.Length < letters.Length + LessThanName))
                return true;
        }
        foreach (string label in _labels)
        {
            if (letters.SequenceEqual(label) || WithoutArticle(letters).SequenceEqual(WithoutArticle(label)) || (label.Length >= LeastPrefix && letters.StartsWith(label) && letters.Length <= label.Length + MoreThanLabel))
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> letters) => letters.Length > 6 && letters.StartsWith("the") ? letters[3..] : letters;

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int length = 0;
        foreach (char c in text)
        {
            if (length < buffer.Length && char.IsLetterOrDigit(c))
                buffer[length++] = char.ToLowerInvariant(c);
        }
        return buffer[..length];
    }
}
