using System.Text;

namespace Skiplink.Stories;

/// <summary>Writes a story for people to read: a short list for each part that has something in it.</summary>
public static class StorySummary
{
    private const int MaxTimelineCharacters = 220;

    /// <summary>The story as Markdown, or as plain text.</summary>
    /// <param name="story">The story.</param>
    /// <param name="isMarkdown">Whether headings and names are marked up; otherwise headings are lines that end in a colon.</param>
    public static string Write(Story story, bool isMarkdown)
    {
        ArgumentNullException.ThrowIfNull(story);
        StringBuilder text = new();
        if (story.Dateline is { } dateline)
            Section(text, isMarkdown, "Dateline", [Text(Line(dateline), isMarkdown)]);
        else if (story.Agencies.Count > 0)
            Section(text, isMarkdown, "Agencies", story.Agencies.Select(a => Text(a, isMarkdown)));
        Section(text, isMarkdown, "Pictures",
            story.Captions.Select(c => Text(c.Credit is { } credit ? $"{c.Text} ({credit.Raw})" : c.Text, isMarkdown)));
        Section(text, isMarkdown, "Who said what", story.Quotes.Select(q => Said(story, q, isMarkdown)));
        Section(text, isMarkdown, "Timeline", story.Timeline.Select(e => Entry(story, e, isMarkdown)));
        Section(text, isMarkdown, "People", Named(story, EntityKind.Person, isMarkdown));
        Section(text, isMarkdown, "Organisations", Named(story, EntityKind.Organization, isMarkdown));
        Section(text, isMarkdown, "Places", Named(story, EntityKind.Place, isMarkdown));
        Section(text, isMarkdown, "Left out", story.Warnings.Select(w => Text(w, isMarkdown)));
        return text.ToString();
    }

    private static void Section(StringBuilder text, bool isMarkdown, string title, IEnumerable<string> lines)
    {
        bool isFirst = true;
        foreach (string line in lines)
        {
            if (isFirst)
                text.Append(text.Length > 0 ? "\n" : "").Append(isMarkdown ? $"## {title}\n\n" : $"{title}:\n");
            isFirst = false;
            text.Append("- ").Append(line).Append('\n');
        }
    }

    private static string Line(Dateline dateline)
    {
        string?[] parts = [string.Join(", ", dateline.PlaceParts), dateline.Date, string.Join(", ", dateline.Agencies)];
        return string.Join(", ", parts.Where(static p => !string.IsNullOrEmpty(p)));
    }

    private static string Entry(Story story, TimelineEntry entry, bool isMarkdown) =>
        $"{Strong(ForPeople(story, entry.When), isMarkdown)}{(entry.Planned ? " (planned)" : "")}: {Text(Short(entry.Text), isMarkdown)}";

    private static string Said(Story story, Quote quote, bool isMarkdown)
    {
        StringBuilder line = new(SpeakerAndCue(quote, Strong(Name(story, quote.Speaker) ?? "unknown", isMarkdown), isMarkdown));
        if (Name(story, quote.Addressee) is { } addressee)
            line.Append(Text($" [to {addressee}]", isMarkdown));
        if (quote.When is { } when)
            line.Append(Text($" [{ForPeople(story, when)}]", isMarkdown));
        string content = Text(string.Join(" … ", quote.Content.Select(static c => c.Text)), isMarkdown);
        return line.Append(": ").Append(quote.Kind == QuoteKind.Direct ? $"“{content}”" : content).ToString();
    }

    /// <summary>
    /// The speaker and the cue behind it; a word for a source stands where the text has it: <c>According to the ministry</c>.
    /// </summary>
    private static string SpeakerAndCue(Quote quote, string speaker, bool isMarkdown)
    {
        if (quote.Cue is not { } cue)
            return speaker;
        bool isSource = quote.Rule.StartsWith("source-", StringComparison.Ordinal);
        string words = Text(cue.Text, isMarkdown);
        return isSource && cue.Span.Start < quote.Speaker?.Span.Start ? $"{words} {speaker}" : $"{speaker} {words}";
    }

    /// <summary>
    /// A time by its value, or by the words of the text where the value has open places: <c>Friday</c> for <c>XXXX-WXX-5</c>.
    /// </summary>
    private static string ForPeople(Story story, string value) =>
        value.Contains('X', StringComparison.Ordinal) && story.Times.FirstOrDefault(t => t.Value == value) is { } time ? time.Text : value;

    /// <summary>The words, and whom they stand for where they do not say so.</summary>
    private static string? Name(Story story, Participant? party)
    {
        if (party is null)
            return null;
        string? name = party.Entity is { } id ? story.Entities[id].Name : null;
        return name is null || party.Text.Contains(name, StringComparison.Ordinal) ? party.Text : $"{party.Text} ({name})";
    }

    private static IEnumerable<string> Named(Story story, EntityKind kind, bool isMarkdown) =>
        story.Entities.Where(e => e.Kind == kind).Select(e =>
            Strong(e.Name, isMarkdown)
            + Text(
                (e.Roles.Count > 0 ? ", " + string.Join("; ", e.Roles) : "")
                + string.Concat(e.Relations.Select(r => $"; {r.Kind}: {story.Entities[r.Entity].Name}"))
                + (e.Mentions.Count > 1 ? $" ({e.Mentions.Count} mentions)" : "")
                + (e.Ambiguous ? "; some may be " + string.Join(" or ", e.Alternatives.Select(a => story.Entities[a].Name)) : ""),
                isMarkdown));

    private static string Strong(string text, bool isMarkdown) => isMarkdown ? $"**{MarkdownText.Escape(text)}**" : text;

    private static string Text(string text, bool isMarkdown) => isMarkdown ? MarkdownText.Escape(text) : text;

    private static string Short(string text)
    {
        if (text.Length <= MaxTimelineCharacters)
            return text;
        int end = MaxTimelineCharacters - (char.IsHighSurrogate(text[MaxTimelineCharacters - 1]) ? 1 : 0);
        return text[..end].TrimEnd() + "…";
    }
}
