using System.Globalization;
using System.Text;
using Skiplink.Blocks;
using Skiplink.Html;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;

namespace Skiplink.Metadata.Ranking;

/// <summary>
/// The day of a story that names none of its own, from a caption and the weekday in its first paragraph: the picture was taken on April 25, 2019, the story says "on
/// Thursday". It is the first such weekday from the picture's day on, since a story that calls a day by its weekday is of that day or the one after.
/// </summary>
internal static class StoryDay
{
    private const int MostCaptionWords = 120;

    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>The day, or null.</summary>
    public static Finding? Of(HtmlDocument document, BlockTable blocks, NearbyLines lines)
    {
        if (lines.Lead is not { } lead || WeekdayOf(lead.Text) is not { } weekday)
            return null;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Words is < 4 or > MostCaptionWords || (blocks.Elements[blocks[i].Inner].Surroundings & (Surroundings.Caption | Surroundings.Figure)) == 0)
                continue;
            StringBuilder text = new();
            for (int node = blocks[i].FirstNode; node <= blocks[i].LastNode; node++)
            {
                if (blocks.BlockOf(node) == i)
                    text.Append(Encoding.UTF8.GetString(new HtmlNode(document, node).Utf8Text));
            }
            if (From(Tidy.Text(text.ToString()), lead.Text, weekday) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>The day from a caption and the first paragraph, or null.</summary>
    public static Finding? Of(string caption, string lead) => WeekdayOf(lead) is { } weekday ? From(caption, lead, weekday) : null;

    private static Finding? From(string caption, string lead, DayOfWeek weekday)
    {
        if (WrittenDate.FindAll(caption, isMonthFirst: true).FirstOrDefault(static d => d.HasDay) is not { Value.Length: >= 10 } date)
            return null;
        DateOnly day = DateOnly.ParseExact(date.Value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        day = day.AddDays((((int)weekday - (int)day.DayOfWeek) + 7) % 7);
        return new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "text", $"{caption[date.Start..date.End]}; on {weekday}");
    }

    /// <summary>The one weekday that a paragraph names with "on"; null when it names none or several.</summary>
    private static DayOfWeek? WeekdayOf(string paragraph)
    {
        DayOfWeek? found = null;
        for (int i = 0; i < Weekdays.Length; i++)
        {
            int at = paragraph.IndexOf("on " + Weekdays[i], StringComparison.Ordinal);
            if (at < 0 || (at > 0 && char.IsLetter(paragraph[at - 1])))
                continue;
            if (found is not null)
                return null;
            found = (DayOfWeek)i;
        }
        return found;
    }
}
