using Skiplink.Metadata.Values;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>
/// The date in the path of a URL: <c>/2024/05/12/</c>, <c>/2024-05-12-</c>, <c>/20240512/</c>; <c>/2024/05/</c> is a month.
/// </summary>
internal static class AddressDate
{
    private const int FirstYear = 1990;

    /// <summary>The date, or null.</summary>
    public static Candidate? Find(ReadOnlyMemory<char> address, TextArena texts)
    {
        ReadOnlySpan<char> path = address.Span;
        for (int i = 0; i + 7 < path.Length; i++)
        {
            if (path[i] is not ('/' or '-' or '_') || !Digits(path, i + 1, 4, out int year)
                || year is < FirstYear or > WrittenDate.LastYear)
                continue;
            char separator = path[i + 5];
            if (char.IsAsciiDigit(separator))
            {
                if (Digits(path, i + 5, 2, out int compactMonth) && Digits(path, i + 7, 2, out int compactDay)
                    && IsDay(year, compactMonth, compactDay) && IsEnd(path, i + 9))
                    return Day(year, compactMonth, compactDay, address.Slice(i + 1, 8), texts);
                continue;
            }
            if (separator is not ('/' or '-') || !Digits(path, i + 6, 2, out int month) || month is < 1 or > 12)
                continue;
            if (i + 8 < path.Length && path[i + 8] == separator && Digits(path, i + 9, 2, out int day) && IsDay(year, month, day)
                && IsEnd(path, i + 11))
                return Day(year, month, day, address.Slice(i + 1, 10), texts);
            if (separator == '/' && i + 8 < path.Length && path[i + 8] == '/')
                return Day(year, month, 0, address.Slice(i + 1, 7), texts);
        }
        return null;
    }

    private static Candidate Day(int year, int month, int day, ReadOnlyMemory<char> raw, TextArena texts) =>
        new(DateText.Of(year, month, day, texts), MetadataSource.Url, raw);

    private static bool IsDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsEnd(ReadOnlySpan<char> path, int at) => at == path.Length || !char.IsAsciiDigit(path[at]);

    private static bool Digits(ReadOnlySpan<char> text, int start, int count, out int number)
    {
        number = 0;
        if (start + count > text.Length)
            return false;
        for (int i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return false;
            number = (number * 10) + (text[i] - '0');
        }
        return true;
    }
}
