using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Entities;

/// <summary>
/// Brings names together that are of one: the same name, a name with more or fewer words, a family name alone, an acronym. Of two bearers
/// of a family name neither is guessed at
/// silently: the mention goes to the one that the text speaks of most, marked ambiguous.
/// </summary>
internal sealed class EntityMerger(StoryText text)
{
    /// <summary>Of more bearers of one name only the latest are looked at, so that a list of names takes linear time.</summary>
    private const int MaxCandidates = 8;

    /// <summary>A bearer with so many times the mentions of another is meant without doubt.</summary>
    private const int Prominence = 4;

    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byPart = new(StringComparer.Ordinal);

    public List<EntityDraft> Entities { get; } = [];

    /// <summary>Merges a name into the entities so far, or makes one; -1 when nothing tells what it is.</summary>
    public int Add(NameChunk chunk, bool isSubject)
    {
        string[] words = Words(chunk.First, chunk.End);
        if (words.Length == 0)
            return -1;
        string key = chunk.Kind == EntityKind.Person || chunk.Canonical is null ? string.Join(' ', words)
            : chunk.Canonical.ToLowerInvariant();
        int found = -1;
        double confidence = chunk.Confidence;
        List<int> others = [];
        if (_byName.TryGetValue(key, out int same))
            (found, confidence) = (same, Math.Max(0.9, confidence));
        else if (chunk.Kind is null or EntityKind.Person || chunk.Rule is "place-preposition" or "speaks" or "acts"
            || (chunk.Rule == "listed-place" && words.Length == 1))
            (found, confidence) = Person(chunk, words, others);
        if (found < 0 && chunk.Kind is null or EntityKind.Organization
            || (found < 0 && chunk.Rule is "place-preposition" or "two-capital-words" or "acts"))
            (found, confidence) = Organization(words, chunk.Confidence);
        if (found < 0)
        {
            if (chunk.Kind is not { } kind || chunk.IsDoubtful)
                return -1;
            found = Create(chunk, kind, words, key);
            confidence = chunk.Confidence;
        }
        EntityDraft entity = Entities[found];
        Learn(entity, chunk, words, key);
        foreach (int other in others)
            entity.Alternatives.Add(other);
        entity.Mentions.Add(
            new(chunk.First, chunk.End, MentionKind.Name, others.Count > 0 ? Math.Min(confidence, 0.6)
            : confidence, [.. others])
            { IsSubject = isSubject });
        return found;
    }

    /// <summary>Adds a description of somebody known.</summary>
    public void AddDescription(int entity, int first, int end, double confidence, int[] alternatives, bool isSubject) =>
        Entities[entity].Mentions.Add(new(first, end, MentionKind.Description, confidence, alternatives) { IsSubject = isSubject });

    private int Create(NameChunk chunk, EntityKind kind, string[] words, string key)
    {
        EntityDraft entity = new()
        {
            Id = Entities.Count,
            Kind = kind,
            Name = chunk.Canonical is not null && kind == EntityKind.Place ? chunk.Canonical : text.Slice(chunk.First, chunk.End),
            Words = words,
            Rule = chunk.Rule,
            Confidence = chunk.Confidence,
            FamilyFirst = chunk.Rule == "family-name-first"
                || (kind == EntityKind.Person && words.Length == 3 && text.Is(chunk.First, WordClass.Surname)
                && !text.Is(chunk.First + 1, WordClass.FirstName)),
        };
        Entities.Add(entity);
        _byName[key] = entity.Id;
        if (kind == EntityKind.Place)
            return entity.Id;
        foreach (string word in words.Distinct())
            Part(word).Add(entity.Id);
        if (kind == EntityKind.Organization && Acronym(chunk) is { Length: >= 2 } acronym)
            _byName.TryAdd(acronym, entity.Id);
        return entity.Id;
    }

    /// <summary>What a mention adds: a longer name, roles, the gender.</summary>
    private void Learn(EntityDraft entity, NameChunk chunk, string[] words, string key)
    {
        if (words.Length > entity.Words.Length && entity.Kind == EntityKind.Person)
        {
            entity.Name = text.Slice(chunk.First, chunk.End);
            foreach (string word in words.Except(entity.Words))
                Part(word).Add(entity.Id);
            entity.Words = words;
        }
        // MARROW BAY of a heading is Marrow Bay of the text.
        if (IsCapitals(entity.Name) && entity.Name.Length > 4 && text.Slice(chunk.First, chunk.End) is var name
            && name.Equals(entity.Name, StringComparison.OrdinalIgnoreCase) && !IsCapitals(name))
            entity.Name = name;
        // A family name alone stays open: another bearer may come.
        if (words.Length > 1 || entity.Kind != EntityKind.Person)
            _byName.TryAdd(key, entity.Id);
        if (entity.Gender == 'u')
            entity.Gender = chunk.Gender;
        foreach (string role in chunk.Roles)
        {
            if (!entity.Roles.Contains(role))
                entity.Roles.Add(role);
        }
        entity.Facts.AddRange(chunk.Facts);
        entity.Confidence = Math.Max(entity.Confidence, chunk.Confidence);
    }

    private static bool IsCapitals(string name) => !name.Any(char.IsLower);

