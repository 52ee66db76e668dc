using System.Globalization;
using System.Runtime.CompilerServices;

namespace Skiplink.Metadata.Values;

/// <summary>Reads dates as machines write them and gives them back in ISO 8601, no more exact than they were, in the offset they were written in.</summary>
internal static class IsoDate
{
    private const int MostCharacters = 80;

    /// <summary>The date in ISO 8601, or null when it is none or cannot be meant (before 1980, after 2100).</summary>
    /// <param name="text">The date.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May.</param>
    public static string? Parse(string text, bool isMonthFirst = false)
    {
        text = text.Trim();
        return text.Length is < 4 or > MostCharacters ? null : FromIso(text) ?? FromWords(text, isMonthFirst) ?? FromUnix(text);
    }

    /// <summary><c>2024-05-12</c>, <c>2024-05-12T08:30:00+02:00</c>, <c>20240512</c>, <c>2024-05</c>, <c>2024/05/12 08:30</c>.</summary>
    private static string? FromIso(string text)
    {
        ReadOnlySpan<char> rest = text;
        if (!Number(ref rest, 4, out int year) || year is < WrittenDate.FirstYear or > WrittenDate.LastYear)
            return null;
        char separator = rest.Length > 0 ? rest[0] : '\0';
        bool isCompact = char.IsAsciiDigit(separator);
        if (!isCompact && separator is not ('-' or '/' or '.'))
            return null;
        if (!isCompact)
            rest = rest[1..];
        if (!Number(ref rest, isCompact ? 2 : 0, out int month) || month is < 1 or > 12)
            return null;
        if (rest.IsEmpty && !isCompact && separator == '-')
            return Format($"{year:D4}-{month:D2}");
        if (!isCompact)
        {
            if (rest.IsEmpty || rest[0] != separator)
                return null;
            rest = rest[1..];
        }
        if (!Number(ref rest, isCompact ? 2 : 0, out int day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return Format($"{year:D4}-{month:D2}-{day:D2}") + Time(rest);
    }

    /// <summary>The time of day with its offset in ISO 8601, or empty when what follows the date is none.</summary>
    private static string Time(ReadOnlySpan<char> rest)
    {
        // A compact time has no colons: 20240512T083000Z.
        if (rest.Length >= 7 && rest[0] == 'T' && Number(ref rest, out ReadOnlySpan<char> compact))
            return Format($"T{compact[..2]}:{compact[2..4]}:{compact[4..6]}{Offset(rest)}");
        rest = rest.TrimStart(" T,t");
        if (!Number(ref rest, 0, out int hour) || hour > 23 || rest.IsEmpty || rest[0] != ':')
            return "";
        rest = rest[1..];
        if (!Number(ref rest, 2, out int minute) || minute > 59)
            return "";
        string seconds = "";
        if (rest.StartsWith(":") && rest.Length >= 3)
        {
            rest = rest[1..];
            if (!Number(ref rest, 2, out int second) || second > 60)
                return Format($"T{hour:D2}:{minute:D2}");
            seconds = Format($":{Math.Min(second, 59):D2}");
            if (rest.Length > 0 && rest[0] is '.' or ',')
                rest = rest[1..].TrimStart("0123456789");
        }
        rest = rest.Trim();
        bool afternoon = rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase), morning = rest.StartsWith("am", StringComparison.OrdinalIgnoreCase);
        if ((afternoon || morning) && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (afternoon ? 12 : 0);
            rest = rest[2..].TrimStart();
        }
        return Format($"T{hour:D2}:{minute:D2}{seconds}") + Offset(rest);
    }

    private static string Offset(ReadOnlySpan<char> rest)
    {
        if (rest.Equals("Z", StringComparison.OrdinalIgnoreCase) || rest.Equals("UTC", StringComparison.OrdinalIgnoreCase) || rest.Equals("GMT", StringComparison.OrdinalIgnoreCase))
            return "Z";
        if (rest.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("UTC", StringComparison.OrdinalIgnoreCase))
            rest = rest[3..].TrimStart();
        if (rest.IsEmpty || rest[0] is not ('+' or '-' or '\u2212'))
            return "";
        char sign = rest[0] == '+' ? '+' : '-';
        rest = rest[1..];
        if (!Number(ref rest, 2, out int hours) || hours > 14)
            return "";
        rest = rest.TrimStart(':');
        return Format($"{sign}{hours:D2}:{(Number(ref rest, 2, out int minutes) && minutes < 60 ? minutes : 0):D2}");
    }

    /// <summary><c>Sun, 12 May 2024 08:30:00 GMT</c>, <c>May 12, 2024 8:30 am</c>, <c>12/05/2024</c>.</summary>
    private static string? FromWords(string text, bool isMonthFirst)
    {
        // The order of Unix: Fri Apr 28 19:20:36 CEST 2023.
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, { Length: >= 3 } month, { Length: <= 2 } day, var clock, .., { Length: 4 } year] parts && char.IsAsciiDigit(year[0]) && clock.Contains(':', StringComparison.Ordinal))
            text = $"{month} {day} {year} {clock} {(parts.Length > 5 ? parts[4] : "")}";
        // A numeric date with the time in twelve hours is as the United States write it.
        bool isAmerican = isMonthFirst || text.EndsWith(" AM", StringComparison.Ordinal) || text.EndsWith(" PM", StringComparison.Ordinal);
        List<WrittenDate> dates = WrittenDate.FindAll(text, isAmerican);
        return dates.Count > 0 ? dates[0].Value : null;
    }

    /// <summary>Seconds or milliseconds since 1970.</summary>
    private static string? FromUnix(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            return null;
        DateTimeOffset time = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return time.Year is < 1990 or > WrittenDate.LastYear ? null : time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the six digits of a compact time behind its T.</summary>
    private static bool Number(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> digits)
    {
        digits = text[1..7];
        if (digits.IndexOfAnyExceptInRange('0', '9') >= 0 || digits[0] > '2' || digits[2] > '5' || digits[4] > '5' || (digits[0] == '2' && digits[1] > '3'))
            return false;
        text = text[7..];
        return true;
    }

    /// <summary>Reads a number of exactly so many digits; 0 for one or two.</summary>
    private static bool Number(ref ReadOnlySpan<char> text, int digits, out int number)
    {
        int length = 0;
        while (length < text.Length && length < (digits == 0 ? 2 : digits) && char.IsAsciiDigit(text[length]))
            length++;
        number = 0;
        if (length == 0 || (digits != 0 && length != digits))
            return false;
        number = int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[length..];
        return true;
    }

    private static string Format(DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);
}
