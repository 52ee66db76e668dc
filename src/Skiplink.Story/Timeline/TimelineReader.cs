using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;

namespace Skiplink.Stories.Timeline;

/// <summary>
/// Puts what happened in order: each day or longer time that the text names, with its sentence. When something was said belongs to the
/// quote; lengths of time happen at no time.
/// </summary>
internal static class TimelineReader
{
    public static List<TimelineEntry> Read(StoryText text, List<TimeMatch> times, List<TimeMention> mentions, int body, Func<int,
        bool> isElsewhere)
    {
        List<TimelineEntry> entries = [];
        for (int t = 0; t < times.Count; t++)
        {
            TimeMatch time = times[t];
            if (time.Time.Type is TimeType.Duration or TimeType.Set || isElsewhere(t) || time.Time.Value.Start is null
                || IsMeasure(text, time))
                continue;
            Sentence sentence = text.Sentences[Math.Min(text[time.First].Sentence, text.Sentences.Count - 1)];
            // The dateline is no part of the first sentence.
            TextSpan span = text.Span(sentence.First < body && body < sentence.End ? body : sentence.First, sentence.End);
            entries.Add(new()
            {
                When = mentions[t].Value,
                Text = span.Of(text.Text),
                Span = span,
                Planned = time.Planned,
                Time = t,
                Rule = time.Rule,
                Confidence = Math.Round(time.Time.Confidence * 0.9, 2),
            });
        }
        return [.. entries.OrderBy(e => mentions[e.Time].Start, StringComparer.Ordinal).ThenBy(e => e.Span.Start)];
    }

    /// <summary>A time that only measures: more than in 2020, up from 2 percent a year earlier, the first since 2016.</summary>
    private static bool IsMeasure(StoryText text, TimeMatch time)
    {
        const int Reach = 10;
        int least = Math.Max(text.Sentences[Math.Min(text[time.First].Sentence, text.Sentences.Count - 1)].First, time.First - Reach);
        for (int i = time.First - 1; i >= least; i--)
        {
            if (text[i].Mark is ';' or '–' or ':')
                return false;
            if (!text.Matches.TryGet(i, WordClass.Comparison, out LexiconMatch comparison))
                continue;
            bool isMeasure = comparison.Value switch
            {
                "than" => i + comparison.Length == time.First,
                "compared" => true,
                _ => time.Mod == "SINCE",
            };
            if (isMeasure)
                return true;
        }
        return false;
    }
}
