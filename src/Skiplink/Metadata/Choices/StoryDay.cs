using System.Globalization;
using System.Text;
using Skiplink.Html;
using Skiplink.Metadata.Candidates;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;
using Skiplink.Vocabulary;

namespace Skiplink.Metadata.Choices;

/// <summary>
/// The day of a story that names none, from a caption and the weekday in its first paragraph: the picture was taken on April 25, 2019, and
/// the story says "on Thursday". It is the first such weekday from the day of the picture on, since a story that names a weekday is of that
/// day or of the next.
/// </summary>
internal static class StoryDay
{
    private const int MaxCaptionWords = 120;
    private const int MaxCaptionLength = 4000;

    /// <summary>The day, or null.</summary>
    public static Candidate? Of(PageDocument page, NearbyLines lines, DateReader dates, TextArena texts)
    {
        if (lines.Lead is not { } lead || WeekdayNames.OnlyInSentence(lead.Text.Span) is not { } weekday)
            return null;
        BlockTable blocks = page.Blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            ContextFlags context = blocks.Elements[blocks[i].Inner].Context;
            if (blocks[i].Words is < 4 or > MaxCaptionWords || (context & (ContextFlags.Caption | ContextFlags.Figure)) == 0)
                continue;
            Span<char> text = texts.Reserve(MaxCaptionLength);
            int length = 0;
            foreach (int node in blocks.TextNodesOf(i))
            {
                ReadOnlySpan<byte> piece = new HtmlNode(page.Html, node).Utf8Text;
                length += Encoding.UTF8.GetChars(piece[..Math.Min(piece.Length, MaxCaptionLength - length)], text[length..]);
            }
            if (From(Tidy.Text(texts.Keep(length), texts), weekday, dates, texts) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>The day from a caption and the first paragraph, or null.</summary>
    public static Candidate? Of(string caption, ReadOnlySpan<char> lead, DateReader dates, TextArena texts) =>
        WeekdayNames.OnlyInSentence(lead) is { } weekday ? From(caption.AsMemory(), weekday, dates, texts) : null;

    private static Candidate? From(ReadOnlyMemory<char> caption, (int Day, string Phrase) weekday, DateReader dates, TextArena texts)
    {
        if (dates.FirstDay(caption.Span) is not { } date)
            return null;
        DateOnly day = DateOnly.ParseExact(date.Value.Span[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        day = day.AddDays((weekday.Day - (int)day.DayOfWeek + 7) % 7);
        return new(DateText.Of(day.Year, day.Month, day.Day, texts), MetadataSource.Text,
            $"{caption.Span[date.Start..date.End]}; {weekday.Phrase}".AsMemory());
    }
}
