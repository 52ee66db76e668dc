namespace Skiplink.Stories.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,
    OpenQuote,
    CloseQuote,

    /// <summary>The end of a line, which ends a paragraph.</summary>
    LineEnd,
}

/// <summary>How a word is written.</summary>
[Flags]
internal enum TokenShape : byte
{
    None = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>It has two letters at least, all of them capitals.</summary>
    AllCapitals = 2,

    /// <summary>White space or the start of the text stands before it.</summary>
    SpaceBefore = 4,

    /// <summary>Its last character is the point of an abbreviation.</summary>
    Abbreviation = 8,

    /// <summary>It opens a sentence, so that its capital says nothing.</summary>
    SentenceStart = 16,
}

/// <summary>
/// A word, number or mark of the text. Hyphens, clitics (<c>'s</c>) and the letters after a number's digits (<c>27</c> <c>th</c>) are
/// tokens of their own.
/// </summary>
internal struct Token
{
    /// <summary>Where it starts in the text, in UTF-16 code units.</summary>
    public int Start;

    /// <summary>Where it ends.</summary>
    public int End;

    public TokenKind Kind;
    public TokenShape Shape;

    /// <summary>
    /// The mark itself, quotation marks brought to <c>"</c> and <c>'</c>, dashes to <c>–</c> (all that part a sentence) and <c>-</c>; NUL
    /// for words and numbers.
    /// </summary>
    public char Mark;

    /// <summary>The word's number in the lexicon; 0 when it is not there.</summary>
    public int Word;

    /// <summary>The value of a whole number below a billion; -1 for the rest.</summary>
    public int Value;

    /// <summary>The sentence that it is part of.</summary>
    public int Sentence;

    public readonly bool IsCapital => (Shape & TokenShape.Capital) != 0;

    public readonly bool IsAllCapitals => (Shape & TokenShape.AllCapitals) != 0;

    public readonly bool HasSpaceBefore => (Shape & TokenShape.SpaceBefore) != 0;

    public readonly bool IsAbbreviation => (Shape & TokenShape.Abbreviation) != 0;

    public readonly bool IsSentenceStart => (Shape & TokenShape.SentenceStart) != 0;

    public readonly bool Is(char mark) => Mark == mark;
}

/// <summary>A sentence, in tokens: the end is the first that is no longer part of it. Quotations are never cut.</summary>
internal readonly record struct Sentence(int First, int End, int Paragraph);
