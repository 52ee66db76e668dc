using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;

namespace Skiplink.Stories.Entities;

/// <summary>
/// Reads the people, organisations and places of a text from its start to its end, so that every mention is held against what was known
/// when it was made.
/// </summary>
internal sealed class EntityReader
{
    private readonly StoryText _text;
    private readonly EntityMerger _merger;
    private readonly PerToken<int> _entityAt;
    private readonly PerToken<bool> _isTime;
    private readonly List<(int Entity, int Token, bool IsSubject)> _people = [];

    public EntityReader(StoryText text, List<TimeMatch> times)
    {
        _text = text;
        _merger = new(text);
        _entityAt = new(text.Count, 0);
        _isTime = new(text.Count, false);
        foreach (TimeMatch time in times)
        {
            for (int i = time.First; i < time.End; i++)
                _isTime[i] = true;
        }
    }

    public List<EntityDraft> Entities => _merger.Entities;

    /// <summary>For each token the entity whose mention it is part of, plus one; 0 for none.</summary>
    public PerToken<int> EntityAt => _entityAt;

    public void Read(Func<int, bool> isSkipped)
    {
        WordUse use = new(_text);
        List<NameChunk> chunks = new NameFinder(_text, _isTime, use).Find(isSkipped);
        NameKinds kinds = new(_text, use);
        RoleReader roles = new(_text);
        Dictionary<int, NameChunk> byToken = new(chunks.Count);
        foreach (NameChunk chunk in chunks)
        {
            // Senator Jordan is no country.
            bool isTitled = chunk.Kind is EntityKind.Place && roles.HasTitleBefore(chunk.First);
            if (isTitled)
                (chunk.Kind, chunk.Canonical) = (null, null);
            if (chunk.Kind is null)
                roles.ReadBefore(chunk);
            kinds.Classify(chunk);
            for (int i = chunk.RoleFirst; i < chunk.End; i++)
                byToken[i] = chunk;
        }
        RelationReader relations = new(_text, _merger, _entityAt);
        DescriptionReader descriptions = new(_text, _merger);
        NameChunk? NameAt(int token) => byToken.GetValueOrDefault(token);
        bool IsPerson(int token) => NameAt(token) is { Kind: EntityKind.Person };
        int next = 0;
        for (int i = 0; i < _text.Count; i++)
        {
            while (next < chunks.Count && chunks[next].First < i)
                next++;
            if (next < chunks.Count && chunks[next].First == i
                && TryPossessiveDescription(i, isSkipped, descriptions, IsPerson, out int behindPossessive))
            {
                // North Korea's leader: the country is a mention of its own inside.
                Merge(chunks[next], roles, relations, NameAt);
                i = Math.Max(behindPossessive - 1, chunks[next].End - 1);
                continue;
            }
            if (next < chunks.Count && chunks[next].First == i)
            {
                Merge(chunks[next], roles, relations, NameAt);
                i = chunks[next].End - 1;
                continue;
            }
            if (isSkipped(i) || NameAt(i) is { Kind: EntityKind.Person })
                continue;
            int end = descriptions.TryRead(i, IsPerson, out int entity);
            if (entity < 0)
                continue;
            // Countries inside a description are still mentions of their own.
            for (; next < chunks.Count && chunks[next].First < end; next++)
            {
                if (chunks[next].First >= i)
                    Merge(chunks[next], roles, relations, NameAt);
            }
            Note(entity, i, end);
            i = end - 1;
        }
    }

    private bool TryPossessiveDescription(int at, Func<int, bool> isSkipped, DescriptionReader descriptions, Func<int, bool> isPerson,
        out int end)
    {
        end = at;
        if (isSkipped(at) || !_text.Is(at, WordClass.Country))
            return false;
        end = descriptions.TryRead(at, isPerson, out int entity);
        if (entity < 0)
            return false;
        Note(entity, at, end);
        return true;
    }

    private void Merge(NameChunk chunk, RoleReader roles, RelationReader relations, Func<int, NameChunk?> nameAt)
    {
        if (chunk.Kind == EntityKind.Person)
            roles.ReadApposition(chunk, nameAt);
        chunk.Entity = _merger.Add(chunk, IsSubject(chunk));
        if (chunk.Entity < 0)
            return;
        Note(chunk.Entity, chunk.First, chunk.End);
        if (_merger.Entities[chunk.Entity].Kind != EntityKind.Person)
            return;
        relations.Read(chunk, ResolvePronoun);
    }

