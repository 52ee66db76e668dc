using System.Globalization;
using Skiplink.Text;

namespace Skiplink.Metadata.Values;

/// <summary>Parses machine-readable dates and writes them in ISO 8601, as exact as they are, with their own offset.</summary>
internal static class IsoDate
{
    private const int MaxLength = 80;

    /// <summary>The date in ISO 8601, or empty if it is not a date or not a plausible one (before 1980, after 2100).</summary>
    /// <param name="text">The date.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May.</param>
    /// <param name="dates">The reader of written dates.</param>
    /// <param name="texts">The memory for texts.</param>
    public static ReadOnlyMemory<char> Parse(ReadOnlySpan<char> text, bool isMonthFirst, DateReader dates, TextArena texts)
    {
        text = text.Trim();
        if (text.Length is < 4 or > MaxLength)
            return default;
        return FromIso(text, texts) is { IsEmpty: false } iso ? iso : FromWords(text, isMonthFirst, dates) is { IsEmpty: false } written
            ? written : FromUnix(text, texts);
    }

    /// <summary><c>2024-05-12</c>, <c>2024-05-12T08:30:00+02:00</c>, <c>20240512</c>, <c>2024-05</c>, <c>2024/05/12 08:30</c>.</summary>
    private static ReadOnlyMemory<char> FromIso(ReadOnlySpan<char> rest, TextArena texts)
    {
        if (!Number(ref rest, 4, out int year) || year is < WrittenDate.FirstYear or > WrittenDate.LastYear)
            return default;
        char separator = rest.Length > 0 ? rest[0] : '\0';
        bool isCompact = char.IsAsciiDigit(separator);
        if (!isCompact && separator is not ('-' or '/' or '.'))
            return default;
        if (!isCompact)
            rest = rest[1..];
        if (!Number(ref rest, isCompact ? 2 : 0, out int month) || month is < 1 or > 12)
            return default;
        if (rest.IsEmpty && !isCompact && separator == '-')
            return DateText.Of(year, month, 0, texts);
        if (!isCompact)
        {
            if (rest.IsEmpty || rest[0] != separator)
                return default;
            rest = rest[1..];
        }
        if (!Number(ref rest, isCompact ? 2 : 0, out int day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return default;
        return TimeOf(rest) is { } time ? DateText.Of(year, month, day, time, texts) : DateText.Of(year, month, day, texts);
    }

    /// <summary>The time of day with its offset, or null if none follows the date.</summary>
    private static ClockTime? TimeOf(ReadOnlySpan<char> rest)
    {
        // A compact time has no colons: 20240512T083000Z.
        if (rest.Length >= 7 && rest[0] == 'T' && Compact(ref rest, out ClockTime compact))
            return compact with { Offset = OffsetOf(rest) };
        rest = rest.TrimStart(" T,t");
        if (!Number(ref rest, 0, out int hour) || hour > 23 || rest.IsEmpty || rest[0] != ':')
            return null;
        rest = rest[1..];
        if (!Number(ref rest, 2, out int minute) || minute > 59)
            return null;
        int second = -1;
        if (rest.StartsWith(":") && rest.Length >= 3)
        {
            rest = rest[1..];
            if (!Number(ref rest, 2, out second) || second > 60)
                return new(hour, minute, -1, default);
            second = Math.Min(second, 59);
            if (rest.Length > 0 && rest[0] is '.' or ',')
                rest = rest[1..].TrimStart("0123456789");
        }
        rest = rest.Trim();
        bool afternoon = rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase),
            morning = rest.StartsWith("am", StringComparison.OrdinalIgnoreCase);
        if ((afternoon || morning) && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (afternoon ? 12 : 0);
            rest = rest[2..].TrimStart();
        }
        return new(hour, minute, second, OffsetOf(rest));
    }

    private static UtcOffset OffsetOf(ReadOnlySpan<char> rest)
    {
        if (rest.Equals("Z", StringComparison.OrdinalIgnoreCase) || rest.Equals("UTC", StringComparison.OrdinalIgnoreCase)
            || rest.Equals("GMT", StringComparison.OrdinalIgnoreCase))
            return new('Z', 0, 0);
        if (rest.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
            rest = rest[3..].TrimStart();
        if (rest.IsEmpty || rest[0] is not ('+' or '-' or '\u2212'))
            return default;
        char sign = rest[0] == '+' ? '+' : '-';
        rest = rest[1..];
        if (!Number(ref rest, 2, out int hours) || hours > 14)
            return default;
        rest = rest.TrimStart(':');
        return new(sign, (byte)hours, Number(ref rest, 2, out int minutes) && minutes < 60 ? (byte)minutes : (byte)0);
    }

    /// <summary><c>Sun, 12 May 2024 08:30:00 GMT</c>, <c>May 12, 2024 8:30 am</c>, <c>12/05/2024</c>.</summary>
    private static ReadOnlyMemory<char> FromWords(scoped ReadOnlySpan<char> text, bool isMonthFirst, DateReader dates)
    {
        Span<char> ordered = stackalloc char[MaxLength + 4];
        text = Ordered(text, ordered) is > 0 and int length ? ordered[..length] : text;
        // A numeric date with a twelve-hour time is American.
        return dates.First(text, isMonthFirst || text.EndsWith(" AM") || text.EndsWith(" PM"));
    }

    /// <summary>Reorders a Unix date (<c>Fri Apr 28 19:20:36 CEST 2023</c>); the length, or 0 if it is none.</summary>
    private static int Ordered(ReadOnlySpan<char> text, Span<char> ordered)
    {
        Span<Range> ranges = stackalloc Range[MaxLength / 2];
        int count = text.Split(ranges, ' ', StringSplitOptions.RemoveEmptyEntries);
        if (count < 5)
            return 0;
        ReadOnlySpan<char> month = text[ranges[1]], day = text[ranges[2]], clock = text[ranges[3]], year = text[ranges[count - 1]];
        if (month.Length < 3 || day.Length > 2 || year.Length != 4 || !char.IsAsciiDigit(year[0]) || !clock.Contains(':'))
            return 0;
        return ordered.TryWrite($"{month} {day} {year} {clock} {(count > 5 ? text[ranges[4]] : default)}", out int length) ? length : 0;
    }

    /// <summary>Seconds or milliseconds since 1970.</summary>
    private static ReadOnlyMemory<char> FromUnix(ReadOnlySpan<char> text, TextArena texts)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            return default;
        DateTimeOffset time = text.Length == 10
            ? DateTimeOffset.FromUnixTimeSeconds(number)
            : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return time.Year is < 1990 or > WrittenDate.LastYear
            ? default
            : DateText.Of(time.Year, time.Month, time.Day, new(time.Hour, time.Minute, time.Second, new('Z', 0, 0)), texts);
    }

    /// <summary>Reads the six digits of a compact time after its T.</summary>
    private static bool Compact(ref ReadOnlySpan<char> text, out ClockTime time)
    {
        ReadOnlySpan<char> digits = text[1..7];
        time = default;
        if (digits.IndexOfAnyExceptInRange('0', '9') >= 0 || digits[0] > '2' || digits[2] > '5' || digits[4] > '5'
            || (digits[0] == '2' && digits[1] > '3'))
            return false;
        time = new(Two(digits), Two(digits[2..]), Two(digits[4..]), default);
        text = text[7..];
        return true;
    }

    private static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + (digits[1] - '0');

    /// <summary>Reads a number of exactly that many digits; 0 means one or two.</summary>
    private static bool Number(ref ReadOnlySpan<char> text, int digits, out int number)
    {
        int length = 0;
        number = 0;
        for (; length < text.Length && length < (digits == 0 ? 2 : digits) && char.IsAsciiDigit(text[length]); length++)
            number = (number * 10) + (text[length] - '0');
        if (length == 0 || (digits != 0 && length != digits))
            return false;
        text = text[length..];
        return true;
    }
}
