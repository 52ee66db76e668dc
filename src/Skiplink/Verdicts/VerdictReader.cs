using Skiplink.PageModel;
using Skiplink.Selection;

namespace Skiplink.Verdicts;

/// <summary>
/// Tells pages that are no pages to read, from what they say and how they are made: an error page, a wall, a shell. A page with a text of
/// its own is none of them, whatever banners and forms stand around it.
/// </summary>
internal static class VerdictReader
{
    /// <summary>A page with more words of main text than this has a text of its own, unless it says that it shows a part.</summary>
    private const int MaxWords = 400;

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selection">What is kept of it.</param>
    public static VerdictFinding Read(PageDocument page, SelectionResult selection)
    {
        bool isPaid = PaidDeclaration.IsPaid(page, out string markup);
        int words = selection.KeptWords;
        if (words > MaxWords && (!isPaid || Paywalls.IsWhole(words, PaidDeclaration.WordCount(page))))
            return VerdictFinding.None;
        PageLines lines = PageLines.Of(page, selection);
        return ParkedPages.Find(lines)
            ?? ErrorPages.Find(lines)
            ?? ConsentWalls.Find(lines)
            ?? Paywalls.Find(lines, isPaid ? markup : null)
            ?? LoginWalls.Find(lines)
            ?? ScriptShells.Find(lines)
            ?? VerdictFinding.None;
    }
}
