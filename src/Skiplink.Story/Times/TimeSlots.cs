namespace Skiplink.Stories.Times;

/// <summary>What the places of a pattern held: two of those that a range has two of.</summary>
internal struct TimeSlots
{
    public int Month, Month2;
    public int Day, Day2;
    public int Year, Year2;
    public int Weekday, Weekday2;

    /// <summary>Hours of a clock as they stand; -1 for none.</summary>
    public int Hour, Hour2;
    public int Minute, Minute2;

    /// <summary>What a half of the day adds to the hour: 0 or 12; -1 for none.</summary>
    public int Meridiem;

    /// <summary>A number of units, or which of them; -1 when only its being several is known.</summary>
    public int Number;
    public int Number2;

    public string? Unit, Season, DayPart, Holiday, Zone;

    public static readonly TimeSlots Empty = new() { Hour = -1, Hour2 = -1, Meridiem = -1 };

    public void AddMonth(int value) => Add(ref Month, ref Month2, value, 0);

    public void AddDay(int value) => Add(ref Day, ref Day2, value, 0);

    public void AddYear(int value) => Add(ref Year, ref Year2, value, 0);

    public void AddWeekday(int value) => Add(ref Weekday, ref Weekday2, value, 0);

    public void AddHour(int value) => Add(ref Hour, ref Hour2, value, -1);

    public void AddNumber(int value) => Add(ref Number, ref Number2, value, 0);

    public void AddMinute(int value)
    {
        if (Hour2 >= 0)
            Minute2 = value;
        else
            Minute = value;
    }

    private static void Add(ref int first, ref int second, int value, int none)
    {
        if (first == none)
            first = value;
        else
            second = value;
    }
}
