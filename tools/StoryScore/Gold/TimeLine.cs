using System.Globalization;

namespace StoryScore.Gold;

/// <summary>Reads <c>time QUOTE = VALUE | …</c>.</summary>
internal static class TimeLine
{
    private static readonly string[] Modifiers = ["START", "MID", "END", "APPROX", "BEFORE", "AFTER"];

    public static GoldTime Read(Fields fields, Func<string, Span> place)
    {
        fields.Allow("mod", "start", "end", "anchor", "type", "said", "planned", "apart");
        int equals = fields.First.LastIndexOf(" = ", StringComparison.Ordinal);
        if (equals < 0)
            throw new FormatException("a time has a value");
        Span span = place(fields.First[..equals]);
        string[] values = fields.First[(equals + 3)..].Split(" or ", StringSplitOptions.TrimEntries);
        string type = fields.One("type") ?? TypeOf(values[0]);
        string? mod = fields.One("mod");
        if (mod is not null && !Modifiers.Contains(mod))
            throw new FormatException($"no modifier: {mod}");

        (string? start, string? end) = (fields.One("start"), fields.One("end"));
        bool derive = type is "DATE" or "TIME" && mod is null && (start is null || end is null);
        (string? first, string? last) = derive ? TimexRange.Of(values[0]) : (null, null);
        (start, end) = (start ?? first, end ?? last);
        Span? anchor = fields.One("anchor") is { } words ? place(words) : null;
        bool apart = fields.Has("said") || fields.Has("apart") || type is "DURATION" or "SET";
        return new GoldTime(
            span, fields.Kind == "time?", type, values, start == "none" ? null : start, end == "none" ? null
                : end, mod, anchor, !apart, fields.Has("planned"));
    }

    private static string TypeOf(string value)
    {
        if (value.Contains("XXXX", StringComparison.Ordinal))
            return "SET";
        if (value[0] == 'P')
            return "DURATION";
        return value.Contains('T', StringComparison.Ordinal) ? "TIME" : "DATE";
    }
}

/// <summary>First and last day of a TIMEX3 value.</summary>
internal static class TimexRange
{
    /// <exception cref="FormatException">It is no value of a date.</exception>
    public static (string? Start, string? End) Of(string value)
    {
        if (value.Split('/') is [string from, string to])
            return (Of(from).Start, Of(to).End);
        (DateOnly first, DateOnly last) = Days(value.Split('T')[0], value);
        return (Iso(first), Iso(last));
    }

    private static (DateOnly, DateOnly) Days(string value, string whole)
    {
        if (value.All(char.IsAsciiDigit) && value.Length is 2 or 3 or 4)
        {
            int years = value.Length switch { 2 => 100, 3 => 10, _ => 1 };
            DateOnly start = new(int.Parse(value, CultureInfo.InvariantCulture) * years, 1, 1);
            return (start, start.AddYears(years).AddDays(-1));
        }
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", out DateOnly day))
            return (day, day);
        if (DateOnly.TryParseExact(value + "-01", "yyyy-MM-dd", out DateOnly month) && value.Length == 7)
            return (month, month.AddMonths(1).AddDays(-1));
        if (value.Length >= 7 && value[4] == '-' && int.TryParse(value.AsSpan(0, 4), out int year))
            return Part(year, value[5..], whole);
        throw new FormatException($"no TIMEX3 value: {whole}");
    }

    private static (DateOnly, DateOnly) Part(int year, string part, string whole)
    {
        (int month, int length) = part switch
        {
            "Q1" => (1, 3),
            "Q2" => (4, 3),
            "Q3" => (7, 3),
            "Q4" => (10, 3),
            "H1" => (1, 6),
            "H2" => (7, 6),
            "SP" => (3, 3),
            "SU" => (6, 3),
            "FA" => (9, 3),
            "WI" => (12, 3),
            _ => (0, 0),
        };
        if (month > 0)
            return (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(length).AddDays(-1));
        if (part[0] == 'W' && part.Length is 3 or 6 && int.TryParse(part.AsSpan(1, 2), out int week) && week is >= 1 and <= 53)
        {
            DateOnly monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
            if (part.Length == 3)
                return (monday, monday.AddDays(6));
            if (part.EndsWith("-WE", StringComparison.Ordinal))
                return (monday.AddDays(5), monday.AddDays(6));
        }
        throw new FormatException($"no TIMEX3 value: {whole}");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
