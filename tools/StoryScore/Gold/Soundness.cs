namespace StoryScore.Gold;

/// <summary>
/// Slips that a file can have though every quotation is found: a Tuesday whose value is a Monday, an entity under two names.
/// </summary>
internal static class Soundness
{
    private static readonly (string Name, DayOfWeek Day)[] DayNames =
    [
        ("Sunday", DayOfWeek.Sunday), ("Monday", DayOfWeek.Monday), ("Tuesday", DayOfWeek.Tuesday), ("Wednesday", DayOfWeek.Wednesday),
        ("Thursday", DayOfWeek.Thursday), ("Friday", DayOfWeek.Friday), ("Saturday", DayOfWeek.Saturday),
        ("Sonntag", DayOfWeek.Sunday), ("Montag", DayOfWeek.Monday), ("Dienstag", DayOfWeek.Tuesday), ("Mittwoch", DayOfWeek.Wednesday),
        ("Donnerstag", DayOfWeek.Thursday), ("Freitag", DayOfWeek.Friday), ("Samstag", DayOfWeek.Saturday),
    ];

    private static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static IEnumerable<string> Problems(GoldStory story)
    {
        foreach (GoldTime time in story.Times.Where(t => t.Type is "DATE" or "TIME"))
        {
            string words = story.At(time.Span);
            foreach ((string name, DayOfWeek day) in DayNames)
                if (words.Contains(name, StringComparison.Ordinal) && time.Values.Any(IsDay) && !time.Values.Any(v => Falls(v, day)))
                    yield return $"{story.Name}: “{words}” is not {time.Values[0]}";
            for (int month = 1; month <= 12; month++)
                if (words.Split(' ', '.', '-').Any(w => w.StartsWith(MonthNames[month - 1], StringComparison.Ordinal))
                    && !time.Values[0].Contains($"-{month:00}", StringComparison.Ordinal))
                    yield return $"{story.Name}: “{words}” is not {time.Values[0]}";
        }
        if (story.Published is not null && !DateOnly.TryParseExact(story.Published, "yyyy-MM-dd", out _))
            yield return $"{story.Name}: published is a day, not {story.Published}";
        if (story.Dateline?.Date is { } date && Math.Abs(DateOnly.Parse(date).DayNumber - DateOnly.Parse(story.Published!).DayNumber) > 30)
            yield return $"{story.Name}: the dateline's date is far from publication";
        foreach (GoldQuote quote in story.Quotes.Where(q => !q.Optional && q.Cue is null && q.Speaker is null))
            yield return $"{story.Name}: a quote without speaker and cue: “{story.At(quote.Content[0])}”";
        foreach (GoldQuote quote in story.Quotes.Where(q => q.Kind == "mixed" && !q.Content.Any(c => HasMark(story.At(c)))))
            yield return $"{story.Name}: mixed without quotation marks: “{story.At(quote.Content[0])}”";
        foreach (GoldQuote quote in story.Quotes.Where(q => q.Kind == "direct" && q.Content.Any(c => !StandsInMarks(story.Text, c))))
            yield return $"{story.Name}: direct without quotation marks around it: “{story.At(quote.Content[0])}”";
        foreach (GoldQuote quote in story.Quotes)
            if (quote.When is { } when && story.Times.FirstOrDefault(t => t.Span.Overlaps(when)) is not { InTimeline: false })
                yield return $"{story.Name}: “{story.At(when)}” is when something was said, and not marked so";
        foreach (GoldQuote quote in story.Quotes)
            foreach (Span? near in new[] { quote.Speaker, quote.Cue, quote.Addressee })
                if (near is { } part && !quote.Content.Any(c => SameLine(story.Text, c, part)))
                    yield return $"{story.Name}: “{story.At(part)}” is in another paragraph than its quote “{story.At(quote.Content[0])}”";
    }

    private static bool IsDay(string value) => value.Split('/').All(v => DateOnly.TryParseExact(v.Split('T')[0], "yyyy-MM-dd", out _));

    private static bool Falls(string value, DayOfWeek day) =>
        value.Split('/').Any(v => DateOnly.TryParseExact(v.Split('T')[0], "yyyy-MM-dd", out DateOnly date) && date.DayOfWeek == day);

    private static bool HasMark(string text) => text.Any(c => "\"“”„‘’'»«".Contains(c, StringComparison.Ordinal));

    private static bool StandsInMarks(string text, Span content) =>
        content.Start > 0 && "\"“„‘'»«".Contains(text[content.Start - 1], StringComparison.Ordinal);

    private static bool SameLine(string text, Span a, Span b) =>
        !text.AsSpan(Math.Min(a.Start, b.Start)..Math.Max(a.End, b.End)).Contains('\n');
}
