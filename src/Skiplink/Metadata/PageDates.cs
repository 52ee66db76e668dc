using System.Globalization;
using System.Text;
using Skiplink.Html;

namespace Skiplink.Metadata;

/// <summary>Dates that stand in the page itself: <c>time</c> elements and the address.</summary>
internal static class PageDates
{
    /// <summary>The <c>time</c> elements that may name the date, the likeliest first: those marked for it, then those beside the page's heading.</summary>
    public static IEnumerable<Finding> FromTimes(IReadOnlyList<HtmlNode> times, bool isPublished)
    {
        return times
            .Select((node, index) => (Node: node, Index: index, Mark: MarkOf(node)))
            .Where(t => isPublished ? t.Mark != Mark.Modified : t.Mark == Mark.Modified)
            .OrderBy(static t => t.Mark == Mark.None ? 1 : 0).ThenBy(static t => t.Index)
            .Select(static t => Encoding.UTF8.GetString(t.Node.Utf8Attribute(HtmlNames.Datetime)) is { Length: > 0 } value ? value : Tidy.Text(t.Node.TextContent))
            .Where(static v => v.Length > 0)
            .Select(static v => new Finding(v, "time", v));
    }

    /// <summary>A date in the path of an address: <c>/2024/05/12/</c>, <c>/2024-05-12-</c>; <c>/2024/05/</c> is a month.</summary>
    public static Finding? FromUrl(string path)
    {
        for (int i = 0; i + 8 <= path.Length; i++)
        {
            if (path[i] is not ('/' or '-' or '_') || !Digits(path, i + 1, 4, out int year) || year is < 1990 or > 2100 || i + 5 >= path.Length)
                continue;
            char separator = path[i + 5];
            if (separator is not ('/' or '-') || !Digits(path, i + 6, 2, out int month) || month is < 1 or > 12)
                continue;
            string raw = path.Substring(i + 1, 7);
            if (i + 8 < path.Length && path[i + 8] == separator && Digits(path, i + 9, 2, out int day) && day >= 1 && day <= DateTime.DaysInMonth(year, month) && (i + 11 == path.Length || !char.IsAsciiDigit(path[i + 11])))
                return new(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}"), "url", path.Substring(i + 1, 10));
            if (separator == '/' && i + 8 < path.Length && path[i + 8] == '/')
                return new(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"), "url", raw);
        }
        return null;
    }

    private enum Mark
    {
        None,
        Published,
        Modified,
    }

    private static Mark MarkOf(HtmlNode time)
    {
        HtmlNode node = time;
        for (int i = 0; i < 2 && !node.IsNone && node.IsElement; i++, node = node.Parent)
        {
            string words = (Encoding.UTF8.GetString(node.Utf8Attribute(HtmlNames.Itemprop)) + " " + Encoding.UTF8.GetString(node.Utf8Attribute(HtmlNames.Class))).ToLowerInvariant();
            if (words.Contains("modified", StringComparison.Ordinal) || words.Contains("updated", StringComparison.Ordinal))
                return words.Contains("publish", StringComparison.Ordinal) ? Mark.Published : Mark.Modified;
            if (words.Contains("publish", StringComparison.Ordinal) || words.Contains("pubdate", StringComparison.Ordinal) || words.Contains("entry-date", StringComparison.Ordinal))
                return Mark.Published;
        }
        return Mark.None;
    }

    private static bool Digits(string text, int start, int count, out int number)
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
