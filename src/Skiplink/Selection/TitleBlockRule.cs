using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Selection;

/// <summary>
/// Skips what stands between a page's title and its first paragraph and is in the metadata already: the title itself, the byline, the date
/// line. A heading there that says something else than the title is kept.
/// </summary>
internal sealed class TitleBlockRule
{
    /// <summary>How far behind the title a byline may stand, in blocks.</summary>
    private const int Reach = 12;

    /// <summary>How many words a byline may have beside names.</summary>
    private const int MaxBylineWords = 8;

    /// <summary>How many words a date line may have.</summary>
    private const int MaxDateLineWords = 12;

    /// <summary>A block of more words is a paragraph, behind which no byline is looked for.</summary>
    private const int MaxLineWords = 20;

    /// <summary>Only this many words of a heading are compared.</summary>
    private const int MaxWords = 64;

    /// <summary>Only this many characters of a title are compared.</summary>
    private const int MaxCharacters = 512;

    private readonly WordBuffer _scratch = new();

    /// <summary>Skips those blocks.</summary>
    /// <param name="draft">What is kept so far.</param>
    /// <param name="page">The page.</param>
    /// <param name="titleBlock">The block of the page's title, or -1.</param>
    /// <param name="title">The title that the metadata give, or null.</param>
    /// <param name="authors">The authors that the metadata give.</param>
    public void Apply(SelectionDraft draft, PageDocument page, int titleBlock, string? title, IReadOnlyList<string> authors)
    {
        if (titleBlock < 0 || HasParagraphBefore(draft, titleBlock) || IsAllThatIsKept(draft, titleBlock))
            return;
        BlockTable blocks = page.Blocks;
        if (IsGiven(blocks.WordsOf(titleBlock), title))
            draft.Skip(titleBlock, BlockReason.TitleBlock);
        // A heading of the first level that says something else than the title is the heading of the text.
        else if (!draft.IsKept(titleBlock) && blocks.HeadingLevelOf(titleBlock) == 1)
            draft.Keep(titleBlock, BlockReason.Heading);
        for (int i = titleBlock + 1; i <= Math.Min(titleBlock + Reach, blocks.Count - 1); i++)
        {
            if (blocks[i].Words > MaxLineWords || blocks.IsHeading(i))
                return;
            if (draft.IsKept(i) && (IsByline(page, i, authors) || IsDateLine(page, i)))
                draft.Skip(i, BlockReason.TitleBlock);
        }
    }

    /// <summary>Whether the title of the metadata says what the heading says: half of its words, or one of the two the other.</summary>
    private bool IsGiven(ReadOnlySpan<uint> heading, string? title)
    {
        if (title is null)
            return false;
        ReadOnlySpan<uint> given = TextScanner.HashesOf(title.AsSpan(0, Math.Min(title.Length, MaxCharacters)), _scratch);
        heading = heading[..Math.Min(heading.Length, MaxWords)];
        if (given.IndexOf(heading) >= 0 || heading.IndexOf(given) >= 0)
            return true;
        int shared = 0;
        foreach (uint word in heading)
            shared += given.Contains(word) ? 1 : 0;
        return shared * 2 >= heading.Length;
    }

    /// <summary>Where nothing but the title was found, as on a page that only passes on a link, the title is the text.</summary>
    private static bool IsAllThatIsKept(SelectionDraft draft, int titleBlock)
    {
        ReadOnlySpan<bool> kept = draft.Kept;
        return !kept[..titleBlock].Contains(true) && !kept[(titleBlock + 1)..].Contains(true);
    }

    /// <summary>A heading that only comes behind kept text is one of its headings, whatever its words.</summary>
    private static bool HasParagraphBefore(SelectionDraft draft, int titleBlock)
    {
        for (int i = titleBlock - 1; i >= 0; i--)
        {
            if (draft.IsKept(i) && draft.Blocks[i].IsLong)
                return true;
        }
        return false;
    }

    private static bool IsByline(PageDocument page, int block, IReadOnlyList<string> authors)
    {
        string? text = null;
        int names = 0;
        foreach (string author in authors)
        {
            text ??= BlockText.Of(page, block);
            if (text.Contains(author, StringComparison.OrdinalIgnoreCase))
                names += author.Count(' ') + 1;
        }
        return names > 0 && page.Blocks[block].Words <= names + MaxBylineWords;
    }

    /// <summary>Whether a block holds a <c>time</c> element and hardly more.</summary>
    private static bool IsDateLine(PageDocument page, int block)
    {
        if (page.Blocks[block].Words > MaxDateLineWords)
            return false;
        foreach (int node in page.Blocks.TextNodesOf(block))
        {
            if (new HtmlNode(page.Html, node).Parent.Is(HtmlNames.Time))
                return true;
        }
        return false;
    }
}
