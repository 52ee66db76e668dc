namespace Skiplink.Verdicts;

/// <summary>Tells pages of domains without a site.</summary>
internal static class ParkedPages
{
    private static readonly PhraseList Titles = new(VerdictData.ParkedTitles);
    private static readonly PhraseList Phrases = new(VerdictData.Parkings);
    private const int MaxKeptWords = 150;
    private const int MaxLongWords = 250;
    private const int MaxShownWords = 450;
    private const int MaxLineWords = 40;

    /// <summary>A page that says no more than this is told by its title or first heading alone.</summary>
    private const int FewShownWords = 30;

    /// <summary>The finding, or null.</summary>
    public static VerdictFinding? Find(PageLines page)
    {
        if (page.KeptWords > MaxKeptWords || page.LongWords > MaxLongWords || page.ShownWords > MaxShownWords)
            return null;
        if (Phrases.FindIn($" {page.Title} ") is { } title)
            return new(PageVerdict.Parked, [new(null, title, "title")]);
        if (page.ShownWords <= FewShownWords && Title(page) is { } evidence)
            return new(PageVerdict.Parked, [evidence]);
        return page.Find(Phrases, MaxLineWords, static l => !l.IsNoScript) is var (line, phrase)
            ? new(PageVerdict.Parked, [new(line.Block, phrase, null)]) : null;
    }

    private static VerdictEvidence? Title(PageLines page)
    {
        PageLine heading = page.Lines.Find(static l => l.IsHeading);
        return Array.Exists(page.TitleParts, Titles.Contains) ? new(null, page.Title, "title")
            : heading.Words is { } words && Titles.Contains(words.Trim()) ? new(heading.Block, words.Trim(), "heading") : null;
    }
}
