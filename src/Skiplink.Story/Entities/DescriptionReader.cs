using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Entities;

/// <summary>
/// Reads descriptions that mean one who is known: <c>the North Korean leader</c>, <c>the leader of North Korea</c>, <c>the North's
/// leader</c>, <c>the ministry</c>.
/// </summary>
internal sealed class DescriptionReader(StoryText text, EntityMerger merger)
{
    private const int MaxModifiers = 4;

    /// <summary>How many sentences back a person without a known role may have been named last.</summary>
    private const int Reach = 12;

    /// <summary>A description that begins at the token, merged; the token behind it, or <paramref name="at"/> when there is none.</summary>
    public int TryRead(int at, Func<int, bool> isNameBehind, out int entity)
    {
        entity = -1;
        bool isDefinite = text.Matches.TryGet(at, WordClass.Determiner, out LexiconMatch determiner) && determiner.Value == "definite";
        bool isCountry = !isDefinite && text.Matches.TryGet(at, WordClass.Country, out LexiconMatch land)
            && text.IsWord(at + land.Length, text.Language.Possessive) && text.Language.Possessive != 0;
        if (!isDefinite && !isCountry)
            return at;
        string? country = null;
        int i = isDefinite ? at + 1 : at;
        for (int modifiers = 0; modifiers <= MaxModifiers && i < text.Count; modifiers++)
        {
            if (text.Is(i, WordClass.Late) || (text.Is(i, WordClass.Ordinal) && !text.Is(i, WordClass.Role))
                || (text[i].IsCapital && text.Is(i, WordClass.Role) && !text.Is(i, WordClass.Title)))
                return at;
            if (text.Matches.TryGet(i, WordClass.OrganizationNoun, out LexiconMatch noun) && modifiers == 0
                && !IsNounBehind(i + noun.Length))
            {
                entity = Organization(noun.Value, text.CharactersOf(i));
                if (entity < 0)
                    return at;
                merger.AddDescription(entity, at, i + noun.Length, 0.6, [], text[at].IsSentenceStart);
                return i + noun.Length;
            }
            if (text.Matches.TryGet(i, WordClass.Role, out LexiconMatch role) && !(text[i].IsCapital && isNameBehind(i + role.Length)))
                return Person(at, i, role, country, isNameBehind, out entity);
            if (text.Matches.TryGet(i, WordClass.Demonym, out LexiconMatch place) || text.Matches.TryGet(i, WordClass.Country, out place))
            {
                country ??= place.Value;
                i += place.Length;
                if (text.IsWord(i, text.Language.Possessive))
                    i++;
                continue;
            }
            if (text[i].Kind != TokenKind.Word || text.Is(i, WordClass.Preposition) || text.Is(i, WordClass.SpeechVerb)
                || text.Is(i, WordClass.Auxiliary) || text.Is(i, WordClass.Conjunction) || text.Is(i, WordClass.NumberWord))
                return at;
            // A capital name in front belongs to another: the Arden mayor.
            i++;
        }
        return at;
    }

    private int Person(int at, int head, LexiconMatch role, string? country, Func<int, bool> isNameBehind, out int entity)
    {
        entity = -1;
        int end = head + role.Length;
        if (isNameBehind(end) || IsNounBehind(end) || text.IsMark(end, '-'))
            return at;
        // The mayor, Ana Lopez, said: an apposition is a role. So is the description behind a name's comma.
        if (text.IsMark(end, ',') && isNameBehind(end + 1))
            return at;
        if (at > 0 && text.IsMark(at - 1, ',') && isNameBehind(at - 2)
            && (text.IsMark(end, ',') || text.IsMark(end, '.') || text.Is(end, WordClass.Preposition)))
            return at;
        if (text.Language.IsNamePreposition(text[Math.Min(end, text.Count - 1)].Word) && end < text.Count)
        {
            int of = end + 1;
            if (text.Matches.TryGet(of, WordClass.Determiner, out LexiconMatch article) && article.Value == "definite")
                of++;
            if (text.Matches.TryGet(of, WordClass.Country, out LexiconMatch land) || text.Matches.TryGet(of, WordClass.Region, out land)
                || text.Matches.TryGet(of, WordClass.City, out land))
            {
                country ??= text.Is(of, WordClass.City) ? text.Slice(of, of + land.Length) : land.Value;
                end = of + land.Length;
                if (text.IsMark(end, ',') && isNameBehind(end + 1))
                    return at;
            }
            else if (text.Is(end, WordClass.Preposition) && text.IsWord(end, text.Language.OfWord))
            {
                // The leader of the opposition is one of his own.
                return at;
            }
        }
        if (text.IsWord(end, text.Language.Possessive) && text.Is(end + 1, WordClass.SpeechVerb))
            return at;
        string word = text.Slice(head, head + role.Length).ToLowerInvariant();
        (entity, double confidence, int[] others) = Find(word, role.Value, country, at);
        if (entity < 0)
            return at;
        merger.AddDescription(entity, at, end, confidence, others, text[at].IsSentenceStart);
        foreach (int other in others)
            merger.Entities[entity].Alternatives.Add(other);
        if (country is not null && !merger.Entities[entity].Facts.Exists(f => f.Country == country && f.Office == role.Value))
            merger.Entities[entity].Facts.Add(new(word, role.Value, country));
        return end;
    }

