namespace Skiplink.Stories.Times;

/// <summary>Times that are counted: from the day of writing, or from a time that the text has named.</summary>
internal static class RelativeTimes
{
    public static ResolvedTime? Weekday(int weekday, string argument, TimeContext context, Tense tense)
    {
        if (context.Reference is not { } reference)
            return new(TimeType.Date, new($"XXXX-WXX-{weekday}", null, null), 0.6);
        int today = Timex.Weekday(reference), back = (today - weekday + 7) % 7, ahead = (weekday - today + 7) % 7;
        (int days, double confidence) = argument switch
        {
            // The day before today is yesterday and not last Monday.
            "-1" => (back <= 1 ? -back - 7 : -back, 0.8),
            "+1" => (7 + weekday - today, 0.75),
            "last-week" => (weekday - today - 7, 0.9),
            "this-week" => (weekday - today, 0.9),
            "next-week" => (weekday - today + 7, 0.9),
            "0" => (tense == Tense.Past ? -back : ahead, 0.8),
            _ when tense == Tense.Future => (ahead, 0.85),
            _ => (-back, tense == Tense.Past ? 0.92 : 0.8),
        };
        return new(TimeType.Date, Timex.Day(Timex.Plus(reference, days)), confidence, reference);
    }

    /// <summary>A weekday and a part of it, <c>5_EV</c> for <c>Freitagabend</c>; 0 for the weekday of the pattern.</summary>
    public static ResolvedTime? WeekdayPart(string argument, in TimeSlots slots, TimeContext context, Tense tense)
    {
        string[] parts = argument.Split('_');
        int weekday = int.TryParse(parts[0], out int number) && number > 0 ? number : slots.Weekday;
        return Weekday(weekday, "", context, tense) is { } day
            ? day with { Type = TimeType.Time, Value = day.Value with { Clock = "T" + parts[^1] } } : null;
    }

    public static ResolvedTime? Weekdays(in TimeSlots slots, TimeContext context, Tense tense)
    {
        if (Weekday(slots.Weekday, "", context, tense) is not { } from)
            return null;
        if (from.Value.Start is not { } start)
            return new(TimeType.Date, new($"XXXX-WXX-{slots.Weekday}/XXXX-WXX-{slots.Weekday2}", null, null), 0.5);
        DateOnly end = Timex.Plus(start, (slots.Weekday2 - slots.Weekday + 7) % 7);
        return new(TimeType.Date, CalendarValue.Range(from.Value, Timex.Day(end)), from.Confidence - 0.1, context.Reference);
    }

    public static ResolvedTime? DayPart(string argument, in TimeSlots slots, DateOnly? reference)
    {
        if (reference is null)
            return null;
        string[] parts = argument.Split('_');
        string code = parts.Length > 1 ? parts[1] : slots.DayPart!;
        DateOnly day = Timex.Plus(reference.Value, int.TryParse(parts[0], out int days) ? days : 0);
        return new(TimeType.Time, Timex.Day(day) with { Clock = "T" + code }, 0.9, reference);
    }

    public static ResolvedTime? Period(string unit, int count, DateOnly? anchor)
    {
        if (anchor is not { } day)
            return null;
        CalendarValue? value = unit switch
        {
            "D" => Timex.Day(Timex.Plus(day, count)),
            "W" => Timex.Week(Timex.Plus(day, 7L * count)),
            // On Saturday and Sunday the weekend is this one.
            "WE" => Timex.Weekend(Timex.Plus(day, 7L * count)),
            "M" => Timex.PlusMonths(day, count) is var month ? Timex.Month(month.Year, month.Month) : null,
            "Q" => Timex.PlusMonths(day, 3L * count) is var month ? Timex.Quarter(month.Year, ((month.Month - 1) / 3) + 1) : null,
            "Y" => Timex.Year(day.Year + count),
            "DE" => Timex.Decade(day.Year + (10 * count)),
            "CE" => Timex.Century((day.Year / 100) + 1 + count),
            _ => null,
        };
        return value is { } known ? new(TimeType.Date, known, 0.92, anchor) : null;
    }

    /// <summary>So many units from a day; as exact as its unit.</summary>
    public static ResolvedTime? Counted(long count, int number, string unit, DateOnly? anchor, double confidence)
    {
        // A fortnight is two weeks.
        if (char.IsAsciiDigit(unit[0]))
            return Counted(count * (unit[0] - '0'), number, unit[1..], anchor, confidence);
        if (number >= 0 && unit is "H" or "MIN")
            return new(TimeType.Time, new("?", null, null), confidence, null,
                (int)Math.Clamp(unit == "H" ? count * 60 : count, -100_000, 100_000));
        if (anchor is not { } day || number < 0)
            return null;
        CalendarValue? value = unit switch
        {
            "D" => Timex.Day(Timex.Plus(day, count)),
            "W" => Timex.Week(Timex.Plus(day, 7 * count)),
            "M" => Timex.PlusMonths(day, count) is var month ? Timex.Month(month.Year, month.Month) : null,
            "Q" => Timex.PlusMonths(day, 3 * count) is var month ? Timex.Quarter(month.Year, ((month.Month - 1) / 3) + 1) : null,
            "Y" => Timex.Year((int)Math.Clamp(day.Year + count, 1, 9998)),
            "DE" => Timex.Decade((int)Math.Clamp(day.Year + (10 * count), 10, 9980)),
            "CE" => Timex.Century((int)Math.Clamp((day.Year / 100) + 1 + count, 1, 98)),
            _ => null,
        };
        return value is { } known ? new(TimeType.Date, known, confidence, day) : null;
    }

    /// <summary>The evening after, the morning before: counted from the day named last.</summary>
    public static ResolvedTime? PartFromLast(int days, string part, TimeContext context) =>
        FromLast(days, context) is { } day ? day with { Type = TimeType.Time, Value = day.Value with { Clock = "T" + part } } : null;

    /// <summary>The first season of its name that begins after the time named last, or the last before it.</summary>
    public static ResolvedTime? SeasonFromLast(int direction, string season, TimeContext context)
    {
        if ((context.LastDay ?? context.Reference) is not { } last)
            return null;
        int year = last.Year + direction;
        while (direction > 0 ? Timex.Season(year - 1, season).Start > last : Timex.Season(year + 1, season).End < last)
            year -= direction;
        return new(TimeType.Date, Timex.Season(year, season), 0.75, last);
    }

    public static ResolvedTime? FromLast(int days, TimeContext context)
    {
        if (context.LastDay is { } last)
            return new(TimeType.Date, Timex.Day(Timex.Plus(last, days)), 0.85, last);
        return context.Reference is { } reference ? new(TimeType.Date, Timex.Day(Timex.Plus(reference, days)), 0.4, reference) : null;
    }
}
