using StoryScore.Gold;

namespace Skiplink.Stories.Tests.Gold;

/// <summary>What the annotations say as if it had been found: the best that a reader can do.</summary>
internal static class GoldAsStory
{
    public static Story Of(GoldStory gold)
    {
        List<GoldTime> times = [.. gold.Times.Where(t => !gold.Captions.Any(c => c.Span.Contains(t.Span)))];
        List<GoldEntity> entities = [.. gold.Entities];
        return new Story
        {
            Dateline = gold.Dateline is not { } d ? null : new Dateline
            {
                Place = d.Place ?? "",
                PlaceParts = (d.Place ?? "").Split(", "),
                Date = d.Date,
                Agencies = d.Agencies,
                Span = Span(d.Span),
                Rule = "gold",
                Confidence = 1,
            },
            Captions = [.. gold.Captions.Select(c => CaptionOf(gold, c))],
            Times = [.. times.Select(t => Time(gold, t, 0))],
            Quotes = [.. gold.Quotes.Select(q => QuoteOf(gold, q, entities))],
            Entities = [.. entities.Select((e, i) => new Entity
            {
                Id = i, Kind = Enum.Parse<EntityKind>(e.Kind, ignoreCase: true), Name = e.Name, Roles = e.Roles,
                    Relations = Relations(e, entities),
                Mentions = [.. e.Mentions.Select(m => new Mention(gold.At(m), Span(m), MentionKind.Name, 1, []))],
                    Ambiguous = e.Alternatives.Count > 0, Rule = "gold", Confidence = 1,
            })],
            Timeline = [.. times.Select((t, i) => (Time: t, Index: i)).Where(t => t.Time.InTimeline).Select(t => new TimelineEntry
            {
                When = t.Time.Values[0], Text = gold.At(t.Time.Span), Span = Span(t.Time.Span), Planned = t.Time.Planned, Time = t.Index,
                    Rule = "gold", Confidence = 1,
            })],
        };
    }

    private static Caption CaptionOf(GoldStory gold, GoldCaption caption)
    {
        int line = gold.Text.IndexOf('\n', caption.Span.End);
        return new Caption
        {
            Text = gold.At(caption.Span),
            Credit = caption.Raw is null ? null : new Credit
            {
                Photographers = caption.Photographers,
                Agencies = caption.Agencies,
                Raw = caption.Raw,
                Role = caption.Role is null ? CreditRole.None : Enum.Parse<CreditRole>(caption.Role, ignoreCase: true),
            },
            Times = [.. gold.Times.Where(t => caption.Span.Contains(t.Span)).Select(t => Time(gold, t, caption.Span.Start))],
            Span = new TextSpan(caption.Span.Start, line < 0 ? gold.Text.Length : line),
            Rule = "gold",
            Confidence = 1,
        };
    }

    private static TimeMention Time(GoldStory gold, GoldTime t, int from) => new()
    {
        Text = gold.At(t.Span),
        Type = Enum.Parse<TimeType>(t.Type, ignoreCase: true),
        Value = t.Values[0],
        Start = t.Start,
        End = t.End,
        Mod = t.Mod,
        Span = new TextSpan(t.Span.Start - from, t.Span.End - from),
        Planned = t.Planned,
        Rule = "gold",
        Confidence = 1,
    };

    private static Quote QuoteOf(GoldStory gold, GoldQuote q, List<GoldEntity> entities) => new()
    {
        Kind = Enum.Parse<QuoteKind>(q.Kind, ignoreCase: true),
        Content = [.. q.Content.Select(c => new TextPart(gold.At(c), Span(c)))],
        Speaker = q.Speaker is { } s ? new Participant(gold.At(s), q.Entity is { } e ? entities.IndexOf(e) : null, Span(s)) : null,
        Cue = q.Cue is { } cue ? new TextPart(gold.At(cue), Span(cue)) : null,
        Addressee = q.Addressee is { } to ? new Participant(gold.At(to), null, Span(to)) : null,
        When = q.When is { } when ? gold.Times.FirstOrDefault(t => t.Span.Overlaps(when))?.Values[0] : null,
        Rule = "gold",
        Confidence = 1,
    };

    // "father of kim" on the father: found as the father of Kim.
    private static List<Relation> Relations(GoldEntity entity, List<GoldEntity> entities) =>
        [.. from other in entities
            from relation in other.Relations
            let words = relation.Split(" of ")
            where words[1] == entity.Id
            select new Relation(words[0], entities.IndexOf(other), default)];

    private static TextSpan Span(Span span) => new(span.Start, span.End);
}
