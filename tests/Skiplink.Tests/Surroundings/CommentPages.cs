using Skiplink.Addresses;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Surroundings;

namespace Skiplink.Tests.Surroundings;

/// <summary>Pages with comments of which a test says where they are: in the element with the id <c>all</c>.</summary>
internal static class CommentPages
{
    public static readonly Uri Url = new("https://example.org/story");

    /// <summary>The comments of a page.</summary>
    public static IReadOnlyList<ReaderComment> Read(string html, bool isMonthFirst = true)
    {
        PageDocument page = TestPage.Of(html);
        return CommentReader.Read(page, InSection(page), isMonthFirst, new UrlResolver(page.Head, Url));
    }

    /// <summary>The comments, a line each: author, date, depth, address behind the page's, text.</summary>
    public static string[] Lines(string html, bool isMonthFirst = true) =>
        [.. Read(html, isMonthFirst).Select(static c =>
            $"{c.Author} | {c.Date} | {c.Depth} | {c.Address?.Replace(Url.ToString(), "", StringComparison.Ordinal)} | "
            + c.Text.ReplaceLineEndings("/"))];

    /// <summary>A selection of a page in which the blocks of an element have a role, and all others are kept.</summary>
    public static SelectionResult Select(PageDocument page, BlockRole role)
    {
        bool[] section = InSection(page);
        SelectionDraft draft = TestPage.Draft(page, i => !section[i]);
        draft.SetRoles(Array.ConvertAll(section, s => s ? role : BlockRole.Navigation), -1);
        CommentRule.Apply(draft, page, PageKind.Article);
        return draft.Freeze();
    }

    private static bool[] InSection(PageDocument page)
    {
        bool[] blocks = new bool[page.Blocks.Count];
        for (int row = 0; row < page.Elements.Count; row++)
        {
            ref readonly ElementRow element = ref page.Elements[row];
            if (new HtmlNode(page.Html, element.Node).Utf8Attribute(HtmlNames.Id).SequenceEqual("all"u8))
                Array.Fill(blocks, true, element.FirstBlock, element.Blocks);
        }
        return blocks;
    }
}
