using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Verdicts;

/// <summary>Tells pages that ask for consent to cookies and show next to nothing else.</summary>
internal static class ConsentWalls
{
    private static readonly PhraseList Requests = new(VerdictData.Consents);
    private static readonly PhraseList Buttons = new(VerdictData.Accepts);

    /// <summary>A wall has no more words in paragraphs than this: more is a text about cookies.</summary>
    private const int MaxLongWords = 900;

    /// <summary>What stands beside the request has no more words in paragraphs than this.</summary>
    private const int MaxOtherWords = 40;
    private const int MinConsentWords = 10;
    private const int MaxButtonWords = 6;

    /// <summary>The finding, or null.</summary>
    public static VerdictFinding? Find(PageLines page)
    {
        if (page.LongWords > MaxLongWords || FindButton(page) is not { } button || FindRequest(page) is not var (line, phrase))
            return null;
        (int consent, int other) = Count(page);
        return consent >= MinConsentWords && other <= Math.Min(MaxOtherWords, consent)
            ? new(PageVerdict.ConsentWall, [new(line, phrase, null), button]) : null;
    }

    private static (int Line, string Phrase)? FindRequest(PageLines page)
    {
        if (page.Find(Requests, PageLines.MaxWords, static l => !l.IsNoScript) is var (line, phrase))
            return (line.Block, phrase);
        BlockTable blocks = page.Page.Blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (IsShownParagraph(blocks, i) && Requests.FindIn(Words(page, i)) is { } found)
                return (i, found);
        }
        return null;
    }

    private static VerdictEvidence? FindButton(PageLines page)
    {
        foreach (PageLine line in page.Lines)
        {
            ref readonly BlockRow block = ref page.Page.Blocks[line.Block];
            ContextFlags context = page.Page.Elements[block.Inner].Context;
            if (block.Words <= MaxButtonWords && (context & (ContextFlags.Button | ContextFlags.Link | ContextFlags.Form)) != 0
                && Buttons.Contains(line.Words.Trim()))
                return new(line.Block, line.Words.Trim(), "button");
        }
        foreach (ref readonly ElementRow element in page.Page.Elements.Rows)
        {
            if (element.Name != HtmlNames.Input || (element.Context & ContextFlags.Hidden) != 0)
                continue;
            HtmlNode input = new(page.Page.Html, element.Node);
            string value = PageLines.WordsOf(Encoding.UTF8.GetString(input.Utf8Attribute(HtmlNames.Value)));
            if (Buttons.Contains(value))
                return new(null, value, "input");
        }
        return null;
    }

    /// <summary>Words in paragraphs about consent, and in others.</summary>
    private static (int Consent, int Other) Count(PageLines page)
    {
        BlockTable blocks = page.Page.Blocks;
        int consent = 0, other = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!IsShownParagraph(blocks, i))
                continue;
            string words = Words(page, i);
            bool isConsent = Requests.FindIn(words) is not null
                || VerdictData.ConsentWords.Count(w => words.Contains($" {w}", StringComparison.Ordinal)) >= 2;
            consent += isConsent ? blocks[i].Words : 0;
            other += isConsent ? 0 : blocks[i].Words;
        }
        return (consent, other);
    }

    private static bool IsShownParagraph(BlockTable blocks, int block) =>
        blocks[block].IsLong && !blocks[block].IsHidden && (blocks.Elements[blocks[block].Inner].Context & ContextFlags.NoScript) == 0;

    private static string Words(PageLines page, int block) => $" {PageLines.WordsOf(BlockText.Of(page.Page, block))} ";
}
