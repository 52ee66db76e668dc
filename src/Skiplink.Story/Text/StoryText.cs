using System.Runtime.InteropServices;
using Skiplink.Stories.Lexicon;

namespace Skiplink.Stories.Text;

/// <summary>A text with its tokens, quotations, sentences and all that the lexicon knows of it: what every later step reads.</summary>
internal sealed class StoryText
{
    private readonly List<Token> _tokens;
    private readonly Token _before;
    private readonly Token _behind;

    public StoryText(string text, LanguageLexicon language)
    {
        Text = text;
        Language = language;
        _tokens = StoryTokenizer.Read(text, language);
        Quotations = QuotationMarks.Pair(text, _tokens);
        _before = new() { Kind = TokenKind.LineEnd, Value = -1 };
        _behind = new() { Kind = TokenKind.LineEnd, Value = -1, Start = text.Length, End = text.Length };
        QuotationAt = new(_tokens.Count, -1);
        for (int q = 0; q < Quotations.Count; q++)
        {
            // Inner ones come later, and stand over the outer.
            for (int i = Quotations[q].Open; i <= Math.Min(Quotations[q].Close, _tokens.Count - 1); i++)
                QuotationAt[i] = q;
        }
        Matches = new(this);
        Sentences = SentenceSplitter.Split(this);
    }

    public string Text { get; }

    public LanguageLexicon Language { get; }

    public Span<Token> Tokens => CollectionsMarshal.AsSpan(_tokens);

    public int Count => _tokens.Count;

    public List<Quotation> Quotations { get; }

    /// <summary>For each token the innermost quotation that it is part of, marks included; -1 for none.</summary>
    public PerToken<int> QuotationAt { get; }

    public LexiconMatches Matches { get; }

    public List<Sentence> Sentences { get; }

    /// <summary>Lets a sentence begin behind its dateline.</summary>
    public void StartSentenceAt(int token)
    {
        int sentence = this[token].Sentence;
        if (token < Count && sentence < Sentences.Count && Sentences[sentence].First < token && token < Sentences[sentence].End)
        {
            Sentences[sentence] = Sentences[sentence] with { First = token };
            Tokens[token].Shape |= TokenShape.SentenceStart;
        }
    }

    /// <summary>The line that a token is in.</summary>
    public int LineOf(int token) => Sentences.Count == 0 ? 0 : Sentences[Math.Min(this[token].Sentence, Sentences.Count - 1)].Paragraph;

    /// <summary>
    /// A token. Before the first and behind the last of the text stands the end of a line, so that rules may look one token too far.
    /// </summary>
    public ref readonly Token this[int token]
    {
        get
        {
            Span<Token> tokens = Tokens;
            if ((uint)token < (uint)tokens.Length)
                return ref tokens[token];
            return ref token < 0 ? ref _before : ref _behind;
        }
    }

    /// <summary>The characters of the tokens from the first up to the end, which is no part of it.</summary>
    public TextSpan Span(int first, int end) =>
        end <= first ? new(this[first].Start, this[first].Start) : new(this[first].Start, this[end - 1].End);

    /// <summary>The text of the tokens.</summary>
    public string Slice(int first, int end) => Span(first, end).Of(Text);

    /// <summary>The piece of text that the tokens are.</summary>
    public TextPart Part(int first, int end)
    {
        TextSpan span = Span(first, end);
        return new(span.Of(Text), span);
    }

    public ReadOnlySpan<char> CharactersOf(int token) => Text.AsSpan(this[token].Start, this[token].End - this[token].Start);

    /// <summary>Whether the token is of a word class, alone or as the first of a longer phrase.</summary>
    public bool Is(int token, WordClass wordClass) => (uint)token < (uint)_tokens.Count && Matches.Has(token, wordClass);

    /// <summary>Whether the token stands there and is the mark.</summary>
    public bool IsMark(int token, char mark) => (uint)token < (uint)_tokens.Count && _tokens[token].Mark == mark;

    /// <summary>Whether the token is the word, by its number in the lexicon.</summary>
    public bool IsWord(int token, int word) => (uint)token < (uint)_tokens.Count && word != 0 && _tokens[token].Word == word;
}
