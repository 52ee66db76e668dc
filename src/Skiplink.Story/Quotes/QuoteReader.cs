using Skiplink.Stories.Entities;
using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;

namespace Skiplink.Stories.Quotes;

/// <summary>Reads all that is told to have been said, and makes quotes of it: who, to whom, when, and which stands within which.</summary>
internal sealed class QuoteReader(StoryText text, EntityReader entities, List<TimeMatch> times)
{
    private readonly SayingTime _sayingTime = new(text, times);

    /// <summary>The times, by their place in the list, that say when something was said.</summary>
    public HashSet<int> SaidTimes { get; } = [];

    public List<Quote> Read(Func<int, bool> isSkipped)
    {
        PerToken<bool> isTime = new(text.Count, false);
        foreach (TimeMatch time in times)
        {
            for (int i = time.First; i < time.End; i++)
                isTime[i] = true;
        }
        IReadOnlyList<Cue>[] cuesOf = CuesBySentence(isSkipped);
        SubjectFinder subjects = new(text, entities.EntityAt, isTime, e => entities.Entities[e].Kind == EntityKind.Person);
        ClauseReader clauses = new(text, entities.EntityAt, isTime);
        UtteranceReader utterances = new(text);
        DirectQuoteReader direct = new(text, subjects, clauses, utterances, cuesOf, entities.EntityAt);
        List<QuoteDraft> drafts = direct.Read(isSkipped);
        ReportReader reports = new(text, subjects, clauses, utterances, direct, entities.EntityAt, isTime);
        for (int s = 0; s < text.Sentences.Count; s++)
        {
            if (cuesOf[s].Count > 0)
                drafts.AddRange(reports.Read(text.Sentences[s], cuesOf[s]));
        }
        drafts.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        SetNested(drafts);
        SetSpeakers(drafts);
        QuoteDraft? last = null;
        foreach (QuoteDraft draft in drafts)
        {
            (draft.SpeakerEntity, double speakerConfidence) = Resolve(subjects, draft.Speaker, -1);
            if (last is not null && IsStillSpeaking(last, draft))
                draft.SpeakerEntity = last.SpeakerEntity;
            last = draft;
            (draft.AddresseeEntity, _) = Resolve(subjects, draft.Addressee, draft.SpeakerEntity);
            draft.Confidence *= speakerConfidence;
        }
        return ToQuotes(drafts);
    }

    /// <summary>An utterance that stands alone is of whoever was told to have spoken last, if that is not long ago.</summary>
    private void SetSpeakers(List<QuoteDraft> drafts)
    {
        for (int d = 1; d < drafts.Count; d++)
        {
            QuoteDraft quote = drafts[d], last = drafts[d - 1];
            if (quote.Kind != QuoteKind.Direct || !quote.Speaker.IsEmpty || last.Speaker.IsEmpty
                || text.LineOf(quote.First) - text.LineOf(last.First) > 2)
                continue;
            (quote.Speaker, quote.Rule, quote.Confidence) = (last.Speaker, "speaker-of-last-quote", 0.5);
        }
    }

    /// <summary>Words in marks that are another's, told within, do not make a report mixed.</summary>
    private void SetNested(List<QuoteDraft> drafts)
    {
        const int reach = 6;
        for (int d = 0; d < drafts.Count; d++)
        {
            QuoteDraft outer = drafts[d];
            if (outer.Kind != QuoteKind.Mixed)
                continue;
            bool isOwn = false;
            foreach ((int first, int end) in outer.Pieces)
            {
                for (int i = first; i < end; i++)
                {
                    if (text[i].Kind != TokenKind.OpenQuote || text.QuotationAt[i] < 0)
                        continue;
                    bool isInner = false;
                    for (int o = d + 1; o < Math.Min(drafts.Count, d + reach); o++)
                        isInner |= drafts[o].Kind != QuoteKind.Indirect && !ReferenceEquals(drafts[o].Cue, outer.Cue)
                            && drafts[o].Pieces.Exists(p => i >= p.First - 1 && i < p.End) && drafts[o].First > outer.First;
                    isOwn |= !isInner;
                }
            }
            if (!isOwn)
                outer.Kind = QuoteKind.Indirect;
        }
    }

