using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Quotes;

/// <summary>
/// Tells quotations that are whole utterances from words that stand in quotation marks, and scare quotes and titles from both.
/// </summary>
internal sealed class UtteranceReader(StoryText text)
{
    /// <summary>Whether what stands between the marks is a sentence or a whole utterance.</summary>
    public bool IsUtterance(int quotation, Sentence sentence, bool continues, bool isBoundBefore)
    {
        Quotation q = text.Quotations[quotation];
        int first = q.Open + 1, last = q.Close - 1;
        if (last < first)
            return false;
        if (q.Continued || continues)
            return true;
        int words = Words(first, q.Close);
        int word = first;
        while (word < last && text[word].Mark is '[' or '(')
            word++;
        bool startsCapital = text[word].IsCapital || text[first].Kind is TokenKind.Number or TokenKind.OpenQuote || text[first].Is('…');
        bool endsInMark = text[last].Mark is ',' or '.' or '!' or '?' or '…' or '–' || text[last].IsAbbreviation
            || text[last].Kind == TokenKind.CloseQuote;
        int behind = q.Close + 1;
        bool isMarkBehind = text.IsMark(behind, ',') || text.IsMark(behind, '.') || text.IsMark(behind, '!') || text.IsMark(behind, '?')
            || behind >= sentence.End;
        int before = q.Open - 1;
        if (before < sentence.First || IsStart(before, sentence.First))
            return (endsInMark || isMarkBehind || text.Is(behind, WordClass.SpeechVerb))
                && !(IsTitle(first, q.Close) && words <= 6 && !endsInMark);
        if (text[before].Is(':'))
            return startsCapital || words >= 4;
        if (text[before].Kind is TokenKind.CloseQuote)
            return startsCapital && endsInMark;
        if (text[before].Is(','))
            return (startsCapital && (endsInMark || isMarkBehind)) || (isBoundBefore && (endsInMark || isMarkBehind));
        if (text.Is(before, WordClass.Complementizer))
            return false;
        return startsCapital && words >= 3 && endsInMark && text[first].Kind == TokenKind.Word && !IsTitle(first, q.Close)
            && text[last].Mark is not ',';
    }

    /// <summary>Scare quotes, nicknames, titles of works: words that nobody is told to have said.</summary>
    public bool IsScare(int quotation)
    {
        Quotation q = text.Quotations[quotation];
        int words = Words(q.Open + 1, q.Close);
        for (int back = 1; back <= 4 && q.Open - back >= 0; back++)
        {
            if (text.Matches.TryGet(q.Open - back, WordClass.Scare, out LexiconMatch scare) && scare.Length == back)
                return true;
        }
        bool isTitle = IsTitle(q.Open + 1, q.Close);
        if (text.Is(q.Open - 1, WordClass.Work) || text.Is(q.Open - 2, WordClass.Work) || text.Is(q.Close + 1, WordClass.Work))
            return isTitle || words <= 3;
        if (isTitle && words is >= 2 and <= 8)
            return true;
        // A name within a name: Jon "Speedy" Berg.
        return words <= 2 && q.Open > 0 && q.Close + 1 < text.Count && text[q.Open - 1].IsCapital && text[q.Close + 1].IsCapital
            && text[q.Open + 1].IsCapital && !text[q.Close + 1].IsSentenceStart;
    }

    private bool IsStart(int before, int first)
    {
        for (int i = before; i >= first; i--)
        {
            if (text[i].Kind != TokenKind.Punctuation && !text.Is(i, WordClass.Conjunction))
                return false;
        }
        return true;
    }

    private int Words(int first, int end)
    {
        int words = 0;
        for (int i = first; i < end; i++)
            words += text[i].Kind == TokenKind.Word ? 1 : 0;
        return words;
    }

    /// <summary>Whether all its words but small ones have capitals.</summary>
    private bool IsTitle(int first, int end)
    {
        int capitals = 0;
        for (int i = first; i < end; i++)
        {
            if (text[i].Kind != TokenKind.Word)
                continue;
            if (text[i].IsCapital)
                capitals++;
            else if (!text.Is(i, WordClass.Preposition) && !text.Is(i, WordClass.Determiner) && !text.Is(i, WordClass.Conjunction))
                return false;
        }
        return capitals > 0;
    }
}
