using Skiplink.Stories;
using StoryScore.Gold;

namespace StoryScore.Scoring;

/// <summary>Datelines, captions and their credits.</summary>
internal static class DatelineScoring
{
    public static void Add(Scores scores, GoldStory gold, Story found)
    {
        Score place = scores["datelines"], whole = scores["datelines, all parts"];
        GoldDateline? wanted = gold.Dateline;
        Dateline? given = found.Dateline;
        bool right = wanted is not null && given is not null && Pairing.Dice(wanted.Span, given.Span.ToSpan()) >= 0.9;
        bool parts = right && Letters(wanted!.Place ?? "") == Letters(string.Concat(given!.PlaceParts)) && wanted.Date == given.Date
            && wanted.Agencies.ToHashSet().SetEquals(given.Agencies);
        foreach ((Score score, bool good) in new[] { (place, right), (whole, parts) })
        {
            if (wanted is not null)
                score.Wanted(good ? 1 : 0);
            if (given is not null)
                score.Given(good ? 1 : 0);
        }
        if ((wanted is not null || given is not null) && !parts)
            scores.Note(gold.Name, "datelines", $"{Show(gold, wanted)} ≠ {Show(found)}");
        AddCaptions(scores, gold, found);
    }

    private static void AddCaptions(Scores scores, GoldStory gold, Story found)
    {
        Score captions = scores["captions"], credits = scores["credits"];
        List<(GoldCaption Gold, Caption Found)> pairs =
            Pairing.Best(gold.Captions, found.Captions, (g, f) => Pairing.Dice(g.Span, TextOf(gold, f)), 0.9);
        foreach (GoldCaption wanted in gold.Captions)
        {
            Caption? given = pairs.Find(p => p.Gold == wanted).Found;
            bool credit = given is not null && SameCredit(wanted, given.Credit);
            captions.Wanted(given is null ? 0 : 1);
            credits.Wanted(credit ? 1 : 0);
            if (given is null)
                scores.Note(gold.Name, "captions", $"missed: {gold.At(wanted.Span)}");
            else if (!credit)
                scores.Note(gold.Name, "credits", $"{wanted.Raw}: {Show(given.Credit)}");
        }
        foreach (Caption given in found.Captions.Where(c => c.Span is not null))
        {
            GoldCaption? wanted = pairs.Find(p => p.Found == given).Gold;
            captions.Given(wanted is null ? 0 : 1);
            if (given.Credit is not null)
                credits.Given(wanted is not null && SameCredit(wanted, given.Credit) ? 1 : 0);
            if (wanted is null)
                scores.Note(gold.Name, "captions", $"false: {given.Text}");
        }
    }

    /// <summary>Where the caption's own words stand: its span has the credit too.</summary>
    public static Span TextOf(GoldStory gold, Caption caption)
    {
        int at = caption.Span is { } span ? gold.Text.IndexOf(caption.Text, span.Start, StringComparison.Ordinal) : -1;
        return at < 0 ? default : new Span(at, at + caption.Text.Length);
    }

    private static bool SameCredit(GoldCaption gold, Credit? found) =>
        found is not null
        && gold.Photographers.ToHashSet().SetEquals(found.Photographers)
        && gold.Agencies.ToHashSet().SetEquals(found.Agencies)
        && (gold.Role ?? "none").Equals(found.Role.ToString(), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();

    private static string Show(GoldStory gold, GoldDateline? d) =>
        d is null ? "none" : $"“{gold.At(d.Span)}” {d.Place}, {d.Date}, {string.Join("+", d.Agencies)}";

    private static string Show(Story found) => found.Dateline is not { } d ? "none"
        : $"{d.Span.Start}..{d.Span.End} {string.Join(", ", d.PlaceParts)}, {d.Date}, {string.Join("+", d.Agencies)}";

    private static string Show(Credit? c) =>
        c is null ? "none" : $"{string.Join("+", c.Photographers)} / {string.Join("+", c.Agencies)} {c.Role}";
}
