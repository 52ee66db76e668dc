using Skiplink.Stories.Text;

namespace Skiplink.Stories.Times;

/// <summary>Writes a time that was found as what is told.</summary>
internal static class TimeMentionFactory
{
    public static TimeMention Create(StoryText text, TimeMatch find)
    {
        CalendarValue value = find.Time.Value;
        TextSpan span = text.Span(find.First, find.End);
        string? start = value.Start is { } first ? Timex.Iso(first) : null, end = value.End is { } last ? Timex.Iso(last) : null;
        string told = value.Value;
        if (value.Clock is { } raw)
        {
            string clock = ZoneOffset.Resolve(raw, value.Start);
            int slash = clock.IndexOf('/', StringComparison.Ordinal);
            told = slash < 0 ? value.Value + clock : $"{value.Value}{clock[..slash]}/{value.Value}{clock[(slash + 1)..]}";
            if (char.IsAsciiDigit(clock[1]) && start is not null)
                (start, end) = (start + (slash < 0 ? clock : clock[..slash]), end + (slash < 0 ? clock : clock[(slash + 1)..]));
        }
        return new()
        {
            Text = span.Of(text.Text),
            Type = find.Time.Type,
            Value = told,
            Start = start,
            End = end,
            Mod = find.Mod,
            Anchor = find.Time.Anchor is { } anchor ? Timex.Iso(anchor) : null,
            Span = span,
            Planned = find.Planned,
            Rule = find.Rule,
            Confidence = Math.Round(find.Time.Confidence, 2),
        };
    }
}
