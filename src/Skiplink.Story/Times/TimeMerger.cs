using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>
/// Makes one time of a day and the clock or part of the day beside it, and gives clocks that stand alone the day they belong to.
/// </summary>
internal static class TimeMerger
{
    public static void Merge(StoryText text, TimeContext context, List<TimeMatch> found)
    {
        int kept = 0;
        for (int i = 0; i < found.Count; i++)
        {
            TimeMatch find = found[i];
            AddDayPart(text, find);
            if (i > 0)
                FollowWeekday(text, found[kept - 1], find);
            if (kept > 0 && Joined(text, found[kept - 1], find) is { } both)
            {
                found[kept - 1] = both;
                continue;
            }
            found[kept++] = find;
        }
        found.RemoveRange(kept, found.Count - kept);
        ClockDays.Give(text, context, found);
    }

    /// <summary>Friday and Saturday: the second is the one behind the first.</summary>
    private static void FollowWeekday(StoryText text, TimeMatch first, TimeMatch second)
    {
        if (first.Rule != "weekday" || second.Rule != "weekday" || second.First != first.End + 1
            || !text.Is(first.End, WordClass.Conjunction)
            || first.Time.Value is not { Start: { } from } || second.Time.Value is not { Start: { } day, Clock: var clock } || day > from)
            return;
        second.Time = second.Time with { Value = Timex.Day(Timex.Plus(day, 7)) with { Clock = clock } };
        second.Planned = first.Planned || second.Planned;
    }

    /// <summary>Tuesday night: the part of the day behind a day.</summary>
    private static void AddDayPart(StoryText text, TimeMatch find)
    {
        if (!IsDay(find) || !text.Matches.TryGet(find.End, WordClass.DayPart, out LexiconMatch part))
            return;
        find.End += part.Length;
        find.Time = find.Time with { Type = TimeType.Time, Value = find.Time.Value with { Clock = "T" + part.Value } };
    }

    private static bool IsDay(TimeMatch find) =>
        find.Time.Type == TimeType.Date && find.Time.Value is { Clock: null } value
        && (value.IsDay || value.Value.StartsWith("XXXX-W", StringComparison.Ordinal));

    /// <summary>Whether it is a clock whose day is not known yet.</summary>
    public static bool IsClock(TimeMatch find) => find.Time.Type == TimeType.Time && find.Time.Value.Value.Length == 0;

    private static TimeMatch? Joined(StoryText text, TimeMatch left, TimeMatch right)
    {
        if (text[left.First].Sentence != text[right.First].Sentence || !IsJoint(text, left.End, right.First))
            return null;
        bool isDayFirst =
            (IsDay(left)
            || (left.Time.Type == TimeType.Time && !IsClock(left) && left.Time.Value.Clock is "TMO" or "TAF" or "TEV" or "TNI"))
            && IsClock(right);
        if (isDayFirst)
            return With(left, right, left.First, right.End, left);
        if (IsClock(left) && (IsDay(right) || (right.Time.Type == TimeType.Time && !IsClock(right))) && right.Time.Value.Value.Length > 0)
            return With(right, left, left.First, right.End, right);
        // Wednesday, April 24: the date says it, if it is a Wednesday or not.
        if (left.Rule == "weekday" && right.Rule is "date" && IsDay(left) && IsDay(right) && left.Time.Value.Clock is null)
            return new()
            {
                First = left.First,
                End = right.End,
                Time = right.Time,
                Rule = right.Rule,
                Mod = left.Mod
                ?? right.Mod,
                Tense = right.Tense,
                Planned = right.Planned
            };
        return null;
    }

    private static TimeMatch With(TimeMatch day, TimeMatch clock, int first, int end, TimeMatch main) => new()
    {
        First = first,
        End = end,
        Time = day.Time with { Type = TimeType.Time, Value = day.Time.Value with { Clock = clock.Time.Value.Clock } },
        Rule = main.Rule + "-clock",
        Mod = day.Mod ?? clock.Mod,
        Tense = main.Tense,
        Planned = main.Planned,
    };

    /// <summary>Nothing between, a comma, or a word that joins (<c>on</c>, <c>at</c>, <c>um</c>).</summary>
    private static bool IsJoint(StoryText text, int end, int next)
    {
        int between = next - end;
        if (between == 0)
            return true;
        if (between == 1)
            return text[end].Is(',') || (text.Matches.TryGet(end, WordClass.TimeLink, out LexiconMatch link) && link.Value == "join");
        return between == 2 && text[end].Is(',') && text.Matches.TryGet(end + 1, WordClass.TimeLink, out LexiconMatch joining)
            && joining.Value == "join";
    }
}
