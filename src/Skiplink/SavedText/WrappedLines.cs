using System.Text;

namespace Skiplink.SavedText;

/// <summary>
/// Joins the lines of a text that was broken to a width: mail, text browsers, editors. A line was broken where the first word of the next
/// did not fit any more; a
/// paragraph ends where it would have. Text that was not broken (one line a paragraph) is left as it is.
/// </summary>
internal static class WrappedLines
{
    private const int MinWidth = 50;
    private const int MaxWidth = 132;

    /// <summary>Some break a little before the width: the next word may have fitted by so many columns.</summary>
    private const int Slack = 3;

    /// <summary>So many lines, and such a share of the long ones, must have been broken.</summary>
    private const int MinBroken = 4;
    private const double MinShare = 0.6;

    /// <summary>The paragraphs: joined lines where the text was broken to a width, the lines themselves otherwise. No blank ones.</summary>
    public static List<string> Join(IReadOnlyList<string> lines)
    {
        int width = WidthOf(lines);
        List<string> paragraphs = [];
        StringBuilder paragraph = new();
        string before = "";
        foreach (string raw in lines)
        {
            string line = raw.Trim();
            bool isPart = width > 0 && paragraph.Length > 0 && line.Length > 0 && IsBroken(before, raw, width) && !ListMark.Begins(line)
                && !IsIndented(before, raw);
            if (!isPart && paragraph.Length > 0)
            {
                paragraphs.Add(paragraph.ToString());
                paragraph.Clear();
            }
            if (line.Length > 0)
            {
                if (isPart && !IsWide(paragraph[^1]) && paragraph[^1] != '-')
                    paragraph.Append(' ');
                paragraph.Append(line);
            }
            before = raw;
        }
        if (paragraph.Length > 0)
            paragraphs.Add(paragraph.ToString());
        return paragraphs;
    }

    /// <summary>The width that the text was broken to, in columns, or 0.</summary>
    private static int WidthOf(IReadOnlyList<string> lines)
    {
        int[] lengths = new int[MaxWidth + 2];
        int prose = 0;
        foreach (string line in lines)
        {
            // An address is as long as it is; a word or two were not broken.
            if (line.AsSpan().Trim().Count(' ') < 3 && !line.Any(IsWide))
                continue;
            lengths[Math.Min(Columns(line.TrimEnd()), MaxWidth + 1)]++;
            prose++;
        }
        // The width is that of the longest line but for a few that could not be broken.
        int few = prose / 50, width = MaxWidth + 1;
        for (int over = lengths[width]; over <= few && width > MinWidth; over += lengths[--width])
        {
        }
        if (width is <= MinWidth or > MaxWidth)
            return 0;
        int broken = 0, long_ = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            string line = lines[i], next = lines[i + 1];
            if (string.IsNullOrWhiteSpace(next) || Columns(line.TrimEnd()) < width / 2)
                continue;
            long_++;
            broken += IsBroken(line, next, width) ? 1 : 0;
        }
        return broken >= MinBroken && broken >= long_ * MinShare ? width : 0;
    }

    /// <summary>Whether the next line's first word did not fit behind a line.</summary>
    private static bool IsBroken(string line, string next, int width)
    {
        ReadOnlySpan<char> first = next.AsSpan().Trim();
        if (first.IsEmpty || string.IsNullOrWhiteSpace(line))
            return false;
        int space = first.IndexOf(' ');
        first = IsWide(first[0]) ? first[..1] : space < 0 ? first : first[..space];
        return Columns(line.AsSpan().TrimEnd()) + 1 + Columns(first) > width - Slack;
    }

    /// <summary>Whether a line is set in further than the one before, as first lines of paragraphs are.</summary>
    private static bool IsIndented(string before, string line) => Indent(line) - Indent(before) is >= 2 and <= 12;

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    private static int Columns(ReadOnlySpan<char> line)
    {
        int columns = 0;
        foreach (char c in line)
            columns += IsWide(c) ? 2 : 1;
        return columns;
    }

    /// <summary>Characters that take two columns and are written without spaces.</summary>
    private static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF01' and <= '\uFF60');
}
