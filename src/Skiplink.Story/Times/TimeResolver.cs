using System.Globalization;

namespace Skiplink.Stories.Times;

/// <summary>A time that a pattern told, before its neighbours are looked at.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Value">Its value.</param>
/// <param name="Confidence">How sure the value is.</param>
/// <param name="Anchor">The day it was counted from, if any.</param>
/// <param name="Minutes">For a time that is so many minutes from the clock named last, their number.</param>
internal sealed record ResolvedTime(TimeType Type, CalendarValue Value, double Confidence, DateOnly? Anchor = null, int? Minutes = null);

/// <summary>Gives patterns their values: what a line of <c>times.txt</c> means on a calendar.</summary>
internal static class TimeResolver
{
    /// <summary>The value, or null when there is none on any calendar.</summary>
    /// <param name="meaning">What the pattern means.</param>
    /// <param name="slots">What its places held.</param>
    /// <param name="context">The days to count from.</param>
    /// <param name="tense">Where its verb looks.</param>
    public static ResolvedTime? Resolve(TimeMeaning meaning, in TimeSlots slots, TimeContext context, Tense tense)
    {
        DateOnly? reference = context.Reference;
        switch (meaning.Action)
        {
            case "date":
                return Date(slots.Month, slots.Day, Year(slots.Year, meaning, reference), context, tense);
            case "dates":
                return Range(Date(slots.Month, slots.Day, slots.Year, context, tense),
                    Date(slots.Month2 > 0 ? slots.Month2 : slots.Month, slots.Day2, slots.Year2 > 0 ? slots.Year2
                    : slots.Year, context, tense));
            case "month":
                return Month(slots.Month, Year(slots.Year, meaning, reference), context, tense);
            case "months":
                return Range(
                    Month(slots.Month, Year(slots.Year, meaning, reference), context, tense),
                    Month(slots.Month2, slots.Year2 > 0 ? slots.Year2 : Year(slots.Year, meaning, reference), context, tense));
            case "year":
                return new(TimeType.Date, Timex.Year(slots.Year), 0.95);
            case "years":
                return slots.Year2 > slots.Year && slots.Year2 - slots.Year < 1000
                    ? new(TimeType.Date, CalendarValue.Range(Timex.Year(slots.Year), Timex.Year(slots.Year2)), 0.9) : null;
            // The 1600s are a century; the 2000s are as often ten years.
            case "decade":
                return new(TimeType.Date, slots.Year % 100 == 0 && slots.Year < 2000 ? Timex.Century((slots.Year / 100) + 1)
                    : Timex.Decade(slots.Year), 0.95);
            case "named-decade":
                return new(TimeType.Date, Timex.Decade(1900 + (10 * Argument(meaning))), 0.85);
            case "century":
                return new(TimeType.Date, Timex.Century(slots.Number), 0.9);
            case "season":
                return Season(slots.Season!, slots.Year, meaning.Argument, reference, tense);
            case "quarter":
                return Quarter(slots.Number, slots.Year, meaning.Argument, reference, tense);
            case "quarter-of":
                return Quarter(Argument(meaning), slots.Year, "", reference, tense);
            case "half-of":
                return Argument(meaning) is 1 or 2 && (slots.Year > 0 || reference is not null)
                    ? new(TimeType.Date, Timex.Half(slots.Year > 0 ? slots.Year : reference!.Value.Year, Argument(meaning)), 0.85,
                    slots.Year > 0 ? null : reference) : null;
            case "half":
                return slots.Number is 1 or 2 && (slots.Year > 0 || reference is not null)
                    ? new(TimeType.Date,
                    Timex.Half(slots.Year > 0 ? slots.Year : YearOf(reference!.Value, meaning.Argument), slots.Number), 0.85, reference)
                    : null;
            case "weekday":
                return RelativeTimes.Weekday(slots.Weekday, meaning.Argument, context, tense);
            case "weekday-part":
                return RelativeTimes.WeekdayPart(meaning.Argument, slots, context, tense);
            case "weekdays":
                return RelativeTimes.Weekdays(slots, context, tense);
            case "day":
                return reference is null ? null
                    : new(TimeType.Date, Timex.Day(Timex.Plus(reference.Value, Argument(meaning))), 0.95, reference);
            case "day-part":
                return RelativeTimes.DayPart(meaning.Argument, slots, reference);
            case "period":
                return RelativeTimes.Period(slots.Unit!, Argument(meaning), reference);
            case "period-from-last":
                return RelativeTimes.Period(slots.Unit!, Argument(meaning), context.LastDay ?? reference) is { } period
                    ? period with { Confidence = context.LastDay is null ? 0.5 : 0.8 } : null;
            case "unit":
                return meaning.Argument.Split(' ') is [string count, string unit]
                    ? RelativeTimes.Period(unit, int.Parse(count, CultureInfo.InvariantCulture), reference) : null;
            case "nth-weekday":
                return NthWeekday(slots, meaning.Argument, context, tense);
            case "months-to":
                return MonthsTo(slots, context);
            case "month-of":
                return reference is null ? null : MonthOf(slots.Month, Argument(meaning), reference.Value);
            case "ago":
                return RelativeTimes.Counted(-slots.Number, slots.Number, slots.Unit!, reference, 0.9);
            case "ahead":
                return RelativeTimes.Counted(slots.Number, slots.Number, slots.Unit!, reference, 0.85);
            case "later":
                return RelativeTimes.Counted(slots.Number, slots.Number, slots.Unit!, context.LastDay ?? reference, context.LastDay is null
                    ? 0.5 : 0.8);
            case "earlier":
                return RelativeTimes.Counted(-slots.Number, slots.Number, slots.Unit!, context.LastDay
                    ?? reference, context.LastDay is null ? 0.5 : 0.8);
            case "part-from-last":
                return RelativeTimes.PartFromLast(Argument(meaning), slots.DayPart!, context);
            case "season-from-last":
                return RelativeTimes.SeasonFromLast(Argument(meaning), slots.Season!, context);
            case "from-last":
                return RelativeTimes.FromLast(Argument(meaning), context);
            case "holiday":
                return Holiday(slots.Holiday!, slots.Year, reference, tense);
            case "holiday-period":
                return Holiday(slots.Holiday!, slots.Year, reference, tense) is { Value.Start: { } feast } holiday
                    ? RelativeTimes.Period(slots.Unit!, Argument(meaning), feast) is { } beside ? beside with { Anchor = holiday.Anchor }
                        : null
                    : null;
            case "duration":
                return Duration(slots.Number == 0 && Argument(meaning) is > 0 and int number ? slots with { Number = number } : slots);
            case "length":
                return new(TimeType.Duration, new(meaning.Argument, null, null), 0.85);
            case "set":
                return new(TimeType.Set,
                    new(slots.Weekday > 0 ? $"XXXX-WXX-{slots.Weekday}"
                    : Length(Math.Max(1, slots.Number), slots.Unit ?? "D"), null, null), 0.85);
            case "clock":
                return ClockReading.Resolve(slots, meaning.Argument);
            default:
                return null;
        }
    }

