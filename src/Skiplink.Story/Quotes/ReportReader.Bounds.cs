using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Quotes;

/// <summary>Where what is told begins and must end.</summary>
internal sealed partial class ReportReader
{
    /// <summary>Where the content must end: before the clause of a later word of saying that is no part of it.</summary>
    private int Limit(IReadOnlyList<Cue> cues, int c, NounPhrase[] subjectOf, int end)
    {
        for (int i = cues[c].End; i < end; i++)
        {
            if (text[i].Is(';') && text.QuotationAt[i] < 0)
                return i;
        }
        for (int next = c + 1; next < cues.Count; next++)
        {
            Cue cue = cues[next];
            if (cue.Frame == CueFrame.Source || cue.Form == CueForm.Participle)
            {
                int front = cue.IsBehindSource ? subjectOf[next].First : cue.First;
                if (front > cues[c].End && (text[front - 1].Is(',') || cue.Frame == CueFrame.Source))
                    return front;
                continue;
            }
            // … and said that: a second verb of the same subject.
            if (text.Is(cue.First - 1, WordClass.Conjunction) && text[cue.First - 1].Kind == TokenKind.Word && cue.First - 1 > cues[c].End
                && cue.Frame is not (CueFrame.Call or CueFrame.Infinitive))
                return cue.First - 1;
            if (subjectOf[next].IsEmpty)
                continue;
            int start = Math.Min(subjectOf[next].First, cue.First);
            int before = start - 1;
            while (before > cues[c].End && text[before].Kind == TokenKind.Word
                && (text.Is(before, WordClass.Conjunction) || IsContrast(before) || text.Is(before, WordClass.Adverb)))
                before--;
            if (before > cues[c].End && (text[before].Is(',') || text[before].Kind == TokenKind.CloseQuote && text[before - 1].Is(',')))
                return before + (text[before].Kind == TokenKind.CloseQuote ? 1 : 0);
        }
        return end;
    }

    private int FrameStart(Sentence sentence, NounPhrase subject, Cue cue)
    {
        int first = Math.Min(subject.First, cue.First);
        // What opens the sentence before its subject and its comma dates the saying: On Tuesday, Ruiz said.
        int start = HardStart(sentence.First, first);
        return first > start && text[first - 1].Is(',') && NextComma(start, first) == first - 1 ? start : first;
    }

    /// <summary>Behind the last semicolon or colon before a token.</summary>
    private int HardStart(int first, int before)
    {
        for (int i = before - 1; i > first; i--)
        {
            if (text[i].Mark is ';' or ':' && text.QuotationAt[i] < 0
                && !(i > first && text[i - 1].Kind == TokenKind.Number && text[i].Is(':')))
                return i + 1;
        }
        return first;
    }

    private int NextComma(int at, int limit)
    {
        for (int i = at; i < limit; i++)
        {
            if (text[i].Is(',') && text.QuotationAt[i] < 0)
                return i;
        }
        return -1;
    }

    private bool IsOnlyMarks(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text[i].Kind == TokenKind.Word && !text.Is(i, WordClass.Conjunction) && !text.Is(i, WordClass.Adverb))
                return false;
        }
        return true;
    }

    private bool HasComma(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text[i].Is(',') && text.QuotationAt[i] < 0)
                return true;
        }
        return false;
    }

    private bool IsBoundQuotation(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text.QuotationAt[i] is >= 0 and int q && direct.Bound.Contains(q))
                return true;
        }
        return false;
    }
}