    /// <summary>
    /// The last named with the role's word or its office; for leaders of states, failing that, the only person whose role nobody told.
    /// </summary>
    private (int Entity, double Confidence, int[] Others) Find(string word, string office, string? country, int at)
    {
        List<(int Last, int Id, double Confidence)> found = [];
        int roleless = -1, rolelessCount = 0;
        List<EntityDraft> entities = merger.Entities;
        for (int e = entities.Count - 1, tried = 0; e >= 0 && tried < 60; e--)
        {
            EntityDraft entity = entities[e];
            if (entity.Kind != EntityKind.Person || entity.Mentions.Count == 0)
                continue;
            tried++;
            int last = entity.Mentions[^1].First;
            if (entity.Facts.Count == 0 && text[at].Sentence - text[last].Sentence <= Reach)
            {
                rolelessCount++;
                roleless = e;
            }
            foreach (RoleFact fact in entity.Facts)
            {
                bool isCountry = country is null || fact.Country is null || fact.Country == country;
                bool isSame = fact.Word == word || fact.Word.EndsWith(" " + word, StringComparison.Ordinal)
                    || (fact.Office == office && text.Language.IsOneOffice(office));
                bool isLeader = office == "leader" && fact.Office is "president" or "prime minister" or "king m" or "queen f" or "leader";
                if (!isCountry || !(isSame || (isLeader && office == "leader")))
                    continue;
                double confidence = (fact.Word == word ? 0.85 : 0.75) - (country is not null && fact.Country is null ? 0.15 : 0);
                found.Add((last, e, confidence));
                break;
            }
        }
        if (found.Count > 0)
        {
            (int _, int id, double confidence) = found.MaxBy(f => (f.Confidence > 0.6, f.Last));
            int[] others = [.. found.Where(f => f.Id != id && Math.Abs(f.Confidence - confidence) < 0.05).Select(f => f.Id).Order()];
            return (id, others.Length > 0 ? confidence - 0.2
                : confidence, office is "person" or "official" or "suspect" && others.Length > 0 ? [] : others);
        }
        return rolelessCount == 1 && office is "leader" or "president" or "prime minister" or "king m" or "queen f" ? (roleless, 0.5, [])
            : (-1, 0, []);
    }

    /// <summary>The last named whose name has the word, or whose kind it is.</summary>
    private int Organization(string kind, ReadOnlySpan<char> word)
    {
        List<EntityDraft> entities = merger.Entities;
        int best = -1, last = -1;
        string noun = word.ToString().ToLowerInvariant();
        for (int e = entities.Count - 1, tried = 0; e >= 0 && tried < 60; e--)
        {
            EntityDraft entity = entities[e];
            if (entity.Kind != EntityKind.Organization || entity.Mentions.Count == 0)
                continue;
            tried++;
            bool hasWord = entity.Words.Contains(noun) || entity.Words.Contains(kind);
            bool isCompany = kind == "company" && !entity.Words.Any(text.Language.IsPublicBody) && entity.Rule != "listed-organization";
            // A name that has the word before all; then the company that is spoken of most.
            int weight = hasWord ? text.Count + entity.Mentions[^1].First : entity.Mentions.Count;
            if ((hasWord || isCompany) && weight > last)
                (best, last) = (e, weight);
        }
        return best;
    }

    /// <summary>A noun behind makes the description part of another: the ministry building, the company car.</summary>
    private bool IsNounBehind(int at) =>
        at < text.Count && text[at].Kind == TokenKind.Word && text[at].Word == 0 && !text[at].IsCapital && !IsVerbForm(at);

    /// <summary>Words that no list has are verbs when they end like one.</summary>
    private bool IsVerbForm(int at)
    {
        ReadOnlySpan<char> word = text.CharactersOf(at);
        string ending = text.Language.PastEnding;
        return (ending.Length > 0 && word.EndsWith(ending, StringComparison.Ordinal))
            || word.EndsWith(text.Language.PresentEnding, StringComparison.Ordinal);
    }
}
