using Skiplink.Stories.Lexicon;

namespace Skiplink.Stories.Text;

/// <summary>
/// Cuts tokens into sentences. A quotation is never cut; its end is the sentence's when it ends one of its own and nobody is told to have
/// said it there.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>How far behind a quotation its cue may stand.</summary>
    private const int CueReach = 12;

    /// <summary>No sentence has more tokens: what is longer is cut, so that looking through a sentence takes bounded time.</summary>
    private const int MaxTokens = 600;

    public static List<Sentence> Split(StoryText text)
    {
        Span<Token> tokens = text.Tokens;
        List<Sentence> sentences = [];
        int first = 0, paragraph = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (i == first && tokens[i].Kind != TokenKind.LineEnd)
                MarkStart(tokens, i);
            tokens[i].Sentence = sentences.Count;
            bool isLineEnd = tokens[i].Kind == TokenKind.LineEnd;
            if (!isLineEnd && i - first < MaxTokens && !Ends(text, i))
                continue;
            if (i + 1 > first && !(isLineEnd && i == first))
                sentences.Add(new(first, isLineEnd ? i : i + 1, paragraph));
            first = i + 1;
            paragraph += isLineEnd ? 1 : 0;
        }
        if (first < tokens.Length)
            sentences.Add(new(first, tokens.Length, paragraph));
        return sentences;
    }

    /// <summary>The first word of a sentence, also within a quotation, is written with a capital whatever it is.</summary>
    private static void MarkStart(Span<Token> tokens, int i)
    {
        while (i < tokens.Length && tokens[i].Kind is TokenKind.OpenQuote or TokenKind.Punctuation && tokens[i].Kind != TokenKind.LineEnd)
            i++;
        if (i < tokens.Length)
            tokens[i].Shape |= TokenShape.SentenceStart;
    }

    private static bool Ends(StoryText text, int i)
    {
        Span<Token> tokens = text.Tokens;
        if (i + 1 >= tokens.Length)
            return true;
        bool isInQuotation = IsInside(text, i);
        if (tokens[i].Kind == TokenKind.CloseQuote && !isInQuotation)
            return EndsAfterQuotation(text, i);
        bool isStop = tokens[i].Mark is '.' or '!' or '?' || (tokens[i].Mark == '…' && IsCapitalAhead(tokens, i + 1));
        if (tokens[i].IsAbbreviation && !isStop)
            isStop = EndsAfterAbbreviation(text, i);
        // 24. April
        if (tokens[i].Mark == '.' && i > 0 && tokens[i - 1].Kind == TokenKind.Number && tokens[i - 1].Value is >= 0 and <= 31
            && text.Language.HasPointedOrdinals && !tokens[i].HasSpaceBefore)
            isStop = tokens[i + 1].Kind == TokenKind.LineEnd
                || (tokens[i + 1].IsCapital && text.Is(i + 1, WordClass.Opener) && !text.Is(i + 1, WordClass.Month));
        if (!isStop)
            return false;
        if (isInQuotation)
        {
            MarkStart(tokens, i + 1);
            return false;
        }
        // A closing bracket or mark still belongs to the sentence.
        if (tokens[i + 1].Mark is ')' or ']' || (tokens[i + 1].Kind == TokenKind.CloseQuote && !tokens[i + 1].HasSpaceBefore))
            return false;
        return tokens[i + 1].HasSpaceBefore || tokens[i + 1].Kind is TokenKind.OpenQuote or TokenKind.LineEnd || tokens[i + 1].IsCapital;
    }

    /// <summary>Whether the token is between the marks of a quotation of double marks, and not its closing mark.</summary>
    private static bool IsInside(StoryText text, int i)
    {
        int q = text.QuotationAt[i];
        while (q >= 0 && text.Quotations[q].Close == i)
            q = text.Quotations[q].Outer;
        return q >= 0;
    }

    private static bool EndsAfterQuotation(StoryText text, int i)
    {
        Span<Token> tokens = text.Tokens;
        char last = tokens[i - 1].Mark;
        if (tokens[i + 1].Kind == TokenKind.LineEnd)
            return true;
        if (tokens[i + 1].Mark is '.' or ',' or ';' or ':' or ')' or '–' or '-')
            return false;
        if (last is not ('.' or '!' or '?' or '…') && !tokens[i - 1].IsAbbreviation)
            return false;
        if (!(tokens[i + 1].IsCapital || tokens[i + 1].Kind is TokenKind.OpenQuote or TokenKind.Number))
            return false;
        // "Who will pay?" Orlov asked. The sentence goes on, unless the quotation closed with a full stop.
        return last is '.' || !HasCueAhead(text, i + 1);
    }

    private static bool HasCueAhead(StoryText text, int i)
    {
        for (int end = Math.Min(text.Count, i + CueReach); i < end; i++)
        {
            ref readonly Token token = ref text[i];
            if (text.Is(i, WordClass.SpeechVerb))
                return true;
            if (token.Kind != TokenKind.Word || token.Is(',') || !(token.IsCapital || token.Word != 0 || i > 0))
                return false;
        }
        return false;
    }

    /// <summary>
    /// An abbreviation ends the sentence when a word that often opens one follows with a capital, and the abbreviation is none that stands
    /// before names.
    /// </summary>
    private static bool EndsAfterAbbreviation(StoryText text, int i)
    {
        Span<Token> tokens = text.Tokens;
        if (tokens[i + 1].Kind is TokenKind.LineEnd)
            return true;
        if (text.Is(i, WordClass.Title) || text.Is(i, WordClass.Month) || tokens[i].End - tokens[i].Start == 2)
            return false;
        return tokens[i + 1].Kind == TokenKind.OpenQuote
            || (tokens[i + 1].IsCapital
            && (text.Is(i + 1, WordClass.Determiner) || text.Is(i + 1, WordClass.Pronoun) || text.Is(i + 1, WordClass.Preposition)
            || text.Is(i + 1, WordClass.Conjunction) || text.Is(i + 1, WordClass.Subordinator)));
    }

    private static bool IsCapitalAhead(Span<Token> tokens, int i) => tokens[i].IsCapital || tokens[i].Kind is TokenKind.LineEnd;
}
