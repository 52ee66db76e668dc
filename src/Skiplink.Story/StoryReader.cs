using System.Globalization;
using Skiplink.Stories.Captions;
using Skiplink.Stories.Datelines;
using Skiplink.Stories.Lexicon;
using Skiplink.Stories.Text;
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
        List<string> agencies = [.. dateline?.Agencies ?? []];
        agencies.AddRange(AgencyLines.Read(text, i => captionLines.Contains(i) || (dateline is not null && text[i].Start <= dateline.Span.Start), creditLines).Except(agencies));

        TimeReader timeReader = new(text, new(datelines.Day ?? published));
        List<TimeFind> times = timeReader.Read(0, text.Count);
        if (dateline is not null)
            times.RemoveAll(t => text[t.First].Start < dateline.Span.End && text[t.First].Start >= dateline.Span.Start);

        return new()
        {
            Dateline = dateline,
            Agencies = agencies,
            Captions = captions,
            Times = [.. times.Select(t => TimeTelling.Tell(text, t))],
            BodyStart = body < text.Count ? text[body].Start : 0,
        };
    }

    /// <summary>The day as it stands, whatever its zone; null when there is none or it is not exact to the day.</summary>
    private static DateOnly? PublishedDay(string? published) =>
        published is { Length: >= 10 } && DateOnly.TryParseExact(published.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