    private IReadOnlyList<Cue>[] CuesBySentence(Func<int, bool> isSkipped)
    {
        List<Cue>?[] cuesOf = new List<Cue>?[text.Sentences.Count];
        foreach (Cue cue in new CueFinder(text).Find())
        {
            int sentence = text[cue.First].Sentence;
            if (sentence < cuesOf.Length && !isSkipped(cue.First) && text.QuotationAt[cue.First] < 0)
                (cuesOf[sentence] ??= []).Add(cue);
        }
        return [.. cuesOf.Select(static c => (IReadOnlyList<Cue>?)c ?? [])];
    }

    /// <summary>Whom a phrase stands for, and how sure that is.</summary>
    private (int Entity, double Confidence) Resolve(SubjectFinder subjects, NounPhrase phrase, int self)
    {
        if (phrase.IsEmpty)
            return (-1, 1);
        if (phrase.End - phrase.First == 1 && text.Matches.TryGet(phrase.First, WordClass.Pronoun, out LexiconMatch pronoun))
            return pronoun.Value[0] is 'm' or 'f' or 'n'
                && entities.ResolvePronoun(pronoun.Value[0], phrase.First, self) is >= 0 and int person ? (person, 0.85) : (-1, 0.9);
        int entity = subjects.Entity(phrase.First, phrase.End);
        return (entity < 0 ? subjects.Apposition(phrase.End) : entity, 1);
    }

    /// <summary>
    /// Whether a pronoun means who spoke last: somebody of its gender, in this paragraph or the one before, with no other subject in
    /// between.
    /// </summary>
    private bool IsStillSpeaking(QuoteDraft last, QuoteDraft draft)
    {
        if (draft.Speaker.End - draft.Speaker.First != 1 || last.SpeakerEntity < 0
            || !text.Matches.TryGet(draft.Speaker.First, WordClass.Pronoun, out LexiconMatch pronoun) || pronoun.Value.Length != 1
            || pronoun.Value[0] is not ('m' or 'f'))
            return false;
        EntityDraft speaker = entities.Entities[last.SpeakerEntity];
        return speaker.Kind == EntityKind.Person && (speaker.Gender == 'u' || speaker.Gender == pronoun.Value[0])
            && draft.Cue?.First > last.Cue?.First && text.LineOf(draft.First) - text.LineOf(last.First) <= 1
            && !entities.HasSubjectBetween(Math.Max(last.End, last.Cue?.End ?? 0), draft.Speaker.First, last.SpeakerEntity);
    }

    private List<Quote> ToQuotes(List<QuoteDraft> drafts)
    {
        List<Quote> quotes = new(drafts.Count);
        for (int d = 0; d < drafts.Count; d++)
        {
            QuoteDraft draft = drafts[d];
            quotes.Add(new()
            {
                Kind = draft.Kind,
                Content = [.. draft.Pieces.Select(p => text.Part(p.First, p.End))],
                Speaker = Participant(draft.Speaker, draft.SpeakerEntity),
                Cue = draft.Cue is { } cue ? text.Part(cue.First, cue.End) : null,
                Addressee = Participant(draft.Addressee, draft.AddresseeEntity),
                When = When(draft),
                Within = Within(drafts, d),
                Rule = draft.Rule,
                Confidence = Math.Round(Math.Min(draft.Confidence, 0.98), 2),
            });
        }
        return quotes;
    }

    private Participant? Participant(NounPhrase phrase, int entity) =>
        phrase.IsEmpty ? null : new(text.Slice(phrase.First, phrase.End), entity < 0 ? null : entity, text.Span(phrase.First, phrase.End));

    private string? When(QuoteDraft draft)
    {
        int time = _sayingTime.Find(draft);
        if (time < 0)
            return null;
        SaidTimes.Add(time);
        return TimeMentionFactory.Create(text, times[time]).Value;
    }

    /// <summary>The innermost quote before it whose content it stands in.</summary>
    private static int? Within(List<QuoteDraft> drafts, int quote)
    {
        const int reach = 12;
        QuoteDraft inner = drafts[quote];
        for (int o = quote - 1; o >= Math.Max(0, quote - reach); o--)
        {
            if (drafts[o].Pieces.Exists(p => inner.First >= p.First && inner.End <= p.End && (inner.First > p.First || inner.End < p.End)))
                return o;
        }
        return null;
    }
}
