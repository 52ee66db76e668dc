using System.Globalization;

namespace Skiplink.Stories.Times;

/// <summary>
/// Offsets of zones that have a summer time: <c>US-5</c> in the word lists is Eastern Time, an hour later from the second Sunday of March
/// to the first of November.
/// </summary>
internal static class ZoneOffset
{
    private const string UnitedStates = "US";

    /// <summary>The clock with its offset as ISO 8601 writes it.</summary>
    public static string Resolve(string clock, DateOnly? day)
    {
        int at = clock.IndexOf(UnitedStates, StringComparison.Ordinal);
        if (at < 0
            || !int.TryParse(clock.AsSpan(at + UnitedStates.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out int hours))
            return clock;
        if (day is { } date && date >= Sunday(date.Year, 3, 2) && date < Sunday(date.Year, 11, 1))
            hours++;
        return $"{clock[..at]}-{-hours:00}:00";
    }

    private static DateOnly Sunday(int year, int month, int ordinal)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (ordinal - 1)));
    }
}
