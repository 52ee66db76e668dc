using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// What readers wrote under a page. Selection skips it under most articles; who asks for it gets the comments of the page's comment section: the paragraphs of the elements
/// that say so by <c>id</c>, <c>class</c> or <c>itemtype</c>, without forms, buttons and links to answer.
/// </summary>
internal static class ReaderComments
{
    /// <summary>A comment of fewer words than this is a name, a date or a button.</summary>
    private const int LeastWords = 4;

    private static readonly byte[][] Sections =
        [.. new[] { "comments", "commentlist", "comment-list", "comments-list", "comments-area", "comment-thread", "comment-section", "comments-section", "discussion", "replies", "responses" }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Keeps the comments.</summary>
    public static void Keep(HtmlDocument document, BlockTable blocks)
    {
        for (int row = 0; row < blocks.Elements.Count; row++)
        {
            ref readonly ElementRow element = ref blocks.Elements[row];
            if (element.Blocks == 0 || !BlockBuilder.IsBlockLevel(element) || !IsSection(new(document, element.Node)))
                continue;
            foreach (ref BlockRow block in blocks.Rows.Slice(element.FirstBlock, element.Blocks))
            {
                Surroundings around = blocks.Elements[block.Container].Surroundings;
                bool isText = block.Words >= LeastWords && block.LinkWords * 2 < block.Words && (around & (Surroundings.Button | Surroundings.Form | Surroundings.Nav | Surroundings.Select | Surroundings.Heading)) == 0;
                block.Kept |= isText;
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
