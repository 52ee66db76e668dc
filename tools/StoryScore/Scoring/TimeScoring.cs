using Skiplink.Stories;
using StoryScore.Gold;

namespace StoryScore.Scoring;

/// <summary>Times by their exact words, by overlap, by value; and the timeline that is made of them.</summary>
internal static class TimeScoring
{
    private static readonly string[] Approximators =
    [
        "about", "around", "nearly", "almost", "some", "roughly", "approximately", "just under", "more than", "less than", "over", "up to",
            "at least",
        "gegen", "etwa", "rund", "fast", "knapp", "bis zu", "mehr als", "mindestens",
    ];

    public static void Add(Scores scores, GoldStory gold, Story found)
    {
        List<Found> times = [.. found.Times.Select((t, i) => new Found(t, t.Span.ToSpan(), i))];
        times.AddRange(found.Captions.SelectMany(c => InCaption(gold, c)).Where(c => !times.Exists(t => t.Span.Overlaps(c.Span))));
        List<(GoldTime Gold, Found Found)> pairs = Pairing.Best(gold.Times, times, (g, f) => Pairing.Dice(g.Span, f.Span), 0.01);
        Score strict = scores["times, same words"], dates = scores["  dates and clock times"], durations = scores["  durations and sets"];
        Score overlap = scores["times, overlapping"], value = scores["times, value"], range = scores["  first and last day"],
            mod = scores["  modifier"];
        foreach (GoldTime wanted in gold.Times.Where(t => !t.Optional))
        {
            Found? given = pairs.Find(p => p.Gold == wanted).Found;
            bool same = given is not null && SameWords(gold, wanted.Span, given.Span), right = given is not null
                && wanted.Values.Contains(given.Time.Value);
            strict.Wanted(same ? 1 : 0);
            (IsLength(wanted.Type) ? durations : dates).Wanted(same ? 1 : 0);
            overlap.Wanted(given is null ? 0 : 1);
            value.Wanted(right ? 1 : 0);
            if (given is null)
                scores.Note(gold.Name, "times", $"missed: {gold.At(wanted.Span)} = {wanted.Values[0]}");
            else if (!right)
                scores.Note(gold.Name, "times",
                    $"value: {gold.At(wanted.Span)} = {wanted.Values[0]}, found {given.Time.Text} = {given.Time.Value} "
                        + $"({given.Time.Rule})");
            else if (!same)
                scores.Note(gold.Name, "times", $"words: {gold.At(wanted.Span)}, found {given.Time.Text}");
            if (given is not null && right && (wanted.Start ?? wanted.End) is not null)
            {
                // An open side ("until Friday") is not held against the day that the words alone begin on.
                bool days = (wanted.Start is null || Day(given.Time.Start) == wanted.Start)
                    && (wanted.End is null || Day(given.Time.End) == wanted.End);
                range.Pair(days);
                if (!days)
                    scores.Note(gold.Name, "range",
                        $"{gold.At(wanted.Span)}: {wanted.Start}..{wanted.End}, found {given.Time.Start}..{given.Time.End}");
            }
            if (given is not null && wanted.Mod is { } modifier)
                mod.Pair(modifier == given.Time.Mod);
        }
        foreach (Found given in times)
        {
            GoldTime? wanted = pairs.Find(p => p.Found == given).Gold;
            if (wanted is { Optional: true } || (wanted is null && gold.Times.Any(t => t.Optional && t.Span.Overlaps(given.Span))))
                continue;
            bool same = wanted is not null && SameWords(gold, wanted.Span, given.Span);
            strict.Given(same ? 1 : 0);
            (given.Time.Type is TimeType.Duration or TimeType.Set ? durations : dates).Given(same ? 1 : 0);
            overlap.Given(wanted is null ? 0 : 1);
            value.Given(wanted?.Values.Contains(given.Time.Value) == true ? 1 : 0);
            if (wanted is null)
                scores.Note(gold.Name, "times", $"false: {given.Time.Text} = {given.Time.Value} ({given.Time.Rule})");
        }
        AddTimeline(scores, gold, found, pairs);
    }

    private static void AddTimeline(Scores scores, GoldStory gold, Story found, List<(GoldTime Gold, Found Found)> pairs)
    {
        Score timeline = scores["timeline"], planned = scores["  planned or not"];
        HashSet<GoldTime> met = [];
        foreach (TimelineEntry entry in found.Timeline)
        {
            GoldTime? wanted = pairs.Find(p => p.Found.Index == entry.Time).Gold;
            if (wanted is { Optional: true }
                || (wanted is null && gold.Times.Any(t => t.Optional && t.Span.Overlaps(found.Times[entry.Time].Span.ToSpan()))))
                continue;
            bool right = wanted is { InTimeline: true } && wanted.Values.Contains(entry.When) && OneParagraph(gold, entry, wanted)
                && met.Add(wanted);
            timeline.Given(right ? 1 : 0);
            if (right)
                planned.Pair(wanted!.Planned == entry.Planned);
            if (!right)
                scores.Note(gold.Name, "timeline", $"false: {entry.When} ({entry.Rule}) {entry.Text}");
            else if (wanted!.Planned != entry.Planned)
                scores.Note(gold.Name, "planned", $"{gold.At(wanted.Span)} in: {entry.Text}");
        }
        foreach (GoldTime wanted in gold.Times.Where(t => t is { InTimeline: true, Optional: false }))
        {
            timeline.Wanted(met.Contains(wanted) ? 1 : 0);
            if (!met.Contains(wanted))
                scores.Note(gold.Name, "timeline", $"missed: {wanted.Values[0]} {gold.At(wanted.Span)}");
        }
    }

    private static bool OneParagraph(GoldStory gold, TimelineEntry entry, GoldTime time) =>
        entry.Span.ToSpan().Contains(time.Span) && !gold.Text.AsSpan(entry.Span.Start, entry.Span.Length).Contains('\n');

    private static IEnumerable<Found> InCaption(GoldStory gold, Caption caption)
    {
        Span text = DatelineScoring.TextOf(gold, caption);
        return caption.Times.Select(t => new Found(t, new Span(text.Start + t.Span.Start, text.Start + t.Span.End), -1));
    }

    // "About" and its like may belong to the words or not.
    private static bool SameWords(GoldStory gold, Span wanted, Span found) =>
        wanted == found || Trimmed(gold, wanted) == Trimmed(gold, found);

    private static Span Trimmed(GoldStory gold, Span span)
    {
        foreach (string word in Approximators)
            if (gold.At(span).StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
                return new Span(span.Start + word.Length + 1, span.End);
        return span;
    }

    private static bool IsLength(string type) => type is "DURATION" or "SET";

    private static string? Day(string? moment) => moment?.Split('T')[0];

    /// <summary>A time that was found; <paramref name="Index"/> is its place in the story's list, -1 for one of a caption.</summary>
    private sealed record Found(TimeMention Time, Span Span, int Index);
}
