using Skiplink.Stories.Lexicon;

namespace Skiplink.Stories.Text;

/// <summary>A phrase of the lexicon in the text.</summary>
/// <param name="Length">How many tokens it has.</param>
/// <param name="Entry">What the list says of it.</param>
internal readonly record struct LexiconMatch(int Length, LexiconEntry Entry)
{
    public string Value => Entry.Value;

    public int Number => Entry.Number;
}

/// <summary>All that the lexicon knows of a text, found in one pass: for each token the phrases that begin there.</summary>
internal sealed class LexiconMatches
{
    private readonly ulong[] _classes;
    private readonly int[] _first;
    private readonly List<LexiconMatch> _matches = [];

    public LexiconMatches(StoryText text)
    {
        Span<Token> tokens = text.Tokens;
        LanguageLexicon language = text.Language;
        _classes = new ulong[tokens.Length];
        _first = new int[tokens.Length + 1];
        for (int i = 0; i < tokens.Length; i++)
        {
            _first[i] = _matches.Count;
            int node = 0;
            for (int end = i; end < tokens.Length && tokens[end].Word != 0 && (node = language.Step(node, tokens[end].Word)) != 0; end++)
            {
                foreach (LexiconEntry entry in language.EntriesAt(node))
                {
                    if (!IsWritten(tokens, i, end, entry.Case))
                        continue;
                    _matches.Add(new(end - i + 1, entry));
                    _classes[i] |= 1UL << (int)entry.Class;
                }
            }
        }
        _first[tokens.Length] = _matches.Count;
    }

    /// <summary>Whether a phrase of the class begins at the token.</summary>
    public bool Has(int token, WordClass wordClass) =>
        (uint)token < (uint)_classes.Length && (_classes[token] & (1UL << (int)wordClass)) != 0;

    /// <summary>The longest phrase of the class that begins at the token.</summary>
    public bool TryGet(int token, WordClass wordClass, out LexiconMatch match)
    {
        match = default;
        if (!Has(token, wordClass))
            return false;
        for (int i = _first[token + 1] - 1; i >= _first[token]; i--)
        {
            if (_matches[i].Entry.Class != wordClass)
                continue;
            match = _matches[i];
            return true;
        }
        return false;
    }

    /// <summary>All phrases of the class that begin at the token.</summary>
    public IEnumerable<LexiconMatch> All(int token, WordClass wordClass)
    {
        if (!Has(token, wordClass))
            yield break;
        for (int i = _first[token]; i < _first[token + 1]; i++)
        {
            if (_matches[i].Entry.Class == wordClass)
                yield return _matches[i];
        }
    }

    /// <summary>How many entries of the class begin at the token.</summary>
    public int CountOf(int token, WordClass wordClass)
    {
        int count = 0;
        if (!Has(token, wordClass))
            return count;
        for (int i = _first[token]; i < _first[token + 1]; i++)
            count += _matches[i].Entry.Class == wordClass ? 1 : 0;
        return count;
    }

    /// <summary>The longest phrase of the class that begins at the token, if it is one token long.</summary>
    public bool HasWord(int token, WordClass wordClass) => TryGet(token, wordClass, out LexiconMatch match) && match.Length == 1;

    private static bool IsWritten(Span<Token> tokens, int first, int last, LetterCase letterCase) => letterCase switch
    {
        LetterCase.Capital => tokens[first].IsCapital,
        LetterCase.AllCapitals =>
            tokens[first].IsAllCapitals || tokens[first].End - tokens[first].Start == 1
            || (first == last && tokens[first].IsCapital && tokens[first].IsAbbreviation),
        _ => true,
    };
}
