using Skiplink.Addresses;
using Skiplink.PageModel;

namespace Skiplink.Surroundings;

/// <summary>Reads a page's comments: those that stand on it, or those that it declares when these are more.</summary>
internal static class CommentReader
{
    /// <summary>So many blocks between two of comments belong to them too: buttons, a date that looked like something else.</summary>
    private const int MaxGap = 2;

    /// <summary>The comments, in the order of the page.</summary>
    /// <param name="page">The page, or the part of it with the comments.</param>
    /// <param name="blocks">For each block whether its role is comment.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May.</param>
    /// <param name="urls">Resolves addresses.</param>
    public static IReadOnlyList<ReaderComment> Read(PageDocument page, bool[] blocks, bool isMonthFirst, UrlResolver urls)
    {
        FillGaps(page, blocks);
        CommentLines lines = CommentLines.Read(page, blocks, isMonthFirst);
        List<ReaderComment> shown = new CommentParts(page, lines, urls).Read(CommentGroups.Find(page, lines));
        List<ReaderComment> declared = DeclaredComments.Read(page, lines, urls);
        return Length(declared) > Length(shown) ? declared : shown;
    }

    private static int Length(List<ReaderComment> comments) => comments.Sum(static c => c.Text.Length);

    private static void FillGaps(PageDocument page, bool[] blocks)
    {
        int last = -1;
        for (int i = 0; i < blocks.Length; i++)
        {
            if (!blocks[i])
                continue;
            if (last >= 0 && i - last - 1 <= MaxGap)
            {
                for (int between = last + 1; between < i; between++)
                    blocks[between] = !page.Blocks[between].IsHidden && !page.Blocks.IsHeading(between);
            }
            last = i;
        }
    }
}
