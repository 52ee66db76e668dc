using System.Globalization;

namespace Skiplink.Stories.Times;

/// <summary>A value of TIMEX3 with its first and last day or moment.</summary>
/// <param name="Value">The value.</param>
/// <param name="Start">The first day; null when it cannot be told.</param>
/// <param name="End">The last day, itself part of it.</param>
internal readonly record struct CalendarValue(string Value, DateOnly? Start, DateOnly? End)
{
    /// <summary>A clock time or part of a day behind the day.</summary>
    public string? Clock { get; init; }

    public bool IsDay => Start is not null && Start == End && Value.Length >= 10 && Value[4] == '-' && char.IsAsciiDigit(Value[^1]);

    /// <summary>The range from the first of one to the last of another.</summary>
    public static CalendarValue Range(CalendarValue from, CalendarValue to) => new($"{from.Value}/{to.Value}", from.Start, to.End);
}

/// <summary>
/// Days, weeks, months and longer as TIMEX3 values. Days that no calendar has give null or are brought to the nearest that it has.
/// </summary>
internal static class Timex
{
    public static CalendarValue Day(DateOnly day) => new(Iso(day), day, day);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? TryDay(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;

    public static CalendarValue Month(int year, int month)
    {
        DateOnly first = new(Math.Clamp(year, 1, 9998), month, 1);
        return new(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1).AddDays(-1));
    }

    public static CalendarValue Year(int year)
    {
        year = Math.Clamp(year, 1, 9998);
        return new(year.ToString("0000", CultureInfo.InvariantCulture), new(year, 1, 1), new(year, 12, 31));
    }

    public static CalendarValue Decade(int year)
    {
        int first = Math.Clamp(year / 10 * 10, 10, 9980);
        return new((first / 10).ToString("000", CultureInfo.InvariantCulture), new(first, 1, 1), new(first + 9, 12, 31));
    }

    /// <summary>The nth century: the 20th has the value 19.</summary>
    public static CalendarValue Century(int ordinal)
    {
        int first = Math.Clamp((ordinal - 1) * 100, 1, 9800);
        return new((ordinal - 1).ToString("00", CultureInfo.InvariantCulture), new(first, 1, 1), new(first + 99, 12, 31));
    }

    /// <summary>The week after ISO 8601 that a day is in.</summary>
    public static CalendarValue Week(DateOnly day)
    {
        DateOnly monday = Monday(day);
        DateTime thursday = monday.AddDays(3).ToDateTime(default);
        return new($"{ISOWeek.GetYear(thursday):0000}-W{ISOWeek.GetWeekOfYear(thursday):00}", monday, monday.AddDays(6));
    }

    public static CalendarValue Weekend(DateOnly day)
    {
        CalendarValue week = Week(day);
        return new(week.Value + "-WE", week.Start!.Value.AddDays(5), week.End);
    }

    public static CalendarValue Quarter(int year, int quarter) => Months(year, (quarter * 3) - 2, 3, $"{year:0000}-Q{quarter}");

    public static CalendarValue Half(int year, int half) => Months(year, (half * 6) - 5, 6, $"{year:0000}-H{half}");

    /// <summary>A season of the northern year; winter is that of the year it begins in.</summary>
    public static CalendarValue Season(int year, string season) =>
        Months(year, season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 3, $"{year:0000}-{season}");

    public static DateOnly Monday(DateOnly day) => Plus(day, -(((int)day.DayOfWeek + 6) % 7));

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int Weekday(DateOnly day) => (((int)day.DayOfWeek + 6) % 7) + 1;

    /// <summary>So many days on, within the calendar.</summary>
    public static DateOnly Plus(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber - 800));

    public static DateOnly PlusMonths(DateOnly day, long months)
    {
        long index = Math.Clamp(((long)day.Year * 12) + day.Month - 1 + months, 12, (9998 * 12) - 1);
        int year = (int)(index / 12), month = (int)(index % 12) + 1;
        return new(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>Easter Sunday of the western church (the anonymous Gregorian algorithm).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7,
            m = (a + (11 * h) + (22 * l)) / 451;
        int month = (h + l - (7 * m) + 114) / 31, day = ((h + l - (7 * m) + 114) % 31) + 1;
        return new(year, month, day);
    }

    private static CalendarValue Months(int year, int month, int count, string value)
    {
        DateOnly first = new(Math.Clamp(year, 1, 9998), month, 1);
        return new(value, first, first.AddMonths(count).AddDays(-1));
    }
}
