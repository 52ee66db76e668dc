namespace Skiplink.Stories.Times;

/// <summary>Times of a clock: hours and minutes, the half of the day, the zone.</summary>
internal static class ClockReading
{
    /// <summary>The time without its day, which stands beside it or is the day of writing.</summary>
    public static ResolvedTime? Resolve(in TimeSlots slots, string argument)
    {
        int hour = slots.Hour, minute = slots.Minute;
        if (argument.Length > 0 && argument != "range")
            (hour, minute) =
                (int.Parse(argument.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture),
                int.Parse(argument.AsSpan(3, 2), System.Globalization.CultureInfo.InvariantCulture));
        if (!TryClock(hour, minute, slots.Meridiem, out string clock))
            return null;
        string value = "T" + clock + slots.Zone;
        if (argument == "range" && TryClock(slots.Hour2, slots.Minute2, slots.Meridiem, out string until))
            value += "/T" + until + slots.Zone;
        return new(TimeType.Time, new("", null, null) { Clock = value }, 0.9);
    }

    private static bool TryClock(int hour, int minute, int meridiem, out string clock)
    {
        clock = "";
        if (hour is < 0 or > 24 || minute is < 0 or > 59 || (meridiem >= 0 && hour is 0 or > 12))
            return false;
        if (meridiem >= 0)
            hour = (hour % 12) + meridiem;
        clock = $"{hour:00}:{minute:00}";
        return true;
    }
}
