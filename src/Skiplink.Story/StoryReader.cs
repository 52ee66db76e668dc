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

/// <summary>The way from text to story: tokens, captions, dateline, times, names, quotes, timeline; each step reads what those before it found.</summary>
internal static class StoryReader
{
    public static Story Read(StoryInput input)
    {
        DateOnly? published = PublishedDay(input.Published);
        LanguageData? language = LanguageGuess.Of(input.Language, input.Text);
        if (language is null)
            return new();
        StoryText text = new(input.Text, language);

        HashSet<int> captionLines = [], creditLines = [];
        List<Caption> captions = CaptionReader.FromLines(text, published, captionLines);
        captions.AddRange(CaptionReader.FromPictures(input.Pictures, language, published).Where(p => !captions.Exists(c => c.Text == p.Text)));

        DatelineReader datelines = new(text, published);
        Dateline? dateline = datelines.Read(captionLines.Contains);
        int body = dateline is null ? 0 : datelines.End;
        if (dateline is not null)
            text.StartSentenceAt(body);
        List<string> agencies = [.. dateline?.Agencies ?? []];
        agencies.AddRange(AgencyLines.Read(text, i => captionLines.Contains(i) || (dateline is not null && text[i].Start <= dateline.Span.Start), creditLines).Except(agencies));
        agencies.AddRange(input.Agencies.Except(agencies));

        TimeReader timeReader = new(text, new(datelines.Day ?? published));
        List<TimeFind> times = timeReader.Read(0, text.Count);
        if (dateline is not null)
            times.RemoveAll(t => text[t.First].Start < dateline.Span.End && text[t.First].Start >= dateline.Span.Start);

        EntityReader entities = new(text, times);
        bool IsInDateline(int token) => dateline is not null && text[token].Start < dateline.Span.End && text[token].Start >= dateline.Span.Start;
        entities.Read(IsInDateline);

        QuoteReader quoteReader = new(text, entities, times);
        bool IsNoBody(int token) => IsInDateline(token) || IsInLines(text, token, captionLines) || IsInLines(text, token, creditLines);
        List<Quote> quotes = quoteReader.Read(IsNoBody);
        List<TimeMention> told = [.. times.Select(t => TimeTelling.Tell(text, t))];

        return new()
        {
            Dateline = dateline,
            Agencies = agencies,
            Captions = captions,
            Times = told,
            Quotes = quotes,
            Timeline = TimelineReader.Read(text, times, told, body, t => quoteReader.SaidTimes.Contains(t) || IsNoBody(times[t].First)),
            Entities = entities.Tell(),
            BodyStart = body < text.Count ? text[body].Start : 0,
        };
    }

    /// <summary>Whether a token's line is one of those, by their first tokens.</summary>
    private static bool IsInLines(StoryText text, int token, HashSet<int> lines)
    {
        if (lines.Count == 0)
            return false;
        foreach (int first in lines)
        {
            if (token >= first && text.LineOf(token) == text.LineOf(first))
                return true;
        }
        return false;
    }

    /// <summary>The day as it stands, whatever its zone; null when there is none or it is not exact to the day.</summary>
    private static DateOnly? PublishedDay(string? published) =>
        published is { Length: >= 10 } && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
