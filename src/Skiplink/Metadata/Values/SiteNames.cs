using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>
/// The names that a site goes by, and whether a text is one of them: <c>The Skerry Herald</c>, <c>skerryherald.example</c>, <c>Skerry
/// Herald Online</c>.
/// </summary>
internal sealed class SiteNames(TextArena texts)
{
    private const int MaxLength = 80;

    /// <summary>The minimum length of a name for the comparison of beginnings.</summary>
    private const int MinPrefix = 5;

    /// <summary>
    /// By so many letters a text may be longer than the name that it begins with, or shorter than the name that begins with it.
    /// </summary>
    private const int MaxExtraInText = 12;
    private const int MaxExtraInLabel = 8;
    private const int MaxMissing = 8;

    private readonly List<ReadOnlyMemory<char>> _names = [];
    private readonly List<ReadOnlyMemory<char>> _labels = [];

    /// <summary>Removes all names.</summary>
    public void Clear()
    {
        _names.Clear();
        _labels.Clear();
    }

    /// <summary>Adds a name.</summary>
    public void Add(ReadOnlySpan<char> name)
    {
        if (Kept(name) is not { IsEmpty: false } whole || IsKnown(whole.Span))
            return;
        _names.Add(whole);
        if (name.IndexOf('.') is > 0 and int dot && Kept(name[..dot]) is { IsEmpty: false } first)
            _names.Add(first);
    }

    /// <summary>Adds a host: the whole and its parts are names.</summary>
    public void AddHost(ReadOnlySpan<char> host)
    {
        ReadOnlySpan<char> plain = WithoutWww(host);
        _labels.Add(Kept(plain));
        foreach (Range label in plain.Split('.'))
        {
            if (Kept(plain[label]) is { Length: >= 3 } own)
                _labels.Add(own);
        }
    }

    /// <summary>A host without <c>www.</c>.</summary>
    public static ReadOnlySpan<char> WithoutWww(ReadOnlySpan<char> host) =>
        host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    private ReadOnlyMemory<char> Kept(ReadOnlySpan<char> name) => texts.Keep(Letters(name, texts.Reserve(MaxLength)).Length);

    private bool IsKnown(ReadOnlySpan<char> name)
    {
        foreach (ReadOnlyMemory<char> known in _names)
        {
            if (known.Span.SequenceEqual(name))
                return true;
        }
        return false;
    }

    /// <summary>Whether a text is one of the names.</summary>
    public bool Contains(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength || (_names.Count == 0 && _labels.Count == 0))
            return false;
        Span<char> buffer = stackalloc char[MaxLength];
        ReadOnlySpan<char> letters = Letters(text, buffer);
        return !letters.IsEmpty && IsOne(letters);
    }

    private bool IsOne(ReadOnlySpan<char> letters)
    {
        foreach (ReadOnlyMemory<char> one in _names)
        {
            ReadOnlySpan<char> name = one.Span;
            if (letters.SequenceEqual(name) || WithoutArticle(letters).SequenceEqual(WithoutArticle(name))
                || (name.Length >= MinPrefix && letters.StartsWith(name) && letters.Length < name.Length + MaxExtraInText)
                || (letters.Length >= MinPrefix && name.StartsWith(letters) && name.Length < letters.Length + MaxMissing))
                return true;
        }
        foreach (ReadOnlyMemory<char> one in _labels)
        {
            ReadOnlySpan<char> label = one.Span;
            if (letters.SequenceEqual(label) || WithoutArticle(letters).SequenceEqual(WithoutArticle(label))
                || (label.Length >= MinPrefix && letters.StartsWith(label) && letters.Length <= label.Length + MaxExtraInLabel))
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> letters) =>
        letters.Length > 6 && letters.StartsWith("the") ? letters[3..] : letters;

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int length = 0;
        foreach (char c in text)
        {
            if (length == buffer.Length)
                break;
            // The fast path for nearly all characters.
            if (char.IsAsciiLetter(c))
                buffer[length++] = (char)(c | 0x20);
            else if (char.IsLetterOrDigit(c))
                buffer[length++] = char.ToLowerInvariant(c);
        }
        return buffer[..length];
    }
}
