using Skiplink.Stories.Entities;
using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;

namespace Skiplink.Stories.Quotes;

/// <summary>Reads all that is told to have been said, and makes quotes of it: who, to whom, when, and which stands within which.</summary>
internal sealed class QuoteReader(StoryText text, EntityReader entities, List<TimeFind> times)
{
    /// <summary>The times, by their place in the list, that say when something was said.</summary>
    public HashSet<int> SaidTimes { get; } = [];

    public List<Quote> Read(Func<int, bool> isSkipped)
    {
        bool[] isTime = new bool[text.Count + 1];
        foreach (TimeFind time in times)
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
        foreach (QuoteDraft draft in drafts)
        {
            (draft.SpeakerEntity, double speakerConfidence) = Resolve(subjects, draft.Speaker, -1);
            (draft.AddresseeEntity, _) = Resolve(subjects, draft.Addressee, draft.SpeakerEntity);
            draft.Confidence *= speakerConfidence;
        }
        return Tell(drafts);
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
                        isInner |= drafts[o].Kind != QuoteKind.Indirect && !ReferenceEquals(drafts[o].Cue, outer.Cue) && drafts[o].Pieces.Exists(p => i >= p.First - 1 && i < p.End) && drafts[o].First > outer.First;
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
            return pronoun.Value[0] is 'm' or 'f' or 'n' && entities.ResolvePronoun(pronoun.Value[0], phrase.First, self) is >= 0 and int person ? (person, 0.85) : (-1, 0.9);
        return (subjects.Entity(phrase.First, phrase.End), 1);
    }

    private List<Quote> Tell(List<QuoteDraft> drafts)
    {
        List<Quote> quotes = new(drafts.Count);
        for (int d = 0; d < drafts.Count; d++)
        {
            QuoteDraft draft = drafts[d];
            quotes.Add(new()
            {
                Kind = draft.Kind,
                Content = [.. draft.Pieces.Select(p => text.Part(p.First, p.End))],
                Speaker = Party(draft.Speaker, draft.SpeakerEntity),
                Cue = draft.Cue is { } cue ? text.Part(cue.First, cue.End) : null,
                Addressee = Party(draft.Addressee, draft.AddresseeEntity),
                When = When(draft),
                Within = Within(drafts, d),
                Rule = draft.Rule,
                Confidence = Math.Round(Math.Min(draft.Confidence, 0.98), 2),
            });
        }
        return quotes;
    }

    private Party? Party(NounPhrase phrase, int entity) => phrase.IsEmpty ? null : new(text.Slice(phrase.First, phrase.End), entity < 0 ? null : entity, text.Span(phrase.First, phrase.End));

    /// <summary>The first time in the words around the cue.</summary>
    private string? When(QuoteDraft draft)
    {
        string? when = null;
        foreach ((int first, int end) in draft.Frame)
        {
            for (int t = FirstTime(first); t < times.Count && times[t].First < end; t++)
            {
                TimeFind time = times[t];
                if (IsOfSpeaker(draft, time) || time.Time.Type is TimeType.Duration or TimeType.Set || draft.Pieces.Exists(p => time.First >= p.First && time.First < p.End))
                    continue;
                SaidTimes.Add(t);
                when ??= TimeTelling.Tell(text, time).Value;
            }
        }
        return when;
    }

    /// <summary>Whether a time stands in what is told of the speaker between commas, and not of the saying.</summary>
    private bool IsOfSpeaker(QuoteDraft draft, TimeFind time)
    {
        if (draft.Cue is not { } cue || draft.Speaker.IsEmpty)
            return false;
        // Between speaker and cue, or behind a speaker who stands behind the cue, a comma begins what is told of the speaker; behind the cue a comma begins something else.
        int from = time.First < cue.First ? time.First : Math.Max(cue.End, draft.Speaker.First > cue.First ? draft.Speaker.End : cue.End), to = time.First < cue.First ? cue.First : time.First;
        if (time.First < cue.First && time.First < draft.Speaker.First)
            return false;
        for (int i = from; i < to; i++)
        {
            if (text[i].Mark is ',' or '–' or ';' && text.QuotationAt[i] < 0 && !draft.Pieces.Exists(p => i >= p.First && i < p.End))
                return true;
            if (time.First > cue.End && (text.Is(i, WordClass.RelativePronoun) && !text.Is(i, WordClass.Determiner) || text.Is(i, WordClass.Subordinator) && text[i].Kind == TokenKind.Word))
                return true;
        }
        return false;
    }

    private int FirstTime(int token)
    {
        int low = 0, high = times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (times[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
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
