using System.Buffers;
using Skiplink.Stories;
using StoryScore.Gold;

namespace StoryScore.Scoring;

/// <summary>Quotes by kind and content; and for those that were found, speaker, addressee, cue and when it was said.</summary>
internal static class QuoteScoring
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„‘’»«'");

    public static void Add(Scores scores, GoldStory gold, Story found, EntityMap map)
    {
        Score any = scores["quotes of any kind"];
        var loose = Pairing.Best(gold.Quotes, found.Quotes, (g, f) => Likeness(gold, g, f), 0.5);
        foreach (GoldQuote quote in gold.Quotes.Where(q => !q.Optional))
            any.Wanted(loose.Exists(p => p.Gold == quote) ? 1 : 0);
        foreach (Quote quote in found.Quotes)
            if (loose.Find(p => p.Found == quote).Gold is not { Optional: true })
                any.Given(loose.Exists(p => p.Found == quote) ? 1 : 0);

        foreach (
            (QuoteKind kind, string name) in new[] { (QuoteKind.Direct, "direct"), (QuoteKind.Mixed, "mixed"),
            (QuoteKind.Indirect, "indirect") })
        {
            List<GoldQuote> wanted = [.. gold.Quotes.Where(q => q.Kind == name)];
            List<Quote> given = [.. found.Quotes.Where(q => q.Kind == kind)];
            AddKind(scores, gold, map, name, wanted, given, found);
        }
    }

    private static void AddKind(Scores scores, GoldStory gold, EntityMap map, string name, List<GoldQuote> wanted, List<Quote> given,
        Story found)
    {
        Score content = scores[$"{name} quotes"], speaker = scores[$"  speaker of {name}"];
        var pairs = Pairing.Best(wanted, given, (g, f) => Likeness(gold, g, f), 0.7);
        foreach (GoldQuote quote in wanted.Where(q => !q.Optional))
        {
            Quote? partner = pairs.Find(p => p.Gold == quote).Found;
            content.Wanted(partner is null ? 0 : 1);
            if (partner is null)
                scores.Note(gold.Name, name, $"missed: {Show(gold, quote)}{Nearest(gold, quote, found)}");
        }
        foreach (Quote quote in given)
        {
            GoldQuote? partner = pairs.Find(p => p.Found == quote).Gold;
            if (partner is { Optional: true } || (partner is null && gold.Quotes.Any(q => q.Optional && Likeness(gold, q, quote) >= 0.5)))
                continue;
            content.Given(partner is null ? 0 : 1);
            if (partner is null)
                scores.Note(gold.Name, name, $"false: {string.Join(" + ", quote.Content.Select(c => c.Text))} ({quote.Rule})");
        }
        foreach ((GoldQuote quote, Quote partner) in pairs.Where(p => !p.Gold.Optional))
        {
            if (quote.Speaker is not null)
            {
                bool right = SameSpeaker(quote, partner.Speaker, found, map);
                speaker.Pair(right);
                if (!right)
                    scores.Note(gold.Name, $"speaker of {name}",
                        $"{quote.Entity?.Name ?? gold.At(quote.Speaker.Value)}, found {Show(partner.Speaker, found)}: {Show(gold, quote)}");
            }
            AddCircumstances(scores, gold, quote, partner);
        }
    }

    private static void AddCircumstances(Scores scores, GoldStory gold, GoldQuote quote, Quote found)
    {
        Score cue = scores["  cue"], addressee = scores["  addressee"], when = scores["  when it was said"];
        if (quote.Cue is { } words)
            cue.Pair(found.Cue is { } c && words.Overlaps(c.Span.ToSpan()));
        if (quote.Addressee is { } to)
            addressee.Wanted(found.Addressee is { } a && to.Overlaps(a.Span.ToSpan()) ? 1 : 0);
        if (found.Addressee is { } given)
            addressee.Given(quote.Addressee is { } wanted && wanted.Overlaps(given.Span.ToSpan()) ? 1 : 0);
        IReadOnlyList<string> values = quote.When is { } span && gold.Times.FirstOrDefault(t => t.Span.Overlaps(span)) is { } time
            ? time.Values : [];
        if (values.Count > 0)
            when.Wanted(found.When is { } w && values.Contains(w) ? 1 : 0);
        if (found.When is { } day)
            when.Given(values.Contains(day) ? 1 : 0);
        if (values.Count > 0 != found.When is not null || (found.When is { } v && !values.Contains(v)))
            scores.Note(gold.Name, "when", $"{string.Join("|", values)}, found {found.When}: {Show(gold, quote)}");
        if (quote.Addressee is null != found.Addressee is null)
            scores.Note(gold.Name, "addressee",
                $"{(quote.Addressee is { } t ? gold.At(t) : "none")}, found {found.Addressee?.Text}: {Show(gold, quote)}");
    }

    // A mixed quote that was found as no more than its quoted words is as good as its whole clause.
    private static double Likeness(GoldStory gold, GoldQuote quote, Quote found)
    {
        List<Span> content = [.. found.Content.Select(c => c.Span.ToSpan())];
        double dice = Pairing.Dice(quote.Content, content);
        bool within = quote.Kind == "mixed" && found.Kind == QuoteKind.Mixed && dice > 0
            && content.All(c => quote.Content.Any(q => q.Contains(c)));
        return within && QuotedParts(gold, quote).All(q => content.Any(c => c.Contains(q))) ? Math.Max(dice, 0.7) : dice;
    }

    private static IEnumerable<Span> QuotedParts(GoldStory gold, GoldQuote quote)
    {
        foreach (Span piece in quote.Content)
        {
            int start = gold.Text.AsSpan(piece.Start, piece.Length).IndexOfAny(Marks) + piece.Start;
            int end = gold.Text.AsSpan(piece.Start, piece.Length).LastIndexOfAny(Marks) + piece.Start;
            if (start >= piece.Start && end > start)
                yield return new Span(start + 1, end);
        }
    }

    private static bool SameSpeaker(GoldQuote quote, Participant? found, Story story, EntityMap map)
    {
        if (found is null)
            return false;
        Entity? entity = story.Entities.FirstOrDefault(e => e.Id == found.Entity);
        if (quote.Entity is not { } wanted)
            return quote.Speaker!.Value.Overlaps(found.Span.ToSpan());
        if (entity is not null && map.GoldOf(entity) == wanted)
            return true;
        bool byName = wanted.Mentions.Any(m => m.Overlaps(found.Span.ToSpan()));
        return byName && (entity is null || map.GoldOf(entity) is null);
    }

    private static string Show(GoldStory gold, GoldQuote quote) => string.Join(" + ", quote.Content.Select(gold.At));

    private static string Show(Participant? party, Story found) =>
        party is null ? "nobody" : $"{party.Text} → {found.Entities.FirstOrDefault(e => e.Id == party.Entity)?.Name ?? "-"}";

    private static string Nearest(GoldStory gold, GoldQuote quote, Story found)
    {
        Quote? near = found.Quotes.MaxBy(q => Likeness(gold, quote, q));
        return near is null || Likeness(gold, quote, near) == 0 ? ""
            : $"; found {near.Kind}: {string.Join(" + ", near.Content.Select(c => c.Text))} ({near.Rule})";
    }
}
