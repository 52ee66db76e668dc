using Skiplink.Stories.Text;

namespace Skiplink.Stories.Entities;

/// <summary>How the text writes its words where a capital is no rule: what tells a name at the start of a sentence from a word.</summary>
internal sealed class WordUse
{
    private readonly HashSet<string> _capital = new(StringComparer.Ordinal);
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly HashSet<string> _alone = new(StringComparer.Ordinal);
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _capitals;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _alones;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _smalls;
    private readonly StoryText _text;

    public WordUse(StoryText text)
    {
        _text = text;
        _alones = _alone.GetAlternateLookup<ReadOnlySpan<char>>();
        _capitals = _capital.GetAlternateLookup<ReadOnlySpan<char>>();
        _smalls = _small.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[64];
        for (int i = 0; i < text.Count; i++)
        {
            if (text[i].Kind != TokenKind.Word || text[i].End - text[i].Start > lower.Length)
                continue;
            if (text[i].IsCapital && !IsName(i - 1) && !IsName(i + 1))
                _alones.Add(lower[..text.CharactersOf(i).ToLowerInvariant(lower)]);
            if (!text[i].IsCapital)
                _smalls.Add(text.CharactersOf(i));
            else if (!text[i].IsSentenceStart)
                _capitals.Add(lower[..text.CharactersOf(i).ToLowerInvariant(lower)]);
            if (IsName(i) && !IsName(i - 1) && text.Language.IsInsidePreposition(text[i - 1].Word))
                _places.Add(text.Slice(i, EndOfName(i)));
        }
    }

    /// <summary>Whether the name stands somewhere behind a preposition that only places take: <c>in Fenholm</c>.</summary>
    public bool IsPlaceElsewhere(int first, int end) => _places.Contains(_text.Slice(first, end));

    private int EndOfName(int first)
    {
        int end = first + 1;
        while (IsName(end))
            end++;
        return end;
    }

    /// <summary>Whether the word stands with a capital inside a sentence somewhere.</summary>
    public bool IsCapitalElsewhere(int token) => Has(_capitals, token);

    /// <summary>Whether the word stands with a capital somewhere between words without.</summary>
    public bool IsAloneElsewhere(int token) => Has(_alones, token);

    private bool IsName(int token) =>
        (uint)token < (uint)_text.Count && _text[token].Kind == TokenKind.Word && _text[token].IsCapital && !_text[token].IsSentenceStart;

    /// <summary>Whether the word stands in small letters somewhere.</summary>
    public bool IsSmallElsewhere(int token) => Has(_smalls, token);

    private bool Has(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> set, int token)
    {
        Span<char> lower = stackalloc char[64];
        ReadOnlySpan<char> word = _text.CharactersOf(token);
        return word.Length <= lower.Length && set.Contains(lower[..word.ToLowerInvariant(lower)]);
    }
}
