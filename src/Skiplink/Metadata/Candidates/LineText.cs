using System.Text;
using Skiplink.Html;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>The text of a block as a line, and what its texts stand in.</summary>
internal static class LineText
{
    private const int MostBytes = 2000;
    private const int MostLevels = 4;

    /// <summary>What stands between the text of one link and that of another.</summary>
    private const string Bar = " | ";

    /// <summary>The text; a bar stands where one link ends and another begins.</summary>
    public static ReadOnlyMemory<char> Of(HtmlDocument document, BlockTable blocks, int index, TextArena texts)
    {
        if (blocks[index].FirstNode == blocks[index].LastNode)
        {
            ReadOnlySpan<byte> whole = new HtmlNode(document, blocks[index].FirstNode).Utf8Text;
            return Tidy.Text(whole.Length > MostBytes ? whole[..MostBytes] : whole, texts);
        }
        Span<char> text = texts.Reserve(3 * MostBytes);
        int bytes = 0, link = 0, length = 0;
        // Where no link is in it, at most one is around it.
        bool hasLinks = blocks.Elements[blocks[index].Container].Links > 0;
        for (int i = blocks[index].FirstNode; i <= blocks[index].LastNode && bytes < MostBytes; i++)
        {
            if (blocks.BlockOf(i) != index)
                continue;
            HtmlNode node = new(document, i);
            ReadOnlySpan<byte> utf8 = node.Utf8Text;
            utf8 = utf8.Length > MostBytes ? utf8[..MostBytes] : utf8;
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
    public static void AddAuthorLinks(HtmlDocument document, BlockTable blocks, int index, List<Candidate> found, TextArena texts)
    {
        int bytes = 0;
        for (int i = blocks[index].FirstNode; i <= blocks[index].LastNode && bytes < MostBytes; i++)
        {
            if (blocks.BlockOf(i) != index)
                continue;
            HtmlNode node = new(document, i);
            bytes += node.Utf8Text.Length;
            if (Anchor(node.Parent) is { IsNone: false } anchor && PersonPaths.IsOne(anchor))
                found.Add(new(Tidy.Text(node.Utf8Text.Length > MostBytes ? node.Utf8Text[..MostBytes] : node.Utf8Text, texts), MetadataSource.Text));
        }
    }

    /// <summary>The first <c>time</c> element, or <c>abbr</c> with a title, that the texts of a block stand in, or none.</summary>
    public static HtmlNode TimeOf(HtmlDocument document, BlockTable blocks, int index)
    {
        int bytes = 0;
        for (int i = blocks[index].FirstNode; i <= blocks[index].LastNode && bytes < MostBytes; i++)
        {
            if (blocks.BlockOf(i) != index)
                continue;
            HtmlNode node = new(document, i);
            bytes += node.Utf8Text.Length;
            node = node.Parent;
            for (int level = 0; level < MostLevels && !node.IsNone; level++, node = node.Parent)
            {
                if (node.NameId == HtmlNames.Time || (node.NameId == HtmlNames.Abbr && node.HasAttribute(HtmlNames.Title)))
                    return node;
            }
        }
        return default;
    }

    /// <summary>The link that a text stands in, or none.</summary>
    private static HtmlNode Anchor(HtmlNode node)
    {
        for (int i = 0; i < MostLevels && !node.IsNone; i++, node = node.Parent)
        {
            if (node.NameId == HtmlNames.A)
                return node;
        }
        return default;
    }
}
