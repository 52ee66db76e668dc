using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>The text of a block as a line, and the elements around it.</summary>
internal static class LineText
{
    private const int MaxBytes = 2000;
    private const int MaxLevels = 4;

    /// <summary>Separates the texts of two links.</summary>
    private const string Bar = " | ";

    /// <summary>The text, with a bar between neighbouring links.</summary>
    public static ReadOnlyMemory<char> Of(PageDocument page, int index, TextArena texts)
    {
        BlockTable blocks = page.Blocks;
        if (blocks[index].FirstNode == blocks[index].LastNode)
        {
            ReadOnlySpan<byte> whole = new HtmlNode(page.Html, blocks[index].FirstNode).Utf8Text;
            return Tidy.Text(whole.Length > MaxBytes ? whole[..MaxBytes] : whole, texts);
        }
        Span<char> text = texts.Reserve(3 * MaxBytes);
        int bytes = 0, link = 0, length = 0;
        // Without links in the container, at most one link is around it.
        bool hasLinks = blocks.Elements[blocks[index].Container].Links > 0;
        foreach (int i in page.Blocks.TextNodesOf(index))
        {
            if (bytes >= MaxBytes)
                break;
            HtmlNode node = new(page.Html, i);
            ReadOnlySpan<byte> utf8 = node.Utf8Text;
            utf8 = utf8.Length > MaxBytes ? utf8[..MaxBytes] : utf8;
            bytes += utf8.Length;
            int own = hasLinks && Anchor(node.Parent) is { IsNone: false } anchor ? anchor.Index : 0;
            if (utf8.Length + Bar.Length > text.Length - length)
                break;
            if (length > 0)
            {
                ReadOnlySpan<char> sign = own != link && own != 0 && link != 0 ? Bar : " ";
                sign.CopyTo(text[length..]);
                length += sign.Length;
            }
            ReadOnlySpan<char> piece = text.Slice(length, Encoding.UTF8.GetChars(utf8, text[length..]));
            length += piece.Length;
            link = own == 0 && piece.IsWhiteSpace() ? link : own;
        }
        return Tidy.Text(texts.Keep(length), texts);
    }

    /// <summary>Adds the texts of the links to pages about people.</summary>
    public static void AddAuthorLinks(PageDocument page, int index, List<Candidate> found, TextArena texts)
    {
        int bytes = 0;
        foreach (int i in page.Blocks.TextNodesOf(index))
        {
            if (bytes >= MaxBytes)
                break;
            HtmlNode node = new(page.Html, i);
            bytes += node.Utf8Text.Length;
            if (Anchor(node.Parent) is { IsNone: false } anchor && PersonPaths.IsOne(anchor))
            {
                ReadOnlySpan<byte> name = node.Utf8Text;
                found.Add(new(Tidy.Text(name.Length > MaxBytes ? name[..MaxBytes] : name, texts), MetadataSource.Text));
            }
        }
    }

    /// <summary>The first <c>time</c> element, or <c>abbr</c> with a title, around the texts of a block, or none.</summary>
    public static HtmlNode TimeOf(PageDocument page, int index)
    {
        int bytes = 0;
        foreach (int i in page.Blocks.TextNodesOf(index))
        {
            if (bytes >= MaxBytes)
                break;
            HtmlNode node = new(page.Html, i);
            bytes += node.Utf8Text.Length;
            node = node.Parent;
            for (int level = 0; level < MaxLevels && !node.IsNone; level++, node = node.Parent)
            {
                if (node.NameId == HtmlNames.Time || (node.NameId == HtmlNames.Abbr && node.HasAttribute(HtmlNames.Title)))
                    return node;
            }
        }
        return default;
    }

    /// <summary>The link around a text, or none.</summary>
    private static HtmlNode Anchor(HtmlNode node)
    {
        for (int i = 0; i < MaxLevels && !node.IsNone; i++, node = node.Parent)
        {
            if (node.NameId == HtmlNames.A)
                return node;
        }
        return default;
    }
}
