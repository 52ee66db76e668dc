using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
using Skiplink.Stories.Times;

namespace Skiplink.Stories.Timeline;

/// <summary>Puts what happened in order: each day or longer time that the text names, with its sentence. When something was said belongs to the quote; lengths of time happen at no time.</summary>
internal static class TimelineReader
{
    /// <summary>A word that compares stands within so many tokens before.</summary>
    private const int Reach = 5;

    /// <summary>Times that measure, compare or name: since 2008, than in 2020, the truce of September 2018.</summary>
    private static bool IsApart(StoryText text, TimeFind time)
    {
        if (time.Mod == "SINCE" || (time.First > 0 && text.IsWord(time.First - 1, text.Language.OfWord) && text.Language.OfWord != 0))
            return true;
        for (int i = time.First - 1; i >= Math.Max(0, time.First - Reach); i--)
        {
            if (text[i].Mark is ',' or ';' or '.' && text[i].HasSpaceBefore)
                return false;
            if (text.Is(i, WordClass.Comparison))
                return true;
        }
        return false;
    }

    public static List<TimelineEntry> Read(StoryText text, List<TimeFind> times, List<TimeMention> told, int body, Func<int, bool> isElsewhere)
    {
        List<TimelineEntry> entries = [];
        for (int t = 0; t < times.Count; t++)
        {
            TimeFind time = times[t];
            if (time.Time.Type is TimeType.Duration or TimeType.Set || isElsewhere(t) || time.Time.Value.Start is null || IsApart(text, time))
                continue;
            Sentence sentence = text.Sentences[Math.Min(text[time.First].Sentence, text.Sentences.Count - 1)];
            // The dateline is no part of the first sentence.
            TextSpan span = text.Span(sentence.First < body && body < sentence.End ? body : sentence.First, sentence.End);
            entries.Add(new()
            {
                When = told[t].Value,
                Text = span.Of(text.Text),
                Span = span,
                Planned = time.Planned,
                Time = t,
                Rule = time.Rule,
                Confidence = Math.Round(time.Time.Confidence * 0.9, 2),
            });
        }
        return [.. entries.OrderBy(e => told[e.Time].Start, StringComparer.Ordinal).ThenBy(e => e.Span.Start)];
    }
}
