using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Selection;

/// <summary>
/// Skips what a page's microdata declare to be comments, whatever the model says: <c>itemprop="comment"</c>, and items of the types
/// <c>Comment</c> and <c>UserComments</c> of schema.org. The posts of a thread are declared so too, and stay: there little else is kept.
/// </summary>
internal static class CommentRule
{
    private const int MaxLevels = 6;

    /// <summary>A comment of fewer words than this is a name, a date or a button.</summary>
    private const int MinWords = 4;

    private const ContextFlags NoText =
        ContextFlags.Button | ContextFlags.Form | ContextFlags.Nav | ContextFlags.Select | ContextFlags.Heading;

    private static readonly byte[][] Sections = Array.ConvertAll(
        ["comments", "commentlist", "comment-list", "comments-list", "comments-area", "comment-thread", "comment-section",
            "comments-section"],
        Encoding.UTF8.GetBytes);

    /// <summary>Skips them, and says of skipped text in sections that are named for comments that it is one.</summary>
    public static void Apply(SelectionDraft draft, PageDocument page, PageKind kind)
    {
        if (kind == PageKind.Forum)
            return;
        ApplyToSections(draft, page);
        if (Items(page) is { } items)
            ApplyToItems(draft, page, items);
    }

    /// <summary>Where the model skips a text in a section for comments, its role need not be learnt.</summary>
    private static void ApplyToSections(SelectionDraft draft, PageDocument page)
    {
        AttributeInterner values = page.Elements.Values;
        PageBytes bytes = new(page.Html);
        HashSet<int>? sections = null;
        for (int value = 0; value < values.Count; value++)
        {
            if (values[value].Attribute is HtmlNames.Class or HtmlNames.Id && IsSection(bytes.Of(values[value].Text)))
                (sections ??= []).Add(value);
        }
        if (sections is null)
            return;
        for (int row = 1; row < page.Elements.Count; row++)
        {
            ref readonly ElementRow element = ref page.Elements[row];
            if (element.Blocks == 0 || !element.IsBlockLevel || !IsOneOf(page.Elements.ValuesOf(row), sections))
                continue;
            for (int i = element.FirstBlock; i < element.FirstBlock + element.Blocks; i++)
            {
                ref readonly BlockRow block = ref draft.Blocks[i];
                bool isText = block.Words >= MinWords && block.LinkWords * 2 < block.Words
                    && (page.Elements[block.Container].Context & NoText) == 0;
                if (isText && !draft.IsKept(i))
                    draft.Skip(i, BlockReason.Comment);
            }
            // What is in the section was looked at.
            row = element.End - 1;
        }
    }

    private static bool IsOneOf(ReadOnlySpan<int> values, HashSet<int> sections)
    {
        foreach (int value in values)
        {
            if (sections.Contains(value))
                return true;
        }
        return false;
    }

    private static bool IsSection(ReadOnlySpan<byte> names)
    {
        foreach (Range name in names.Split((byte)' '))
        {
            foreach (byte[] section in Sections)
            {
                if (Ascii.EqualsIgnoreCase(names[name], section))
                    return true;
            }
        }
        return false;
    }

    private static void ApplyToItems(SelectionDraft draft, PageDocument page, HashSet<int> items)
    {
        bool[] marked = new bool[draft.Blocks.Count];
        int keptWords = 0;
        for (int row = 0; row < page.Elements.Count; row++)
        {
            ref readonly ElementRow element = ref page.Elements[row];
            if (!items.Contains(element.Node))
                continue;
            for (int i = element.FirstBlock; i < element.FirstBlock + element.Blocks; i++)
            {
                marked[i] = true;
                keptWords += draft.IsKept(i) ? draft.Blocks[i].Words : 0;
            }
            row = element.End - 1;
        }
        if (keptWords * 2 > draft.KeptWords)
            return;
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i])
                draft.Skip(i, BlockReason.Comment);
        }
    }

    /// <summary>The elements of the items; null when there are none.</summary>
    private static HashSet<int>? Items(PageDocument page)
    {
        HashSet<int>? items = null;
        foreach (int node in page.Head.MetadataElements)
        {
            if (ItemOf(new(page.Html, node)) is { IsNone: false } item)
                (items ??= []).Add(item.Index);
        }
        return items;
    }

    private static HtmlNode ItemOf(HtmlNode property)
    {
        ReadOnlySpan<byte> name = property.Utf8Attribute(HtmlNames.Itemprop);
        if (name.IsEmpty)
            return default;
        if (name.SequenceEqual("comment"u8) && !property.Is(HtmlNames.Meta))
            return property;
        HtmlNode node = property;
        for (int i = 0; i < MaxLevels && node.IsElement; i++, node = node.Parent)
        {
            ReadOnlySpan<byte> type = node.Utf8Attribute(HtmlNames.Itemtype);
            if (!type.IsEmpty)
                return type.EndsWith("/Comment"u8) || type.EndsWith("/UserComments"u8) ? node : default;
        }
        return default;
    }
}
