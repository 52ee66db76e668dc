using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Verdicts;

/// <summary>Tells pages that ask to log in and show next to nothing else.</summary>
internal static class LoginWalls
{
    private static readonly PhraseList Titles = new(VerdictData.Logins);
    private static readonly PhraseList Requests = new(VerdictData.LoginLines);
    private const int MaxKeptWords = 100;
    private const int MaxLongWords = 150;
    private const int FewLongWords = 60;
    private const int FewShownWords = 150;
    private const int MaxRequestWords = 40;

    /// <summary>The finding, or null.</summary>
    public static VerdictFinding? Find(PageLines page)
    {
        if (page.KeptWords > MaxKeptWords || page.LongWords > MaxLongWords)
            return null;
        List<VerdictEvidence> evidence = [];
        bool hasField = HasPasswordField(page.Page);
        if (hasField)
            evidence.Add(new(null, null, "input type=password"));
        bool hasTitle = Array.Find(page.TitleParts, Titles.Contains) is { } title && Add(evidence, new(null, title, "title"));
        bool hasHeading = page.Lines.Find(static l => l.IsHeading && Titles.Contains(l.Words.Trim())) is { Words: not null } heading
            && Add(evidence, new(heading.Block, heading.Words.Trim(), "heading"));
        bool hasRequest = page.Find(Requests, MaxRequestWords, static l => !l.IsNoScript && !IsAboutWriting(l)) is var (line, phrase)
            && Add(evidence, new(line.Block, phrase, null));
        bool isWall = (hasField && (hasTitle || (hasHeading && page.LongWords <= FewLongWords) || hasRequest))
            || (hasRequest && page.KeptWords <= FewLongWords && page.LongWords <= FewLongWords)
            || (hasField && page.LongWords <= FewLongWords && page.ShownWords <= FewShownWords);
        return isWall ? new(PageVerdict.LoginWall, evidence) : null;
    }

    private static bool Add(List<VerdictEvidence> list, VerdictEvidence evidence)
    {
        list.Add(evidence);
        return true;
    }

    /// <summary>Whether a line asks for a log-in of those who want to write something under the text.</summary>
    private static bool IsAboutWriting(PageLine line) =>
        VerdictData.CommentWords.Any(
            word => line.Words.Contains(PlainWords.IsSpaced(word) ? $" {word}" : word, StringComparison.Ordinal));

    private static bool HasPasswordField(PageDocument page)
    {
        foreach (ref readonly ElementRow element in page.Elements.Rows)
        {
            bool isShownInput = element.Name == HtmlNames.Input && (element.Context & ContextFlags.Hidden) == 0;
            if (isShownInput && Ascii.EqualsIgnoreCase(new HtmlNode(page.Html, element.Node).Utf8Attribute(HtmlNames.Type), "password"u8))
                return true;
        }
        return false;
    }
}
