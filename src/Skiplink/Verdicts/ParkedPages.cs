namespace Skiplink.Verdicts;

/// <summary>Tells pages of domains without a site.</summary>
internal static class ParkedPages
{
    private static readonly PhraseList Phrases = new(VerdictData.Parkings);
    private const int MaxKeptWords = 150;
    private const int MaxLongWords = 250;
    private const int MaxShownWords = 450;
    private const int MaxLineWords = 40;

    /// <summary>The finding, or null.</summary>
    public static VerdictFinding? Find(PageLines page)
    {
        if (page.KeptWords > MaxKeptWords || page.LongWords > MaxLongWords || page.ShownWords > MaxShownWords)
            return null;
        if (Phrases.FindIn($" {page.Title} ") is { } title)
            return new(PageVerdict.Parked, [new(null, title, "title")]);
        return page.Find(Phrases, MaxLineWords, static l => !l.IsNoScript) is var (line, phrase)
            ? new(PageVerdict.Parked, [new(line.Block, phrase, null)]) : null;
    }
}
