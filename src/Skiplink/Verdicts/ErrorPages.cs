namespace Skiplink.Verdicts;

/// <summary>Tells error pages: their title or heading says so, or a line of a page that says little else.</summary>
internal static class ErrorPages
{
    private static readonly PhraseList Messages = new(VerdictData.ErrorLines);

    /// <summary>An error stands in one of the first headings; without headings, in one of the first lines.</summary>
    private const int FirstHeadings = 4;
    private const int FirstLines = 12;
    private const int MaxLineWords = 10;
    private const int MaxMessageWords = 45;

    /// <summary>A line counts for nothing on a page with more words of main text than this.</summary>
    private const int MaxWithMessage = 150;

    /// <summary>The finding, or null.</summary>
    public static VerdictFinding? Find(PageLines page)
    {
        ErrorTitles.Kind title = ErrorTitles.Of(page.Title);
        string titleWords = page.Title;
        foreach (string part in page.TitleParts)
        {
            if (ErrorTitles.Of(part) is var kind && kind > title)
                (title, titleWords) = (kind, part);
        }
        (ErrorTitles.Kind heading, PageLine headingLine) = Heading(page);
        (PageLine Line, string Phrase)? message = page.KeptWords > MaxWithMessage
            ? null : page.Find(Messages, MaxMessageWords, static l => !l.IsNoScript);
        if (!IsError(page, title, heading, message is not null))
            return null;
        List<VerdictEvidence> evidence = [];
        if (title != ErrorTitles.Kind.None)
            evidence.Add(new(null, titleWords, "title"));
        if (heading != ErrorTitles.Kind.None)
            evidence.Add(new(headingLine.Block, headingLine.Words.Trim(), headingLine.IsHeading ? "heading" : null));
        if (message is var (line, phrase))
            evidence.Add(new(line.Block, phrase, null));
        return new(PageVerdict.ErrorPage, evidence);
    }

    /// <summary>The less a page says besides, the less it takes.</summary>
    private static bool IsError(PageLines page, ErrorTitles.Kind title, ErrorTitles.Kind heading, bool hasMessage)
    {
        bool isTitle = title == ErrorTitles.Kind.Strong, isHeading = heading == ErrorTitles.Kind.Strong;
        bool isEither = title != ErrorTitles.Kind.None || heading != ErrorTitles.Kind.None;
        return (isTitle && isHeading)
            || (isTitle && page.KeptWords <= 250)
            || (isHeading && (hasMessage || title != ErrorTitles.Kind.None) && page.KeptWords <= MaxWithMessage)
            || (isHeading && page.KeptWords <= 60 && page.LongWords <= 120)
            || (title != ErrorTitles.Kind.None && heading != ErrorTitles.Kind.None && page.LongWords <= 100)
            || (hasMessage && isEither && page.KeptWords <= 100)
            || (hasMessage && page.KeptWords <= 60 && page.LongWords <= 80)
            || (title != ErrorTitles.Kind.None && page.ShownWords <= 30);
    }

    private static (ErrorTitles.Kind Kind, PageLine Line) Heading(PageLines page)
    {
        bool hasHeadings = page.Lines.Exists(static l => l.IsHeading);
        int seen = 0;
        (ErrorTitles.Kind Kind, PageLine Line) found = default;
        foreach (PageLine line in page.Lines)
        {
            if (line.IsNoScript || (hasHeadings && !line.IsHeading) || page.Page.Blocks[line.Block].Words > MaxLineWords)
                continue;
            if (++seen > (hasHeadings ? FirstHeadings : FirstLines))
                break;
            if (ErrorTitles.Of(line.Words.Trim()) is var kind && kind > found.Kind)
                found = (kind, line);
        }
        return found;
    }
}
