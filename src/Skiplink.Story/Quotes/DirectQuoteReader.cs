using Skiplink.Stories.Text;

namespace Skiplink.Stories.Quotes;

/// <summary>
/// Binds utterances in quotation marks to the words that tell who said them: behind the quotation, before it, or those of the quotation
/// that it goes on from. Pieces of one utterance,
/// interrupted or over paragraphs, become one quote.
/// </summary>
internal sealed class DirectQuoteReader(StoryText text, SubjectFinder subjects, ClauseReader clauses, UtteranceReader utterances,
    IReadOnlyList<Cue>[] cuesOf, PerToken<int> entityAt)
{
    /// <summary>A cue stands within so many tokens of the marks.</summary>
    private const int CueReach = 22;

    private readonly List<QuoteDraft> _quotes = [];
    private readonly HashSet<Cue> _used = [];
    private readonly HashSet<int> _bound = [];

    /// <summary>The cues that a direct quote has taken.</summary>
    public HashSet<Cue> Used => _used;

    /// <summary>The quotations that are part of a direct quote.</summary>
    public HashSet<int> Bound => _bound;

    public List<QuoteDraft> Read(Func<int, bool> isSkipped)
    {
        QuoteDraft? last = null;
        int lastSentence = -2, lastParagraph = -1;
        bool isContinuing = false;
        foreach (int q in TopLevel())
        {
            Quotation quotation = text.Quotations[q];
            int s = text[quotation.Open].Sentence;
            Sentence sentence = text.Sentences[s];
            bool continues = isContinuing;
            isContinuing = quotation.Continued;
            if (isSkipped(quotation.Open))
                continue;
            bool isBoundBefore = last is not null && lastSentence == s;
            if (!utterances.IsUtterance(q, sentence, continues, isBoundBefore) || quotation.Close <= quotation.Open + 1)
                continue;
            (Cue? cue, NounPhrase speaker, string rule, double confidence) = FindCue(quotation, sentence);
            (int First, int End) piece = (quotation.Open + 1, quotation.Close);
            bool isSameCue = cue is not null && last?.Cue is not null && ReferenceEquals(cue, last.Cue);
            bool isNew = !(continues && last is not null) && !isSameCue
                && !(cue is null && last is not null && GoesOn(last, lastSentence, lastParagraph, s, sentence, quotation));
            if (!isNew && last is not null)
            {
                last.Pieces.Add(piece);
                _bound.Add(q);
                if (last.Cue is null && cue is not null)
                    Attribute(last, cue, speaker, rule, confidence);
                (lastSentence, lastParagraph) = (s, sentence.Paragraph);
                continue;
            }
            QuoteDraft draft = new() { Kind = QuoteKind.Direct, Pieces = [piece], Rule = "unattributed", Confidence = 0.5 };
            if (cue is not null)
                Attribute(draft, cue, speaker, rule, confidence);
            else if (!IsSentenceAlone(quotation, sentence) && !text.IsMark(quotation.Open - 1, ':') && !quotation.Continued)
                continue;
            else if (FollowsColon(quotation, sentence, out NounPhrase subject))
                (draft.Speaker, draft.Rule, draft.Confidence) = (subject, "colon", 0.6);
            else if (last is not null && sentence.Paragraph - lastParagraph <= 1 && last.Speaker is { IsEmpty: false })
                (draft.Speaker, draft.Rule, draft.Confidence) = (last.Speaker, "speaker-of-last-quote", 0.6);
            _quotes.Add(draft);
            _bound.Add(q);
            (last, lastSentence, lastParagraph) = (draft, s, sentence.Paragraph);
        }
        return _quotes;
    }

    private void Attribute(QuoteDraft quote, Cue cue, NounPhrase speaker, string rule, double confidence)
    {
        quote.Cue = cue;
        quote.Speaker = speaker;
        quote.Rule = rule;
        quote.Confidence = confidence;
        _used.Add(cue);
        Sentence sentence = text.Sentences[text[cue.First].Sentence];
        (int first, int end) = Frame(cue, sentence);
        quote.Frame.Add((first, end));
        if (cue.Takes(CueFrame.Tell) || cue.Takes(CueFrame.Say))
        {
            NounPhrase addressee = clauses.Open(cue, cue.End, end).Addressee;
            if (!addressee.IsEmpty && !(addressee.First >= speaker.First && addressee.First < speaker.End))
                quote.Addressee = addressee;
        }
    }

    /// <summary>The words around the cue outside quotations.</summary>
    private (int First, int End) Frame(Cue cue, Sentence sentence)
    {
        int first = cue.First, end = cue.End;
        while (first > sentence.First && text.QuotationAt[first - 1] < 0)
            first--;
        while (end < sentence.End && text.QuotationAt[end] < 0)
            end++;
        return (first, end);
    }

    private IEnumerable<int> TopLevel()
    {
        for (int q = 0; q < text.Quotations.Count; q++)
        {
            if (text.Quotations[q].Outer < 0)
                yield return q;
        }
    }

    /// <summary>
    /// "A," he said. "B.": what follows in the same paragraph without a cue of its own, and an interrupted sentence's second part.
    /// </summary>
    private bool GoesOn(QuoteDraft last, int lastSentence, int lastParagraph, int sentenceNumber, Sentence sentence, Quotation quotation)
    {
        if (lastSentence == sentenceNumber)
            return true;
        return lastParagraph == sentence.Paragraph && lastSentence == sentenceNumber - 1 && quotation.Open <= sentence.First
            && last.Cue is not null && IsSentenceAlone(quotation, sentence);
    }

    private bool IsSentenceAlone(Quotation quotation, Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if ((i < quotation.Open || i > quotation.Close) && text[i].Kind == TokenKind.Word && text.QuotationAt[i] < 0)
                return false;
        }
        return true;
    }

    private bool FollowsColon(Quotation quotation, Sentence sentence, out NounPhrase subject)
    {
        subject = default;
        if (quotation.Open <= sentence.First || !text.IsMark(quotation.Open - 1, ':'))
            return false;
        subject = subjects.First(sentence.First, quotation.Open - 1);
        return !subject.IsEmpty;
    }

    private (Cue?, NounPhrase, string, double) FindCue(Quotation quotation, Sentence sentence)
    {
        IReadOnlyList<Cue> cues = cuesOf[text[quotation.Open].Sentence];
        bool prefersBehind = text[quotation.Close - 1].Mark is ',' or '?' or '!' or '–' or '…' || text.IsMark(quotation.Close + 1, ',')
            || quotation.Open <= sentence.First + 1;
        if (!prefersBehind && Before(quotation, sentence, cues) is { Cue: not null } before)
            return before;
        if (Behind(quotation, sentence, cues) is { Cue: not null } behind)
            return behind;
        return prefersBehind ? Before(quotation, sentence, cues) : default;
    }

    private (Cue? Cue, NounPhrase, string, double) Behind(Quotation quotation, Sentence sentence, IReadOnlyList<Cue> cues)
    {
        if (quotation.Continued)
            return default;
        int start = quotation.Close + 1;
        foreach (Cue cue in cues)
        {
            if (cue.First < start)
                continue;
            if (cue.First - start > CueReach || HasQuotationBetween(start, cue.First))
                return default;
            if (cue.Frame == CueFrame.Source)
                return cue.IsBehindSource ? (cue, subjects.Before(cue.First, start), "source-behind-quote", 0.9)
                    : (cue, subjects.Behind(cue.End, sentence.End), "source-behind-quote", 0.92);
            if (cue.Frame is CueFrame.Infinitive)
                continue;
            // "Any guilt?" The minister admitted that he did: the cue has a clause of its own, or introduces the next quotation.
            if (clauses.IsThat(cue.End) || text.IsMark(cue.End, ':'))
                return default;
            int first = start;
            while (first < cue.First && text[first].Kind is TokenKind.Punctuation or TokenKind.CloseQuote)
                first++;
            NounPhrase subject = cue.First > first ? subjects.Before(cue.First, first) : default;
            if (!subject.IsEmpty)
                return IsClauseStart(subject.First, first) ? (cue, subject, "cue-behind-quote", 0.95)
                    : (cue, subject, "cue-behind-quote", 0.8);
            if (cue.First <= first + 1)
            {
                subject = subjects.Behind(cue.End, sentence.End);
                return subject.IsEmpty ? default : (cue, subject, "subject-behind-cue", 0.93);
            }
            if (cue.Form != CueForm.Participle)
                return default;
        }
        return default;
    }

    /// <summary>Whether the subject is all that stands between quotation and cue, but for what may stand before a subject.</summary>
    private static bool IsClauseStart(int subject, int first) => subject - first <= 1;

    private (Cue? Cue, NounPhrase, string, double) Before(Quotation quotation, Sentence sentence, IReadOnlyList<Cue> cues)
    {
        for (int c = cues.Count - 1; c >= 0; c--)
        {
            Cue cue = cues[c];
            if (cue.First >= quotation.Open)
                continue;
            if (quotation.Open - cue.End > CueReach || HasQuotationBetween(cue.End, quotation.Open - 1))
                return default;
            if (cue.Frame == CueFrame.Source)
                return text.IsMark(quotation.Open - 1, ',') ? (cue, subjects.Behind(cue.End, quotation.Open), "source-before-quote", 0.9)
                    : default;
            NounPhrase subject = cue.Form == CueForm.Participle ? Governing(cue, cues, sentence)
                : subjects.Before(cue.First, sentence.First);
            if (subject.IsEmpty && cue.Form != CueForm.Participle)
                subject = subjects.Behind(cue.End, quotation.Open);
            return subject.IsEmpty ? default
                : (cue, subject, "cue-before-quote", cue.Frame is CueFrame.Infinitive or CueFrame.Call ? 0.7 : 0.93);
        }
        return default;
    }

    /// <summary>The subject of a participle is that of the verb of saying before it, or of the sentence.</summary>
    public NounPhrase Governing(Cue participle, IReadOnlyList<Cue> cues, Sentence sentence)
    {
        for (int c = cues.Count - 1; c >= 0; c--)
        {
            Cue cue = cues[c];
            if (cue.First >= participle.First || cue.Form == CueForm.Participle)
                continue;
            NounPhrase subject = cue.Frame == CueFrame.Source ? default : subjects.Before(cue.First, sentence.First);
            if (subject.IsEmpty && cue.Frame != CueFrame.Source)
                subject = subjects.Behind(cue.End, sentence.End);
            if (!subject.IsEmpty)
                return subject;
        }
        return subjects.First(sentence.First, participle.First);
    }

    private bool HasQuotationBetween(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text[i].Kind == TokenKind.OpenQuote && text.QuotationAt[i] >= 0 && text.Quotations[text.QuotationAt[i]].Close < end
                && entityAt[i] == 0 && text.Quotations[text.QuotationAt[i]].Close - i > 4)
                return true;
        }
        return false;
    }
}
