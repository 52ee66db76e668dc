using Skiplink.Stories;
using StoryScore.Gold;

namespace StoryScore.Scoring;

/// <summary>
/// Entities by B³ over their mentions: for a mention that was found, the share of its entity's found mentions that belong with it; for one
/// that should be found, the share of its
/// entity's mentions that were found with it. A mention that is not one, or that is missed, scores 0.
/// </summary>
internal static class EntityScoring
{
    public static void Add(Scores scores, GoldStory gold, Story found, EntityMap map)
    {
        foreach ((EntityKind kind, string name, string part) in new[]
        {
            (EntityKind.Person, "person", "people"), (EntityKind.Organization, "organization", "organisations"),
                (EntityKind.Place, "place", "places"),
        })
            AddKind(scores, gold, map, kind, name, part);
        AddFacts(scores, gold, found, map);
    }

    private static void AddKind(Scores scores, GoldStory gold, EntityMap map, EntityKind kind, string name, string part)
    {
        Score merged = scores[$"{part}, B³"], mentions = scores["  mentions of " + part];
        foreach (GoldEntity entity in gold.Entities.Where(e => e.Kind == name))
        {
            foreach (Span mention in entity.Mentions)
            {
                FoundMention? partner = map.PartnerOf(mention, kind);
                double shared = partner is null ? 0 : map.SharedMentions(entity, partner.Entity);
                merged.Wanted(shared / entity.Mentions.Count);
                mentions.Wanted(partner is null ? 0 : 1);
                if (partner is null)
                    scores.Note(gold.Name, part, $"missed: {gold.At(mention)} ({entity.Name})");
                else if (shared < entity.Mentions.Count)
                    scores.Note(gold.Name, part,
                        $"merging: {gold.At(mention)} ({entity.Name}) is in “{partner.Entity.Name}”, which has {shared} "
                            + $"of {entity.Mentions.Count}");
            }
        }
        foreach (FoundMention given in map.Mentions.Where(m => m.Entity.Kind == kind))
        {
            if (map.GoldOf(given) is not { } entity || entity.Kind != name)
            {
                if (map.IsNeutral(given))
                    continue;
                merged.Given(0);
                mentions.Given(0);
                scores.Note(gold.Name, part, $"false: {gold.At(given.Span)} as “{given.Entity.Name}” ({given.Entity.Rule})");
                continue;
            }
            merged.Given(map.SharedMentions(entity, given.Entity) / map.Counted(given.Entity));
            mentions.Given(1);
        }
    }

    private static void AddFacts(Scores scores, GoldStory gold, Story found, EntityMap map)
    {
        Score roles = scores["  roles (recall)"], relations = scores["  relations (recall)"], ambiguous = scores["  marked ambiguous"];
        foreach (GoldEntity wanted in gold.Entities.Where(e => e.Kind == "person"))
        {
            List<Entity> given = [.. found.Entities.Where(e => map.GoldOf(e) == wanted)];
            if (given.Count == 0)
                continue;
            foreach (string role in wanted.Roles)
            {
                bool right = given.Any(e => e.Roles.Any(r => SameRole(r, role)));
                roles.Wanted(right ? 1 : 0);
                roles.Given(right ? 1 : 0);
                if (!right)
                    scores.Note(gold.Name, "roles", $"{wanted.Name}: {role}, found {string.Join("; ", given.SelectMany(e => e.Roles))}");
            }
            foreach (string relation in wanted.Relations)
            {
                bool right = HasRelation(found, map, wanted, relation);
                relations.Pair(right);
                if (!right)
                    scores.Note(gold.Name, "relations", $"{wanted.Name}: {relation}");
            }
            if (wanted.Alternatives.Count > 0 || given.Any(e => e.Ambiguous))
                ambiguous.Pair(wanted.Alternatives.Count > 0 == given.Any(e => e.Ambiguous));
        }
    }

    // "father of kim" stands on whoever is the father; what was found may stand on either of the two.
    private static bool HasRelation(Story found, EntityMap map, GoldEntity wanted, string relation)
    {
        string[] words = relation.Split(" of ");
        foreach (Entity entity in found.Entities)
            foreach (Relation r in entity.Relations)
            {
                GoldEntity? owner = map.GoldOf(entity), other = found.Entities.FirstOrDefault(e => e.Id == r.Entity) is { } o
                    ? map.GoldOf(o) : null;
                if (r.Kind == words[0] && ((owner == wanted && other?.Id == words[1]) || (other == wanted && owner?.Id == words[1])))
                    return true;
            }
        return false;
    }

    private static bool SameRole(string found, string gold)
    {
        string a = Words(found), b = Words(gold);
        return a.Length > 0
            && (a.Contains(b, StringComparison.Ordinal) || (b.Contains(a, StringComparison.Ordinal) && 2 * a.Length >= b.Length));
    }

    private static string Words(string role) => string.Concat(role.Where(char.IsLetter)).ToLowerInvariant();
}