    private (int, double) Person(NameChunk chunk, string[] words, List<int> others)
    {
        List<int> candidates = [];
        if (_byPart.TryGetValue(words[^1], out List<int>? bearers) || _byPart.TryGetValue(words[0], out bearers))
        {
            for (int i = bearers.Count - 1, tried = 0; i >= 0 && candidates.Count < MaxCandidates
                && tried < MaxCandidates * 4; i--, tried++)
            {
                if (Fits(Entities[bearers[i]], chunk, words))
                    candidates.Add(bearers[i]);
            }
        }
        if (candidates.Count == 0)
            return (-1, chunk.Confidence);
        // A family name speaks for its bearers before a given name does.
        if (words.Length == 1 && candidates.Exists(c => Entities[c].Family == words[0]))
            candidates.RemoveAll(c => Entities[c].Family != words[0]);
        List<int> titled = chunk.Facts.Count == 0 ? []
            : candidates.FindAll(c => Entities[c].Facts.Exists(f => chunk.Facts.Exists(g => g.Office == f.Office)));
        if (titled.Count == 1)
            return (titled[0], 0.9);
        int best = candidates.MaxBy(c => (Entities[c].Mentions.Count, -c));
        // Who is spoken of all the time is meant, and not who was named once.
        others.AddRange(candidates.Where(c => c != best && Entities[c].Mentions.Count * Prominence > Entities[best].Mentions.Count)
            .Order());
        return (best, words.Length > 1 ? 0.9 : 0.85);
    }

    /// <summary>Whether a name may be of a person: its words are the end of theirs, or the first and last are the same.</summary>
    private static bool Fits(EntityDraft entity, NameChunk chunk, string[] words)
    {
        if (entity.Kind != EntityKind.Person
            || (chunk.Gender != 'u' && entity.Gender != 'u' && chunk.Gender != entity.Gender && chunk.RoleFirst < chunk.First))
            return false;
        string[] known = entity.Words;
        if (words.Length == 1)
            return known.Length == 1 ? known[0] == words[0] : entity.Family == words[0] || known[0] == words[0]
                || (known.Length > 2 && known[^1] == words[0]);
        if (known.Length == 1)
            return known[0] == words[^1] || known[0] == words[0];
        if (words.Length <= known.Length && known.AsSpan()[^words.Length..].SequenceEqual(words))
            return true;
        if (known[^1] != words[^1])
            return false;
        // Donald Trump, Donald J. Trump, D. Trump.
        bool isSameFirst = known[0] == words[0] || IsInitialOf(known[0], words[0]) || IsInitialOf(words[0], known[0]);
        return isSameFirst
            && (known.Length <= 2 || words.Length <= 2 || known.AsSpan(1, 1).SequenceEqual(words.AsSpan(1, 1))
            || IsInitialOf(known[1], words[1]) || IsInitialOf(words[1], known[1])) && !entity.FamilyFirst;
    }

    private static bool IsInitialOf(string initial, string word) => initial.Length == 2 && initial[1] == '.' && initial[0] == word[0];

    /// <summary>The first words of a known name: Goodwill of Goodwill Foods Inc.</summary>
    private (int, double) Organization(string[] words, double confidence)
    {
        if (!_byPart.TryGetValue(words[0], out List<int>? bearers))
            return (-1, confidence);
        for (int i = bearers.Count - 1, tried = 0; i >= 0 && tried < MaxCandidates; i--, tried++)
        {
            EntityDraft entity = Entities[bearers[i]];
            if (entity.Kind == EntityKind.Organization && words.Length < entity.Words.Length
                && entity.Words.AsSpan(0, words.Length).SequenceEqual(words))
                return (entity.Id, 0.8);
            if (entity.Kind == EntityKind.Organization && words.Length > entity.Words.Length
                && words.AsSpan(0, entity.Words.Length).SequenceEqual(entity.Words) && entity.Rule is "speaks" or "acronym" or "acts")
                return (entity.Id, 0.7);
        }
        return (-1, confidence);
    }

    /// <summary>What stands in brackets behind the name, or its capitals.</summary>
    private string? Acronym(NameChunk chunk)
    {
        if (text.IsMark(chunk.End, '(') && chunk.End + 2 < text.Count && text[chunk.End + 1].IsAllCapitals
            && text.IsMark(chunk.End + 2, ')'))
            return text.CharactersOf(chunk.End + 1).ToString().ToLowerInvariant();
        string capitals = "";
        for (int i = chunk.First; i < chunk.End; i++)
        {
            if (text[i].Kind == TokenKind.Word && text[i].IsCapital)
                capitals += char.ToLowerInvariant(text.Text[text[i].Start]);
        }
        return capitals.Length >= 3 ? capitals : null;
    }

    private List<int> Part(string word)
    {
        if (!_byPart.TryGetValue(word, out List<int>? bearers))
            _byPart.Add(word, bearers = []);
        return bearers;
    }

    private string[] Words(int first, int end)
    {
        List<string> words = new(end - first);
        for (int i = first; i < end; i++)
        {
            if (text[i].Kind is TokenKind.Word or TokenKind.Number)
                words.Add(text.CharactersOf(i).ToString().ToLowerInvariant());
        }
        return [.. words];
    }
}
