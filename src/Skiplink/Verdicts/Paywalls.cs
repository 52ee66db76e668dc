using Skiplink.PageModel;

namespace Skiplink.Verdicts;

/// <summary>
/// Tells pages that show the beginning of a text alone. That a page declares its text as paid for is not enough: many give it whole, and
/// hide it by script.
/// </summary>
internal static class Paywalls
{
    private static readonly PhraseList Phrases = new(VerdictData.Paywalls);
    private const int MaxPhraseWords = 40;

    /// <summary>A text that goes on for more words is whole, if only a line of the page says that it is not.</summary>
    private const int MaxKeptWords = 250;

    /// <summary>A declared text of more words is whole.</summary>
    private const int LongWords = 1000;

    /// <summary>The line stands within so many blocks of the last paragraph that is kept.</summary>
    private const int Reach = 8;

    /// <summary>A declared text of fewer words is a beginning; one with so much of the length that is declared is whole.</summary>
    private const int FewWords = 150;
    private const double WholeShare = 0.7;

    private const ContextFlags Elsewhere = ContextFlags.Nav | ContextFlags.Footer | ContextFlags.Aside | ContextFlags.Select;

    /// <summary>The finding, or null.</summary>
    /// <param name="page">The page.</param>
    /// <param name="declared">The markup that declares that the text is paid for; null when there is none.</param>
    public static VerdictFinding? Find(PageLines page, string? declared)
    {
        if (declared is null && page.KeptLongWords > MaxKeptWords)
            return null;
        int? whole = declared is null ? null : PaidDeclaration.WordCount(page.Page);
        (PageLine Line, string Phrase)? request = page.Find(Phrases, MaxPhraseWords, line => IsAtEndOfText(page, line));
        bool isShort = declared is null ? request is not null
            : whole is not null ? !IsWhole(page.KeptWords, whole)
            : request is not null ? page.KeptLongWords <= 2 * MaxKeptWords : page.KeptLongWords <= FewWords;
        if (!isShort)
            return null;
        List<VerdictEvidence> evidence = [];
        if (declared is not null)
            evidence.Add(new(null, null, declared));
        if (request is var (line, phrase))
            evidence.Add(new(line.Block, phrase, null));
        return new(PageVerdict.Paywall, evidence, new(page.KeptWords, whole));
    }

    /// <summary>Whether a text is whole, though the page declares that it is paid for.</summary>
    /// <param name="words">How many words of it are kept.</param>
    /// <param name="declared">How many the page says that it has; null when it does not say.</param>
    public static bool IsWhole(int words, int? declared) => declared is { } all ? words >= WholeShare * all : words > LongWords;

    private static bool IsAtEndOfText(PageLines page, PageLine line)
    {
        ContextFlags context = page.Page.Elements[page.Page.Blocks[line.Block].Inner].Context;
        return !line.IsNoScript && (context & Elsewhere) == 0 && Math.Abs(line.Block - page.LastLong) <= Reach;
    }
}
