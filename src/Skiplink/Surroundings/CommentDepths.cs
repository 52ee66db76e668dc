using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;

namespace Skiplink.Surroundings;

/// <summary>
/// How deep comments stand among answers where they are not nested in one another: by a number in a class (<c>depth-2</c>), by the indent
/// of an inline style, or by how deep their elements stand in the tree.
/// </summary>
internal static class CommentDepths
{
    /// <summary>More levels than this are no levels of answers.</summary>
    private const int MaxLevels = 12;

    private static readonly byte[][] ClassWords = Array.ConvertAll(["depth", "level", "indent"], Encoding.UTF8.GetBytes);
    private static readonly byte[][] Indents = Array.ConvertAll(["margin-left", "padding-left"], Encoding.UTF8.GetBytes);

    /// <summary>Sets the depths of comments of one make.</summary>
    public static void ByIndent(PageDocument page, List<CommentItem> items)
    {
        if (items.Count < 2 || items.Exists(static i => i.Element < 0))
            return;
        int name = page.Elements[items[0].Element].Name;
        if (!Rank(items, i => Indent(page, i.Element)) && items.TrueForAll(i => page.Elements[i.Element].Name == name))
            Rank(items, i => page.Elements[i.Element].Depth);
    }

    /// <summary>Ranks the values that comments have; false when they all have the same, or too many.</summary>
    private static bool Rank(List<CommentItem> items, Func<CommentItem, int> valueOf)
    {
        int[] values = [.. items.Select(valueOf)];
        int[] levels = [.. values.Distinct().Order().Take(MaxLevels + 1)];
        // The first comment answers nobody.
        if (levels.Length < 2 || levels.Length > MaxLevels || values[0] != levels[0])
            return false;
        for (int i = 0; i < items.Count; i++)
            items[i].Depth = Array.BinarySearch(levels, values[i]);
        return true;
    }

    private static int Indent(PageDocument page, int element)
    {
        // The element, or one that it alone stands in.
        for (int up = 0; up < 2 && element > 0; up++, element = page.Elements[element].Parent)
        {
            HtmlNode node = new(page.Html, page.Elements[element].Node);
            if (NumberIn(node.Utf8Attribute(HtmlNames.Class), ClassWords) is { } level)
                return level;
            if (NumberIn(node.Utf8Attribute(HtmlNames.Style), Indents) is { } pixels)
                return pixels;
        }
        return 0;
    }

    /// <summary>The number behind one of some words.</summary>
    private static int? NumberIn(ReadOnlySpan<byte> value, byte[][] words)
    {
        foreach (byte[] word in words)
        {
            int at = value.IndexOf(word);
            if (at < 0)
                continue;
            ReadOnlySpan<byte> rest = value[(at + word.Length)..].TrimStart(" :-_"u8);
            int number = 0, digits = 0;
            while (digits < rest.Length && digits < 5 && char.IsAsciiDigit((char)rest[digits]))
                number = (number * 10) + rest[digits++] - '0';
            if (digits > 0)
                return number;
        }
        return null;
    }
}