    private void Note(int entity, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_entityAt[i] == 0)
                _entityAt[i] = entity + 1;
        }
        EntityDraft draft = _merger.Entities[entity];
        if (draft.Kind is EntityKind.Person or EntityKind.Organization)
            _people.Add((entity, first, draft.Mentions[^1].IsSubject));
    }

    /// <summary>A name is a subject when a sentence or clause begins with it, or when a verb follows.</summary>
    private bool IsSubject(NameChunk chunk)
    {
        int before = chunk.RoleFirst - 1, behind = chunk.End;
        if (_text[chunk.RoleFirst].IsSentenceStart)
            return true;
        if (before >= 0 && _text.Is(before, WordClass.Preposition) && !_text.Is(before, WordClass.Subordinator))
            return false;
        if (before >= 0 && _text.Is(before, WordClass.Determiner) && before > 0 && _text[before].IsSentenceStart)
            return true;
        if (before >= 0 && _text.Is(before, WordClass.SpeechVerb) && !_text[before].IsCapital)
            return true;
        while (behind < _text.Count && _text.Is(behind, WordClass.Adverb) && !_text[behind].IsCapital)
            behind++;
        return _text.Is(behind, WordClass.Verb) || _text.Is(behind, WordClass.Auxiliary) || _text.Is(behind, WordClass.SpeechVerb)
            || _text.Is(behind, WordClass.PastMarker) || (_text.IsMark(behind, ',') && before >= 0 && _text.IsMark(before, ','));
    }

    /// <summary>Whether somebody else is a subject between two tokens, outside quotations.</summary>
    public bool HasSubjectBetween(int first, int end, int entity)
    {
        for (int p = _people.Count - 1, tried = 0; p >= 0 && tried < 24 && _people[p].Token >= first; p--)
        {
            if (_people[p].Token >= end)
                continue;
            tried++;
            if (_people[p].IsSubject && _people[p].Entity != entity && _merger.Entities[_people[p].Entity].Kind == EntityKind.Person
                && _text.QuotationAt[_people[p].Token] < 0)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whom a pronoun at a token means: the last subject of its gender, in its sentence or those before; -1 when nobody fits.
    /// </summary>
    public int ResolvePronoun(char gender, int at, int self)
    {
        int fallback = -1, subject = -1, sentence = -1;
        for (int p = _people.Count - 1, tried = 0; p >= 0 && tried < 24; p--)
        {
            (int entity, int token, bool isSubject) = _people[p];
            if (token >= at || entity == self)
                continue;
            if (subject >= 0 && _text[token].Sentence != sentence)
                break;
            // Who is named in somebody's words is not who the writer goes on about.
            if (_text.QuotationAt[token] >= 0 && _text.QuotationAt[token] != _text.QuotationAt[at])
                continue;
            tried++;
            bool isThing = _merger.Entities[entity].Kind == EntityKind.Organization;
            char known = _merger.Entities[entity].Gender;
            if (isThing != (gender == 'n'))
                continue;
            if (!isThing && known != 'u' && known != gender)
                continue;
            if (_text[at].Sentence - _text[token].Sentence > 5)
                break;
            // A sentence's first subject outweighs who is named behind it.
            if (isSubject)
                (subject, sentence) = (entity, _text[token].Sentence);
            if (fallback < 0)
                fallback = entity;
        }
        return subject >= 0 ? subject : fallback;
    }

    /// <summary>The entities as told: those without a mention left out.</summary>
    public List<Entity> ToEntities()
    {
        List<Entity> told = new(Entities.Count);
        foreach (EntityDraft draft in Entities)
        {
            told.Add(new()
            {
                Id = draft.Id,
                Kind = draft.Kind,
                Name = draft.Name,
                Roles = draft.Roles,
                Relations = draft.Relations,
                Mentions =
                    [.. draft.Mentions.OrderBy(static m => m.First)
                    .Select(m =>
                    new Mention(_text.Slice(m.First, m.End), _text.Span(m.First, m.End), m.Kind, Math.Round(m.Confidence, 2),
                    m.Alternatives))],
                Ambiguous = draft.Alternatives.Count > 0,
                Alternatives = [.. draft.Alternatives],
                Rule = draft.Rule,
                Confidence = Math.Min(0.98, Math.Round(draft.Confidence, 2)),
            });
        }
        return told;
    }
}
