using System.Globalization;
using Skiplink.Stories.Captions;
using Skiplink.Stories.Datelines;
using Skiplink.Stories.Entities;
using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Quotes;
using Skiplink.Stories.Text;
using Skiplink.Stories.Timeline;
using Skiplink.Stories.Times;

namespace Skiplink.Stories;

/// <summary>
/// From text to story: tokens, captions, dateline, times, names, quotes, timeline. Each part reads what those before it found; when one
/// fails, the others go on.
/// </summary>
internal static class StoryReader
{
    /// <summary>The parts, as warnings name them.</summary>
    public static readonly string[] Parts = ["text", "captions", "dateline", "agencies", "times", "entities", "quotes", "timeline"];

    /// <summary>Reads a story.</summary>
    /// <param name="input">The text, and what is known of it.</param>
    /// <param name="beforePart">Called with the name of each part before it is read; tests make a part fail with it.</param>
    public static Story Read(StoryInput input, Action<string>? beforePart = null)
    {
        StoryParts parts = new(beforePart);
        DateOnly? published = PublishedDay(input.Published);
        StoryText? text =
            parts.Read("text", null, () =>
            StoryLanguage.Of(input.Language, input.Text) is { } language ? new StoryText(input.Text, language) : null);
        if (text is null)
            return new() { Agencies = input.Agencies, Warnings = parts.Warnings };

        (List<Caption> captions, HashSet<int> captionLines) =
            parts.Read("captions", ([], []), () => ReadCaptions(text, input.Pictures, published));
        DatelineReader datelines = new(text, published);
        Dateline? dateline = parts.Read("dateline", null, () => datelines.Read(captionLines.Contains));
        int body = dateline is null ? 0 : datelines.End;
        if (dateline is not null)
            text.StartSentenceAt(body);
        bool IsInDateline(int token) =>
            dateline is not null && text[token].Start < dateline.Span.End && text[token].Start >= dateline.Span.Start;

        (List<string> lineAgencies, HashSet<int> creditLines) =
            parts.Read("agencies", ([], []), () => ReadAgencyLines(text, dateline, captionLines));
        bool IsOutsideBody(int token) => IsInDateline(token) || IsInLines(text, token, captionLines) || IsInLines(text, token, creditLines);

        List<TimeMatch> times = parts.Read("times", [], () => new TimeReader(text, new(datelines.Day ?? published)).Read(0, text.Count));
        times.RemoveAll(t => IsInDateline(t.First));
        List<TimeMention> mentions = parts.Read("times", [], () => times.ConvertAll(t => TimeMentionFactory.Create(text, t)));
        if (mentions.Count == 0)
            times = [];

        (EntityReader entities, List<Entity> named) =
            parts.Read("entities", (new EntityReader(text, times), []), () => ReadEntities(text, times, IsInDateline));
        QuoteReader quoteReader = new(text, entities, times);
        List<Quote> quotes = parts.Read("quotes", [], () => quoteReader.Read(IsOutsideBody));
        bool IsNoEvent(int time) => quoteReader.SaidTimes.Contains(time) || IsOutsideBody(times[time].First);
        return new()
        {
            Dateline = dateline,
            Agencies = [.. (dateline is null ? [] : datelines.Agencies).Concat(lineAgencies).Concat(input.Agencies).Distinct()],
            Captions = captions,
            Times = mentions,
            Quotes = quotes,
            Timeline = parts.Read("timeline", [], () => TimelineReader.Read(text, times, mentions, body, IsNoEvent)),
            Entities = named,
            BodyStart = body < text.Count ? text[body].Start : 0,
            Warnings = parts.Warnings,
        };
    }

    private static (List<Caption> Captions, HashSet<int> Lines) ReadCaptions(StoryText text, IReadOnlyList<Picture> pictures,
        DateOnly? published)
    {
        HashSet<int> lines = [];
        List<Caption> captions = CaptionReader.FromLines(text, published, lines);
        captions.AddRange(CaptionReader.FromPictures(pictures, text.Language, published)
            .Where(p => !captions.Exists(c => c.Text == p.Text)));
        return (captions, lines);
    }

    private static (List<string> Agencies, HashSet<int> Lines) ReadAgencyLines(StoryText text, Dateline? dateline,
        HashSet<int> captionLines)
    {
        HashSet<int> lines = [];
        return (AgencyLines.Read(text, i =>
            captionLines.Contains(i) || (dateline is not null && text[i].Start <= dateline.Span.Start), lines), lines);
    }

    private static (EntityReader Reader, List<Entity> Entities) ReadEntities(StoryText text, List<TimeMatch> times, Func<int,
        bool> isSkipped)
    {
        EntityReader entities = new(text, times);
        entities.Read(isSkipped);
        return (entities, entities.ToEntities());
    }

    /// <summary>Whether a token's line is one of those, by their first tokens.</summary>
    private static bool IsInLines(StoryText text, int token, HashSet<int> lines)
    {
        foreach (int first in lines)
        {
            if (token >= first && text.LineOf(token) == text.LineOf(first))
                return true;
        }
        return false;
    }

    /// <summary>The day as it stands, whatever its zone; null when there is none or it is not exact to the day.</summary>
    private static DateOnly? PublishedDay(string? published) =>
        published is { Length: >= 10 }
            && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out DateOnly day) ? day : null;
}
