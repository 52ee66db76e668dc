using System.Globalization;
using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>
/// Gives clocks that stand alone the day they belong to: that of their sentence, of the sentence before, or of writing. A day on which
/// something was only said is none.
/// </summary>
internal static class ClockDays
{
    public static void Give(StoryText text, TimeContext context, List<TimeMatch> found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            TimeMatch clock = found[i];
            if (clock.Time.Minutes is { } minutes)
                clock.Time = Count(text, found, i, minutes);
            if (!TimeMerger.IsClock(clock))
                continue;
            DateOnly? day = Near(text, found, i);
            DateOnly? given = day ?? context.Reference;
            clock.Time = clock.Time with
            {
                Value = given is { } known ? Timex.Day(known) with { Clock = clock.Time.Value.Clock }
                    : new("XXXX-XX-XX", null, null) { Clock = clock.Time.Value.Clock },
                Confidence = day is null ? 0.6 : 0.75,
                Anchor = given,
            };
        }
    }

    private static DateOnly? Near(StoryText text, List<TimeMatch> found, int clock)
    {
        int sentence = text[found[clock].First].Sentence;
        for (int j = clock - 1; j >= 0 && text[found[j].First].Sentence == sentence; j--)
            if (DayOf(text, found[j]) is { } before)
                return before;
        for (int j = clock + 1; j < found.Count && text[found[j].First].Sentence == sentence; j++)
            if (found[j].Time.Value.Clock is null && DayOf(text, found[j]) is { } behind)
                return behind;
        for (int j = clock - 1; j >= 0 && sentence - text[found[j].First].Sentence <= 1; j--)
            if (text[found[j].First].Sentence < sentence && found[j].Planned == found[clock].Planned && DayOf(text, found[j]) is { } last)
                return last;
        return null;
    }

    private static DateOnly? DayOf(StoryText text, TimeMatch find) =>
        find.Time is { Type: TimeType.Date or TimeType.Time, Value: { Start: { } start, End: { } end } } && start == end
            && find.Mod is not ("UNTIL" or "SINCE") && !IsOfSaying(text, find) ? start : null;

    /// <summary>Said Wednesday; told reporters on Friday; wie die Polizei am Freitag mitteilte.</summary>
    private static bool IsOfSaying(StoryText text, TimeMatch find)
    {
        if (find.End < text.Count && text.Is(find.End, WordClass.SpeechVerb))
            return true;
        for (int i = find.First - 1; i >= 0 && i >= find.First - 3 && text[i].Kind == TokenKind.Word; i--)
            if (text.Is(i, WordClass.SpeechVerb))
                return true;
        return false;
    }

    /// <summary>So many minutes from the clock that was named before; a length of time when none was.</summary>
    private static ResolvedTime Count(StoryText text, List<TimeMatch> found, int at, int minutes)
    {
        int sentence = text[found[at].First].Sentence;
        for (int j = at - 1; j >= 0 && sentence - text[found[j].First].Sentence <= 2; j--)
        {
            if (found[j].Time.Value is not { Start: { } day, Clock: { Length: >= 6 } clock } || clock[3] != ':'
                || !TimeOnly.TryParseExact(clock.AsSpan(1, 5), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None,
                    out TimeOnly time))
                continue;
            DateOnly on = Timex.Plus(day, (long)Math.Floor(((time.Hour * 60) + time.Minute + minutes) / 1440.0));
            string zone = clock.Contains('/', StringComparison.Ordinal) ? "" : clock[6..];
            return new(TimeType.Time,
                Timex.Day(on) with { Clock = "T" + time.AddMinutes(minutes).ToString("HH:mm", CultureInfo.InvariantCulture) + zone }, 0.8,
                day);
        }
        int length = Math.Abs(minutes);
        return new(TimeType.Duration, new(length % 60 == 0 ? $"PT{length / 60}H" : $"PT{length}M", null, null), 0.6);
    }
}
