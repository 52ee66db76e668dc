using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Keeps what readers wrote under a page, for those who ask for it: the paragraphs of the elements that say by <c>id</c>, <c>class</c> or
/// <c>itemtype</c> that they hold comments, without forms, buttons and links to answer. Without it most comments under articles are skipped
/// by their probability.
/// </summary>
internal static class CommentRule
{
    /// <summary>A comment of fewer words than this is a name, a date or a button.</summary>
    private const int MinWords = 4;

    private const ContextFlags NoText =
        ContextFlags.Button | ContextFlags.Form | ContextFlags.Nav | ContextFlags.Select | ContextFlags.Heading;

    private static readonly byte[][] Sections = Array.ConvertAll(
        [
            "comments", "commentlist", "comment-list", "comments-list", "comments-area", "comment-thread", "comment-section",
                "comments-section",
            "discussion", "replies", "responses",
        ],
        Encoding.UTF8.GetBytes);

    /// <summary>Keeps the comments.</summary>
    public static void Apply(SelectionDraft draft, PageDocument page)
    {
        BlockTable blocks = page.Blocks;
        for (int row = 0; row < page.Elements.Count; row++)
        {
            ref readonly ElementRow element = ref page.Elements[row];
            if (element.Blocks == 0 || !element.IsBlockLevel || !IsSection(new(page.Html, element.Node)))
                continue;
            for (int i = element.FirstBlock; i < element.FirstBlock + element.Blocks; i++)
            {
                ref readonly BlockRow block = ref blocks[i];
                bool isText = block.Words >= MinWords && block.LinkWords * 2 < block.Words
                    && (page.Elements[block.Container].Context & NoText) == 0;
                if (isText && !draft.IsKept(i))
                    draft.Keep(i, BlockReason.Comment);
            }
            // What is in the section was looked at.
            row = element.End - 1;
        }
    }

    private static bool IsSection(HtmlNode element)
    {
        if (element.NameId is HtmlNames.Body or HtmlNames.Main or HtmlNames.Article && !element.HasAttribute(HtmlNames.Itemtype))
            return false;
        if (element.Utf8Attribute(HtmlNames.Itemtype).EndsWith("schema.org/Comment"u8) || IsNamed(element.Utf8Attribute(HtmlNames.Id)))
            return true;
        ReadOnlySpan<byte> classes = element.Utf8Attribute(HtmlNames.Class);
        foreach (Range word in classes.Split((byte)' '))
        {
            if (IsNamed(classes[word]))
                return true;
        }
        return false;
    }

    private static bool IsNamed(ReadOnlySpan<byte> word)
    {
        foreach (byte[] section in Sections)
        {
            if (Ascii.EqualsIgnoreCase(word, section))
                return true;
        }
        return false;
    }
}
