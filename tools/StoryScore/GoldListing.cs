using System.Globalization;
using System.Text;
using StoryScore.Gold;

namespace StoryScore;

/// <summary>What a story's annotations resolve to, for people who review them.</summary>
internal static class GoldListing
{
    public static string Of(GoldStory story)
    {
        StringBuilder b = new();
        b.Append(CultureInfo.InvariantCulture, $"== {story.Name} ({story.Published}, {story.Language})\n");
        if (story.Dateline is { } d)
            b.Append(CultureInfo.InvariantCulture,
                $"dateline  {Show(story, d.Span)}: {d.Place}, {d.Date}, {string.Join("; ", d.Agencies)}\n");
        foreach (GoldCaption c in story.Captions)
            b.Append(CultureInfo.InvariantCulture,
                $"caption   {Show(story, c.Span)}: {string.Join("; ", c.Photographers)} / {string.Join("; ", c.Agencies)} {c.Role}\n");
        foreach (GoldTime t in story.Times)
            b.Append(CultureInfo.InvariantCulture,
                $"time      {Around(story, t.Span)}: {string.Join(" or ", t.Values)} {t.Mod} "
                    + $"[{t.Start}..{t.End}]{(t.InTimeline ? t.Planned ? " planned" : " happened" : "")}\n");
        foreach (GoldQuote q in story.Quotes)
        {
            b.Append(CultureInfo.InvariantCulture, $"{q.Kind,-9} {string.Join(" + ", q.Content.Select(c => Show(story, c)))}\n");
            b.Append(CultureInfo.InvariantCulture,
                $"          by {Around(story, q.Speaker)} = {q.Entity?.Name ?? "-"}, cue {Around(story, q.Cue)}, "
                    + $"to {Around(story, q.Addressee)}, when {Around(story, q.When)}\n");
        }
        foreach (GoldEntity e in story.Entities)
            b.Append(CultureInfo.InvariantCulture,
                $"{e.Kind,-12} {e.Name} ({string.Join("; ", e.Roles)}): {string.Join("; ", e.Mentions.Select(story.At))}\n");
        if (story.Optional.Count > 0)
            b.Append(CultureInfo.InvariantCulture, $"either    {string.Join("; ", story.Optional.Select(story.At))}\n");
        return b.ToString();
    }

    private static string Show(GoldStory story, Span span) => $"“{story.At(span)}”";

    // With a little of what stands before and after, so that a wrong place is seen.
    private static string Around(GoldStory story, Span? span)
    {
        if (span is not { } s)
            return "-";
        string before = story.Text[Math.Max(0, s.Start - 12)..s.Start], after = story.Text[s.End..Math.Min(story.Text.Length, s.End + 8)];
        return $"…{before}⟦{story.At(s)}⟧{after}…".Replace('\n', '¶');
    }
}