    private static int Argument(TimeMeaning meaning) => int.TryParse(meaning.Argument, out int value) ? value : 0;

    /// <summary>The year that stands there, or for an argument like <c>y-1</c> one counted from that of writing.</summary>
    private static int Year(int year, TimeMeaning meaning, DateOnly? reference) =>
        meaning.Argument.StartsWith('y') && reference is { } day ? YearOf(day, meaning.Argument[1..]) : year;

    private static int YearOf(DateOnly reference, string argument) => reference.Year + (int.TryParse(argument, out int years) ? years : 0);

    private static ResolvedTime? Range(ResolvedTime? from, ResolvedTime? to)
    {
        if (from?.Value.Start is not { } start || to?.Value.End is not { } end)
            return from is null || to is null ? null : new(TimeType.Date, CalendarValue.Range(from.Value, to.Value), 0.5);
        return end < start ? null
            : new(TimeType.Date, CalendarValue.Range(from.Value, to.Value), Math.Min(from.Confidence, to.Confidence), from.Anchor);
    }

    private static ResolvedTime? Date(int month, int day, int year, TimeContext context, Tense tense)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return null;
        if (year > 0)
            return Timex.TryDay(year, month, day) is { } full ? new(TimeType.Date, Timex.Day(full), 0.98) : null;
        if (context.YearOfDay.TryGetValue((month, day), out int known) && Timex.TryDay(known, month, day) is { } named)
            return new(TimeType.Date, Timex.Day(named), 0.9, context.Reference);
        if (context.Reference is not { } reference)
            return new(TimeType.Date, new($"XXXX-{month:00}-{day:00}", null, null), 0.6);
        DateOnly? best = null;
        for (int y = reference.Year - 1; y <= reference.Year + 1; y++)
        {
            if (Timex.TryDay(y, month, day) is not { } candidate)
                continue;
            if (best is null || Math.Abs(candidate.DayNumber - reference.DayNumber) < Math.Abs(best.Value.DayNumber - reference.DayNumber))
                best = candidate;
        }
        if (best is not { } nearest)
            return null;
        // The nearest, unless the verb plainly looks the other way.
        int distance = nearest.DayNumber - reference.DayNumber;
        if (tense == Tense.Past && distance > 45)
            nearest = Timex.TryDay(nearest.Year - 1, month, day) ?? nearest;
        else if (tense == Tense.Future && distance < -60)
            nearest = Timex.TryDay(nearest.Year + 1, month, day) ?? nearest;
        return new(TimeType.Date, Timex.Day(nearest), 0.9, reference);
    }

    private static ResolvedTime? Month(int month, int year, TimeContext context, Tense tense)
    {
        if (month is < 1 or > 12)
            return null;
        if (year > 0)
            return new(TimeType.Date, Timex.Month(year, month), 0.97);
        if (context.NamedYear > 0)
            return new(TimeType.Date, Timex.Month(context.NamedYear, month), 0.7);
        if (context.Reference is not { } reference)
            return new(TimeType.Date, new($"XXXX-{month:00}", null, null), 0.6);
        int distance = ((month - reference.Month + 18) % 12) - 6;
        if (tense == Tense.Past && distance > 0)
            distance -= 12;
        // A month that has only just passed is seldom that of next year.
        else if (tense == Tense.Future && distance <= -3)
            distance += 12;
        DateOnly day = Timex.PlusMonths(new(reference.Year, reference.Month, 1), distance);
        return new(TimeType.Date, Timex.Month(day.Year, month), tense == Tense.Unknown ? 0.75 : 0.85, reference);
    }

    /// <summary>The first Monday of May, the third Thursday of next month.</summary>
    private static ResolvedTime? NthWeekday(in TimeSlots slots, string argument, TimeContext context, Tense tense)
    {
        DateOnly? month = slots.Month > 0
            ? Month(slots.Month, slots.Year, context, tense)?.Value.Start
            : context.Reference is { } reference
                ? Timex.PlusMonths(new(reference.Year, reference.Month, 1), int.TryParse(argument, out int months) ? months : 0) : null;
        if (month is not { } first || slots.Number is < 1 or > 5)
            return null;
        DateOnly day = first.AddDays(((slots.Weekday - Timex.Weekday(first) + 7) % 7) + (7 * (slots.Number - 1)));
        return day.Month == first.Month ? new(TimeType.Date, Timex.Day(day), 0.85, context.Reference) : null;
    }

    /// <summary>The three months ended June 30.</summary>
    private static ResolvedTime? MonthsTo(in TimeSlots slots, TimeContext context)
    {
        if (slots.Number is < 1 or > 24 || Date(slots.Month, slots.Day, slots.Year, context, Tense.Past)?.Value.End is not { } end)
            return null;
        DateOnly start = Timex.PlusMonths(end, 1 - slots.Number);
        return new(TimeType.Date, CalendarValue.Range(Timex.Month(start.Year, start.Month), Timex.Month(end.Year, end.Month)), 0.85,
            context.Reference);
    }

    private static ResolvedTime? MonthOf(int month, int direction, DateOnly reference)
    {
        int distance = month - reference.Month;
        if (direction < 0 && distance >= 0)
            distance -= 12;
        else if (direction > 0 && distance <= 0)
            distance += 12;
        DateOnly day = Timex.PlusMonths(new(reference.Year, reference.Month, 1), distance);
        return new(TimeType.Date, Timex.Month(day.Year, month), 0.85, reference);
    }

    private static ResolvedTime? Season(string season, int year, string argument, DateOnly? reference, Tense tense)
    {
        if (year > 0)
            return new(TimeType.Date, Timex.Season(year, season), 0.9);
        if (reference is not { } day)
            return null;
        if (argument.StartsWith('y'))
            return new(TimeType.Date, Timex.Season(YearOf(day, argument[1..]), season), 0.85, reference);
        CalendarValue same = Timex.Season(day.Year, season);
        int y = day.Year;
        if (argument == "-1" || (argument.Length == 0 && tense == Tense.Past))
            y -= same.Start > day || (argument == "-1" && same.End >= day) ? 1 : 0;
        else if (argument == "+1" || (argument.Length == 0 && tense == Tense.Future))
            y += same.End < day || (argument == "+1" && same.Start <= day) ? 1 : 0;
        else if (season == "WI" && day.Month <= 2)
            y--;
        return new(TimeType.Date, Timex.Season(y, season), 0.8, reference);
    }

    private static ResolvedTime? Quarter(int quarter, int year, string argument, DateOnly? reference, Tense tense)
    {
        if (quarter is < 1 or > 4)
            return null;
        if (year > 0)
            return new(TimeType.Date, Timex.Quarter(year, quarter), 0.9);
        if (reference is not { } day)
            return null;
        if (argument is "-1" or "+1" or "0")
            return new(TimeType.Date, Timex.Quarter(YearOf(day, argument), quarter), 0.85, reference);
        // The latest that has begun, or the next when the verb looks ahead.
        CalendarValue value = Timex.Quarter(day.Year, quarter);
        if (tense == Tense.Future && value.End < day)
            value = Timex.Quarter(day.Year + 1, quarter);
        else if (tense != Tense.Future && value.Start > day)
            value = Timex.Quarter(day.Year - 1, quarter);
        return new(TimeType.Date, value, 0.8, reference);
    }

    /// <summary>
    /// A holiday by its day (<c>12-25</c>) or by its days from Easter (<c>easter+1</c>); the nearest when no year is named.
    /// </summary>
    private static ResolvedTime? Holiday(string holiday, int year, DateOnly? reference, Tense tense)
    {
        if (year == 0 && reference is null)
            return null;
        int near = year > 0 ? year : reference!.Value.Year;
        DateOnly? best = null;
        for (int y = year > 0 ? near : near - 1; y <= (year > 0 ? near : near + 1); y++)
        {
            DateOnly? day = holiday.StartsWith("easter", StringComparison.Ordinal)
                ? Timex.Plus(Timex.Easter(Math.Clamp(y, 1583, 9000)), int.TryParse(holiday.AsSpan("easter".Length), out int days) ? days
                    : 0)
                : int.TryParse(holiday.AsSpan(0, 2), out int month) && int.TryParse(holiday.AsSpan(3), out int number)
                    ? Timex.TryDay(y, month, number) : null;
            if (day is { } candidate && (best is null || Distance(candidate) < Distance(best.Value)))
                best = candidate;
        }
        return best is { } found ? new(TimeType.Date, Timex.Day(found), 0.8, year > 0 ? null : reference) : null;

        int Distance(DateOnly day) => reference is null ? 0 : tense switch
        {
            Tense.Future when day < reference => 10_000,
            Tense.Past when day > reference => 10_000,
            _ => Math.Abs(day.DayNumber - reference.Value.DayNumber),
        };
    }

    private static ResolvedTime? Duration(in TimeSlots slots) =>
        slots.Number < 0 || slots.Unit is null ? null : new(TimeType.Duration, new(Length(slots.Number, slots.Unit), null, null), 0.9);

    private static string Length(int number, string unit) => unit switch
    {
        _ when char.IsAsciiDigit(unit[0]) => Length(number * (unit[0] - '0'), unit[1..]),
        "H" => $"PT{number}H",
        "MIN" => $"PT{number}M",
        "S" => $"PT{number}S",
        "Q" => $"P{number * 3}M",
        "WE" => $"P{number}WE",
        "DE" => $"P{number}DE",
        "CE" => $"P{number}CE",
        _ => $"P{number}{unit}",
    };
}
