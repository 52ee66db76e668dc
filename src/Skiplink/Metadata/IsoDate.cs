using System.Globalization;

namespace Skiplink.Metadata;

/// <summary>Reads dates as machines write them and gives them back in ISO 8601, no more exact than they were, in the offset they were written in.</summary>
internal static class IsoDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date in ISO 8601, or null when it is none or cannot be meant (before 1980, after 2100).</summary>
    public static string? Parse(string text)
    {
        text = text.Trim();
        return text.Length is < 4 or > 80 ? null : FromIso(text) ?? FromWords(text) ?? FromUnix(text);
    }

    /// <summary><c>2024-05-12</c>, <c>2024-05-12T08:30:00+02:00</c>, <c>20240512</c>, <c>2024-05</c>, <c>2024/05/12 08:30</c>.</summary>
    private static string? FromIso(string text)
    {
        ReadOnlySpan<char> rest = text;
        if (!Number(ref rest, 4, out int year) || year is < 1980 or > 2100)
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
        string date = Format($"{year:D4}-{month:D2}-{day:D2}");
        return date + Time(rest);
    }

    /// <summary>The time of day with its offset in ISO 8601, or empty when what follows the date is none.</summary>
    private static string Time(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" T,t");
        if (!Number(ref rest, 0, out int hour) || hour > 23 || rest.IsEmpty || rest[0] != ':')
            return "";
        rest = rest[1..];
        if (!Number(ref rest, 2, out int minute) || minute > 59)
            return "";
        string time = Format($"T{hour:D2}:{minute:D2}");
        if (rest.StartsWith(":") && rest.Length >= 3)
        {
            rest = rest[1..];
            if (!Number(ref rest, 2, out int second) || second > 60)
                return time;
            time = Format($"{time}:{Math.Min(second, 59):D2}");
            if (rest.Length > 0 && rest[0] is '.' or ',')
            {
                rest = rest[1..];
                rest = rest.TrimStart("0123456789");
            }
        }
        rest = rest.Trim();
        bool afternoon = rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase), morning = rest.StartsWith("am", StringComparison.OrdinalIgnoreCase);
        if ((afternoon || morning) && hour is >= 1 and <= 12)
        {
            int full = (hour % 12) + (afternoon ? 12 : 0);
            time = Format($"T{full:D2}{time[3..]}");
            rest = rest[2..].TrimStart();
        }
        return time + Offset(rest);
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
        if (!Number(ref rest, 2, out int hours) || hours > 15)
            return "";
        rest = rest.TrimStart(':');
        return Format($"{sign}{hours:D2}:{(Number(ref rest, 2, out int minutes) ? minutes : 0):D2}");
    }

    /// <summary><c>Sun, 12 May 2024 08:30:00 GMT</c>, <c>May 12, 2024 8:30 am</c>, <c>12 May 2024</c>.</summary>
    private static string? FromWords(string text)
    {
        int month = 0, day = 0, year = 0, at = 0;
        while (at < text.Length && (month == 0 || day == 0 || year == 0))
        {
            int start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                if (at < text.Length && text[at] == ':')
                    return null;
                int number = at - start <= 4 ? int.Parse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
                if (at - start == 4 && year == 0)
                    year = number;
                else if (at - start <= 2 && day == 0)
                    day = number;
                else
                    return null;
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at]))
                    at++;
                string word = text[start..at].ToLowerInvariant();
                int found = word.Length >= 3 ? Array.FindIndex(Months, m => word.StartsWith(m, StringComparison.Ordinal)) + 1 : 0;
                if (found > 0 && month == 0)
                    month = found;
                else if (day == 0 && month == 0 && at > 12)
                    return null;
            }
            else
            {
                at++;
            }
        }
        return month == 0 || year is < 1980 or > 2100 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : Format($"{year:D4}-{month:D2}-{day:D2}") + Time(text.AsSpan(at).TrimStart(" ,at-|"));
    }

    /// <summary>Seconds or milliseconds since 1970.</summary>
    private static string? FromUnix(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            return null;
        DateTimeOffset time = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return time.Year is < 1990 or > 2100 ? null : time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
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

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
