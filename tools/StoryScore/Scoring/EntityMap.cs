using Skiplink.Stories;
using StoryScore.Gold;

namespace StoryScore.Scoring;

/// <summary>A mention that was found, with its entity.</summary>
internal sealed record FoundMention(Span Span, Entity Entity);

/// <summary>Which mention that was found is which of those that should be found, and so which entity is which.</summary>
internal sealed class EntityMap
{
    private readonly GoldStory _gold;
    private readonly Dictionary<FoundMention, GoldEntity> _goldOf = [];
    private readonly Dictionary<(Span, EntityKind), FoundMention> _partners = [];
    private readonly Dictionary<Entity, GoldEntity> _entities = [];

    public EntityMap(GoldStory gold, Story found)
    {
        _gold = gold;
        Mentions = [.. found.Entities.SelectMany(e => e.Mentions.Select(m => new FoundMention(m.Span.ToSpan(), e)))];
        foreach (EntityKind kind in Enum.GetValues<EntityKind>())
        {
            List<(Span Span, GoldEntity Entity)> wanted =
                [.. gold.Entities.Where(e => e.Kind.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase))
                    .SelectMany(e => e.Mentions.Select(m => (m, e)))];
            foreach (
                var pair in Pairing.Best(wanted, [.. Mentions.Where(m => m.Entity.Kind == kind)], (g, f) =>
                Pairing.Dice(g.Span, f.Span), 0.5))
            {
                _goldOf[pair.Found] = pair.Gold.Entity;
                _partners[(pair.Gold.Span, kind)] = pair.Found;
            }
        }
        foreach (Entity entity in found.Entities)
            if (Mentions.Where(m => m.Entity == entity && _goldOf.ContainsKey(m)).GroupBy(m => _goldOf[m])
                .MaxBy(g => g.Count()) is { } most)
                _entities[entity] = most.Key;
    }

    public IReadOnlyList<FoundMention> Mentions { get; }

    /// <summary>The entity whose mentions most of the found entity's are; null for none.</summary>
    public GoldEntity? GoldOf(Entity entity) => _entities.GetValueOrDefault(entity);

    public GoldEntity? GoldOf(FoundMention mention) => _goldOf.GetValueOrDefault(mention);

    public FoundMention? PartnerOf(Span mention, EntityKind kind) => _partners.GetValueOrDefault((mention, kind));

    /// <summary>How many mentions are both one's and the other's.</summary>
    public double SharedMentions(GoldEntity gold, Entity found) => Mentions.Count(m => m.Entity == found && GoldOf(m) == gold);

    /// <summary>How many mentions of a found entity count: all but those that may or may not be found.</summary>
    public double Counted(Entity found) => Mentions.Count(m => m.Entity == found && (_goldOf.ContainsKey(m) || !IsNeutral(m)));

    /// <summary>
    /// Whether a mention is neither wanted nor false: it may be found, stands in the dateline or a credit, or is part of a longer mention
    /// or one that is another's.
    /// </summary>
    public bool IsNeutral(FoundMention mention)
    {
        Span span = mention.Span;
        return _gold.Optional.Any(o => Pairing.Dice(o, span) >= 0.5 || o.Contains(span))
            || _gold.Dateline?.Span.Contains(span) == true
            || _gold.Captions.Any(c => c.Span.End <= span.Start && !_gold.Text.AsSpan(c.Span.End, span.Start - c.Span.End).Contains('\n'))
            || _gold.Entities.Any(e => e.Mentions.Any(m => m.Contains(span) && m.Length > span.Length && Pairing.Dice(m, span) < 0.8));
    }
}
