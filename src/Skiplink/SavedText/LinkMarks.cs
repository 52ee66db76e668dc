using System.Text;

namespace Skiplink.SavedText;

/// <summary>
/// The links that text browsers write out: numbers in brackets before the text (<c>[12]More</c>) with a list of references at the end, as
/// lynx does; addresses in angle
/// brackets behind it, as Firefox does. The marks are taken out; the list is not text.
/// </summary>
internal static class LinkMarks
{
    private const int MaxDigits = 4;

    /// <summary>The lines without marks and without the list of references.</summary>
    public static string[] Without(string[] lines)
    {
        int references = References(lines, out int links);
        bool hasNumbers = references < lines.Length && links > 0;
        string[] text = hasNumbers ? lines[..references] : lines;
        for (int i = 0; i < text.Length; i++)
        {
            if (hasNumbers && text[i].Contains('[', StringComparison.Ordinal))
                text[i] = WithoutNumbers(text[i]);
            if (text[i].Contains("<http", StringComparison.Ordinal) || text[i].Contains("<mailto:", StringComparison.Ordinal))
                text[i] = WithoutAddresses(text[i]);
        }
        return text;
    }

    /// <summary>
    /// The line at which the list of references begins: a heading of its own, then a numbered address a line; the number of lines when
    /// there is none.
    /// </summary>
    private static int References(string[] lines, out int links)
    {
        links = 0;
        int start = lines.Length;
        for (int i = lines.Length - 1; i >= 0; i--)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || IsOneOf(BoilerplateData.LinkHeadings, line))
                continue;
            if (IsReference(line))
            {
                links++;
                start = i;
                continue;
            }
            return IsOneOf(BoilerplateData.ReferenceHeadings, line) ? i : links >= 3 ? start : lines.Length;
        }
        return lines.Length;
    }

    private static bool IsOneOf(string[] headings, string line) => headings.Contains(line.TrimEnd(':'), StringComparer.OrdinalIgnoreCase);

    // 12. http://example.org/
    private static bool IsReference(string line)
    {
        int digits = 0;
        while (digits < line.Length && digits <= MaxDigits && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits is > 0 and <= MaxDigits && line.AsSpan(digits).StartsWith(". ") && line.AsSpan(digits + 2).TrimStart() is var address
            && address.IndexOf(' ') < 0 && address.IndexOf(':') is > 1 and < 10;
    }

    private static string WithoutNumbers(string line)
    {
        StringBuilder text = new(line.Length);
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '[')
            {
                int end = i + 1;
                while (end < line.Length && end - i <= MaxDigits && char.IsAsciiDigit(line[end]))
                    end++;
                if (end > i + 1 && end < line.Length && line[end] == ']')
                {
                    i = end;
                    continue;
                }
            }
            text.Append(line[i]);
        }
        return text.ToString();
    }

    private static string WithoutAddresses(string line)
    {
        StringBuilder text = new(line.Length);
        int from = 0;
        while (line.IndexOf('<', from) is >= 0 and int open && line.IndexOf('>', open) is >= 0 and int close)
        {
            ReadOnlySpan<char> inside = line.AsSpan(open + 1, close - open - 1);
            bool isAddress = !inside.Contains(' ')
                && (inside.StartsWith("http://") || inside.StartsWith("https://") || inside.StartsWith("mailto:"));
            text.Append(isAddress ? line.AsSpan(from, open - from).TrimEnd() : line.AsSpan(from, close + 1 - from));
            from = close + 1;
        }
        return text.Append(line.AsSpan(from)).ToString();
    }
}
