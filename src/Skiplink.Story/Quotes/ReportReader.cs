using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Quotes;

/// <summary>
/// Reads what is told in the writer's words: the clause behind a word of saying (<c>said that …</c>), the one before it (<c>…, he said</c>)
/// or around it, and that of a source
/// (<c>according to</c>). With words in quotation marks in it, it is mixed.
/// </summary>
internal sealed partial class ReportReader(StoryText text, SubjectFinder subjects, ClauseReader clauses, UtteranceReader utterances,
    DirectQuoteReader direct, PerToken<int> entityAt, PerToken<bool> isTime)
{
    private const int MinTokens = 2;

    /// <summary>The reports of a sentence, in the order of their cues.</summary>
    public List<QuoteDraft> Read(Sentence sentence, IReadOnlyList<Cue> cues)
    {
        List<QuoteDraft> reports = [];
        int end = sentence.End;
        while (end > sentence.First && text[end - 1].Kind == TokenKind.Punctuation && text[end - 1].Mark is '.' or '!' or '?')
            end--;
        NounPhrase[] subjectOf = new NounPhrase[cues.Count];
        bool[] isInverted = new bool[cues.Count];
        for (int c = 0; c < cues.Count; c++)
        {
            subjectOf[c] = Subject(cues, c, sentence, end, out isInverted[c]);
            // … said A and warned that B: the same subject.
            if (c > 0 && cues[c].First > 0 && text.Is(cues[c].First - 1, WordClass.Conjunction)
                && text[cues[c].First - 1].Kind == TokenKind.Word && !subjectOf[c - 1].IsEmpty && cues[c - 1].Frame != CueFrame.Source)
                subjectOf[c] = subjectOf[c - 1];
        }
        for (int c = 0; c < cues.Count; c++)
        {
            if (direct.Used.Contains(cues[c]) || subjectOf[c].IsEmpty || !CanBeSpeaker(cues[c], subjectOf[c]))
                continue;
            if (Report(cues, c, subjectOf, isInverted[c], sentence, end) is { } report)
                Add(reports, report);
        }
        return reports;
    }

    /// <summary>A report and what is joined to it by <c>and that</c>: each clause is a report of its own.</summary>
    private void Add(List<QuoteDraft> reports, QuoteDraft report)
    {
        if (report.Pieces.Count == 1 && report.Rule is "clause-with-that" or "clause-behind-cue")
        {
            (int first, int end) = report.Pieces[0];
            int start = first, known = reports.Count;
            for (int i = first + MinTokens; i < end - MinTokens; i++)
            {
                if (!text.Is(i, WordClass.Conjunction) || text[i].Kind != TokenKind.Word || !clauses.IsThat(i + 1)
                    || text.QuotationAt[i] >= 0)
                    continue;
                reports.Add(
                    Draft(report.Cue!, report.Speaker, [(start, clauses.TrimEnd(start, i))], report.Frame[0], report.Addressee,
                    report.Rule, report.Confidence));
                start = i + 2;
            }
            // Two reports when one has words in marks and the other none; else one with two clauses.
            if (start > first && HasMarks(start, end) == HasMarks(first, start))
                reports.RemoveRange(known, reports.Count - known);
            else if (start > first)
            {
                reports.Add(
                    Draft(report.Cue!, report.Speaker, [(start, end)], report.Frame[0], report.Addressee, "and-that",
                    report.Confidence * 0.95));
                return;
            }
        }
        reports.Add(report);
    }

    /// <summary>
    /// Whether a noun phrase can be the speaker of a report; an adverb before a participle (<c>poorly maintained</c>) cannot. Verb forms
    /// that are nouns too (<c>claims</c>) need a speaker that can speak or has an article.
    /// </summary>
    private bool CanBeSpeaker(Cue cue, NounPhrase subject)
    {
        if (subject.End - subject.First == 1 && text.Language.IsAdverb(text.CharactersOf(subject.First)) && !text[subject.First].IsCapital)
            return false;
        if (subjects.IsQuantityOfThings(subject))
            return false;
        return cue.Form != CueForm.Present || cue.Takes(CueFrame.Say) || cue.Frame == CueFrame.Source
            || text.Is(subject.First, WordClass.Determiner) || subjects.IsSpeaker(subject);
    }

    private bool HasMarks(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text[i].Kind == TokenKind.OpenQuote && text.QuotationAt[i] >= 0 && !utterances.IsScare(text.QuotationAt[i]))
                return true;
        }
        return false;
    }

    private NounPhrase Subject(IReadOnlyList<Cue> cues, int c, Sentence sentence, int end, out bool isInverted)
    {
        Cue cue = cues[c];
        isInverted = false;
        int start = HardStart(sentence.First, cue.First);
        if (cue.Frame == CueFrame.Source)
            return cue.IsBehindSource ? subjects.Before(cue.First, start) : Source(cue, end);
        if (cue.Form == CueForm.Participle)
            return direct.Governing(cue, cues, sentence);
        bool isBehindMark = cue.First > sentence.First && (text[cue.First - 1].Is(',') || text[cue.First - 1].Kind == TokenKind.CloseQuote);
        if (isBehindMark && text.Language.IsInversionSafe | !text.Is(cue.First, WordClass.Auxiliary))
        {
            NounPhrase behind = subjects.Behind(cue.End, end);
            if (!behind.IsEmpty && cue.Frame is CueFrame.Say or CueFrame.That && IsInverted(behind, end))
            {
                isInverted = true;
                return behind;
            }
        }
        NounPhrase before = subjects.Before(cue.First, start);
        // Am Montag sagte Berg; in einem Brief schreibt sie.
        if (text.Language.IsVerbSecond && (before.IsEmpty || (text.Is(start, WordClass.Preposition) && before.First > start)))
        {
            NounPhrase behind = subjects.Behind(cue.End, end);
            return behind.IsEmpty ? before : behind;
        }
        return before;
    }

    /// <summary>
    /// Whether a phrase behind the cue is its subject, and not the start of the clause that it takes: a speaker, and no verb behind.
    /// </summary>
    private bool IsInverted(NounPhrase behind, int end)
    {
        int at = behind.End;
        bool ends = at >= end || text[at].Mark is ',' or '.' or ';' or '–' || isTime[at] || text.Is(at, WordClass.RelativePronoun)
            || text.Is(at, WordClass.Preposition);
        if (!ends)
            return false;
        int comma = NextComma(at, end);
        if (clauses.HasVerb(at, comma < 0 ? end : comma) && !text.Is(at, WordClass.RelativePronoun)
            && !(at < end && text.Is(at, WordClass.Subordinator)) && !(at < end && text[at].Is(',')))
            return false;
        return subjects.IsSpeaker(behind);
    }

    /// <summary>The source behind <c>according to</c>: up to a comma, with the role that is its apposition left out.</summary>
    private NounPhrase Source(Cue cue, int end) => subjects.Behind(cue.End, end);

    private QuoteDraft? Report(IReadOnlyList<Cue> cues, int c, NounPhrase[] subjectOf, bool isInverted, Sentence sentence, int end)
    {
        Cue cue = cues[c];
        NounPhrase subject = subjectOf[c];
        int limit = Limit(cues, c, subjectOf, end);
        if (cue.Frame == CueFrame.Source)
            return FromSource(cue, subject, sentence, limit, end);
        bool takesClause = cue.Takes(CueFrame.Say) || cue.Takes(CueFrame.That) || cue.Takes(CueFrame.Tell) || cue.Takes(CueFrame.Ask);
        if (takesClause && !isInverted)
        {
            ClauseReader.Opening opening = clauses.Open(cue, Math.Max(cue.End, subject.End), limit);
            int contentEnd = clauses.TrimEnd(opening.Start, limit);
            bool isLong = contentEnd - opening.Start >= MinTokens;
            if (opening.HasComplementizer && isLong && (cue.Frame != CueFrame.Ask || clauses.HasVerb(opening.Start, contentEnd)))
                return Draft(cue, subject, [(opening.Start, contentEnd)], (FrameStart(sentence, subject, cue), opening.Start),
                    opening.Addressee, "clause-with-that", 0.92);
            if (cue.Form != CueForm.Participle && Backward(cue, subject, sentence, limit, end, isInverted) is { } before
                && !(isLong && IsBareClause(cue, opening, contentEnd) && !IsEnclosed(cue, subject)))
                return before;
            if (isLong && IsBareClause(cue, opening, contentEnd))
                return Draft(cue, subject, [(opening.Start, contentEnd)], (FrameStart(sentence, subject, cue), opening.Start),
                    opening.Addressee, "clause-behind-cue", cue.Takes(CueFrame.Say) ? 0.85 : 0.7);
        }
        if (takesClause && isInverted && Backward(cue, subject, sentence, limit, end, isInverted) is { } inverted)
            return inverted;
        return Characterised(cue, subject, sentence, limit);
    }

    /// <summary>
    /// Whether a clause follows without <c>that</c>. Verbs that like to have one need a pronoun or an article behind them.
    /// </summary>
    private bool IsBareClause(Cue cue, ClauseReader.Opening opening, int end)
    {
        if (!clauses.StartsClause(opening.Start) || !clauses.HasVerb(opening.Start, end) || clauses.StartsWithVerb(opening.Start))
            return false;
        bool isBehindComma = text.Language.HasCommaBeforeClause && text.IsMark(opening.Start - 1, ',');
        if (cue.Takes(CueFrame.Tell) && !cue.Takes(CueFrame.Say) && !isBehindComma)
            return !opening.Addressee.IsEmpty;
        if (cue.Takes(CueFrame.Say))
            return text[opening.Start].Kind != TokenKind.OpenQuote || opening.Start > cue.End
                || !direct.Bound.Contains(text.QuotationAt[opening.Start]);
        if (!cue.Takes(CueFrame.That))
            return false;
        if (isBehindComma)
            return true;
        int at = opening.Start;
        return text.Matches.TryGet(at, WordClass.Pronoun, out LexiconMatch pronoun)
            && !pronoun.Value.Contains(' ', StringComparison.Ordinal) && at + 1 < end && (clauses.HasVerb(at + 1, Math.Min(end, at + 4)));
    }

    /// <summary>Whether the cue with its subject stands between commas, or ends the sentence behind one.</summary>
    private bool IsEnclosed(Cue cue, NounPhrase subject) =>
        subject.First > 0 && (text[subject.First - 1].Is(',') || text[subject.First - 1].Kind == TokenKind.CloseQuote)
        && (text.IsMark(cue.End, ',') || text.IsMark(cue.End, '.') || cue.End >= text.Count || text[cue.End].Kind == TokenKind.LineEnd);

    /// <summary>
    /// The clause before: <c>exports fell, the ministry said</c>; and what goes on behind: <c>exports, the ministry said, fell</c>.
    /// </summary>
    private QuoteDraft? Backward(Cue cue, NounPhrase subject, Sentence sentence, int limit, int end, bool isInverted)
    {
        int front = isInverted ? cue.First : subject.First;
        int comma = front - 1;
        // Wie die Polizei mitteilte: a word for as before who says it.
        if (comma > sentence.First && text.Language.AsWord != 0 && text.IsWord(comma, text.Language.AsWord))
            comma--;
        if (comma <= sentence.First || !(text[comma].Is(',') || text[comma].Kind == TokenKind.CloseQuote || text[comma].Is('–')))
            return null;
        int behind = isInverted ? subject.End : cue.End;
        // An apposition or relative clause of the speaker, times and places: all up to the next comma belongs to the cue.
        NounPhrase addressee = cue.Takes(CueFrame.Tell) ? clauses.Open(cue, isInverted ? subject.End : cue.End, limit).Addressee : default;
        if (!addressee.IsEmpty)
            behind = Math.Max(behind, addressee.End);
        int after = clauses.SkipModifiers(behind, limit);
        bool endsThere = after >= limit || text[after].Mark is ',' or ';' or '–' or '.'
            || (text.Is(after, WordClass.RelativePronoun) && isInverted) || text.Is(after, WordClass.Subordinator)
            || text.Is(after, WordClass.Preposition) || text.Is(after, WordClass.Conjunction) || text.Is(after, WordClass.SpeechVerb);
        if (!endsThere)
            return null;
        int start = HardStart(sentence.First, comma);
        while (start < comma && text[start].Kind == TokenKind.Word && text.Is(start, WordClass.Conjunction) && text[start].IsSentenceStart)
            start++;
        int contentEnd = clauses.TrimEnd(start, comma + (text[comma].Kind == TokenKind.CloseQuote ? 1 : 0));
        if (contentEnd - start < MinTokens || !clauses.HasVerb(start, contentEnd) || IsBoundQuotation(start, contentEnd))
            return null;
        bool isAdverbial = (text.Is(start, WordClass.Subordinator) || text.Is(start, WordClass.Preposition)) && entityAt[start] == 0
            && !HasComma(start, contentEnd) && !text.Is(start, WordClass.Pronoun) && !text.Is(start, WordClass.Determiner);
        List<(int, int)> pieces = [(start, contentEnd)];
        (int, int) frame = (front, after);
        // Only a cue between two commas interrupts; with a time or place behind it it ends what was said.
        if (after < limit && after == behind && text[after].Is(',') && !IsNewClause(after + 1, limit) && !isInverted)
        {
            int pieceEnd = clauses.TrimEnd(after + 1, limit);
            if (pieceEnd - after - 1 >= MinTokens && !IsBoundQuotation(after + 1, pieceEnd))
                pieces.Add((after + 1, pieceEnd));
        }
        if (isAdverbial && (pieces.Count == 1 || cue.Takes(CueFrame.Tell)))
            return null;
        return Draft(cue, subject, pieces, frame, addressee, pieces.Count > 1 ? "cue-in-clause" : "clause-before-cue", pieces.Count > 1
            ? 0.8 : 0.88);
    }

    /// <summary>
    /// What follows a cue and begins something else: a relative clause of the speaker, a participle of saying, while and and.
    /// </summary>
    private bool IsNewClause(int at, int limit) =>
        at >= limit || text.Is(at, WordClass.RelativePronoun) || (text.Is(at, WordClass.SpeechVerb) && !text[at].IsCapital)
            || (text.Is(at, WordClass.Subordinator) && !text.Is(at, WordClass.Preposition) && !text.Is(at, WordClass.RelativePronoun))
            && text[at].Kind == TokenKind.Word && IsContrast(at)
        || (text.Is(at, WordClass.Determiner) && entityAt[at] == 0 && !clauses.HasVerb(at, limit));

    private bool IsContrast(int at) => text.Language.IsContrast(text[at].Word);

    private QuoteDraft? FromSource(Cue cue, NounPhrase source, Sentence sentence, int limit, int end)
    {
        int first = cue.IsBehindSource ? source.First : cue.First, behind = cue.IsBehindSource ? cue.End : source.End;
        if (text.Is(behind, WordClass.SpeechVerb))
            return null;
        // The source's apposition, times and places belong to it.
        int after = behind;
        int comma = NextComma(after, limit);
        int start = HardStart(sentence.First, first);
        // Dem Analysten Berg vom Bankhaus Ost zufolge: all before it is the source.
        if (cue.IsBehindSource && !HasComma(start, first) && !clauses.HasVerb(start, first))
            first = start;
        bool isFirst = IsOnlyMarks(start, first);
        if (isFirst)
        {
            // According to X, a Y, the clause: the last comma before a clause with a verb.
            bool isVerbNext = text.Language.HasVerbBehindSource && !text.IsMark(after, ',');
            int open = isVerbNext ? after : comma < 0 ? -1 : comma + 1;
            if (!isVerbNext && comma >= 0 && NextComma(comma + 1, limit) is >= 0 and int second && !clauses.HasVerb(comma + 1, second)
                && second - comma < 14)
                open = second + 1;
            if (open < 0 || open >= limit)
                return null;
            int contentEnd = clauses.TrimEnd(open, limit);
            return contentEnd - open < MinTokens || !clauses.HasVerb(open, contentEnd) ? null
                : Draft(cue, source, [(open, contentEnd)], (first, open), default, "source-before-clause", 0.92);
        }
        int pieceEnd = clauses.TrimEnd(start, first);
        if (text.Is(first - 1, WordClass.Conjunction) && pieceEnd == first)
            pieceEnd--;
        if (pieceEnd - start < MinTokens || !clauses.HasVerb(start, pieceEnd) || IsBoundQuotation(start, pieceEnd))
            return null;
        List<(int, int)> pieces = [(start, pieceEnd)];
        if (comma >= 0 && text[first - 1].Is(',') && !IsNewClause(comma + 1, limit))
        {
            int open = comma + 1, lastEnd = clauses.TrimEnd(open, limit);
            if (lastEnd - open > MinTokens)
                pieces.Add((open, lastEnd));
        }
        return Draft(cue, source, pieces, (first, Math.Max(behind, comma < 0 ? behind : comma)), default, "source-behind-clause", 0.9);
    }

    /// <summary>Words in quotation marks behind a verb that gives a name or takes an infinitive: <c>called the trip "useful"</c>.</summary>
    private QuoteDraft? Characterised(Cue cue, NounPhrase subject, Sentence sentence, int limit)
    {
        int quotation = -1;
        for (int i = cue.End; i < limit; i++)
        {
            if (text[i].Mark is ';' or ':' && text.QuotationAt[i] < 0)
                break;
            if (text[i].Kind == TokenKind.OpenQuote && text.QuotationAt[i] >= 0)
            {
                quotation = text.QuotationAt[i];
                break;
            }
        }
        if (quotation < 0 || direct.Bound.Contains(quotation) || utterances.IsScare(quotation))
            return null;
        Quotation q = text.Quotations[quotation];
        // The object must stand between the cue and the marks, with no other verb's clause.
        for (int i = cue.End; i < q.Open; i++)
        {
            if (text[i].Is(',') || (text.Is(i, WordClass.RelativePronoun) && !text.Is(i, WordClass.Determiner))
                || (text.Is(i, WordClass.SpeechVerb) && text.QuotationAt[i] < 0 && !text.Is(i, WordClass.Role)))
                return null;
        }
        int start = clauses.SkipModifiers(cue.End, q.Open) is var skipped && isTime[Math.Min(cue.End, text.Count - 1)]
            && !text.IsWord(skipped, text.Language.Possessive) ? skipped : cue.End;
        if (clauses.IsThat(start))
            start++;
        int end = q.Close + 1;
        if (!(text[q.Close - 1].Mark is ',' or '.'))
        {
            while (end < limit && !(text[end].Mark is ',' or ';' or '–' && text.QuotationAt[end] < 0)
                && !text.Is(end, WordClass.Conjunction))
                end++;
        }
        end = clauses.TrimEnd(start, end);
        return Draft(cue, subject, [(start, end)], (FrameStart(sentence, subject, cue), start), default, "words-in-marks", 0.8);
    }

    private QuoteDraft Draft(Cue cue, NounPhrase speaker, List<(int, int)> pieces, (int, int) frame, NounPhrase addressee, string rule,
        double confidence)
    {
        bool isMixed = false;
        for (int p = 0; p < pieces.Count; p++)
        {
            while (pieces[p].Item1 < pieces[p].Item2 - 1 && text[pieces[p].Item1].Is(','))
                pieces[p] = (pieces[p].Item1 + 1, pieces[p].Item2);
        }
        foreach ((int first, int end) in pieces)
        {
            for (int i = first; i < end; i++)
                isMixed |= text[i].Kind == TokenKind.OpenQuote && text.QuotationAt[i] >= 0 && !utterances.IsScare(text.QuotationAt[i]);
        }
        return new()
        {
            Kind = isMixed ? QuoteKind.Mixed : QuoteKind.Indirect,
            Pieces = pieces,
            Rule = rule,
            Confidence = confidence,
            Speaker = speaker,
            Addressee = addressee,
            Cue = cue,
            Frame = [frame],
        };
    }
}
