using System.Text;
using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Metadata.Candidates;

/// <summary>Gathers the lines in which a page names its author and date: those around its title, and those around the ends of its text.</summary>
internal static class NearbyLines
{
    /// <summary>How many blocks are looked at before the title, between title and text, and behind the text; how many on a page without either.</summary>
    private const int Before = 8;
    private const int Between = 24;
    private const int Behind = 8;
    private const int WithoutText = 40;
    private const int AroundFirst = 12;

    /// <summary>Longer lines are paragraphs.</summary>
    private const int MostWords = 36;
    private const int ParagraphWords = 12;
    private const int MostBytes = 2000;
    private const int MostLevels = 4;

    /// <summary>The lines, in document order.</summary>
    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks, after selection.</param>
    /// <param name="title">The block of its title, or -1.</param>
    public static List<Line> Read(HtmlDocument document, BlockTable blocks, int title)
    {
        List<Line> lines = [];
        (int first, int last) = Text(blocks);
        if (first < 0)
        {
            for (int i = Math.Max(0, title - Before); i < Math.Min(blocks.Count, Math.Max(0, title) + WithoutText); i++)
                Add(lines, document, blocks, i, i < title ? LinePlace.OverTitle : LinePlace.UnderTitle);
            return lines;
        }
        bool isTitled = title >= 0 && title <= first;
        int head = isTitled ? title : first;
        for (int i = Math.Max(0, head - Before); i < head; i++)
            Add(lines, document, blocks, i, isTitled ? LinePlace.OverTitle : LinePlace.UnderTitle);
        for (int i = head; i < Math.Min(first, head + Between); i++)
            Add(lines, document, blocks, i, LinePlace.UnderTitle);
        for (int i = Math.Max(head + Between, first - 4); i < first; i++)
            Add(lines, document, blocks, i, LinePlace.UnderTitle);
        // Bylines stand over the first paragraph, or between a standfirst and it.
        for (int i = first, paragraphs = 0; i <= last && i < first + AroundFirst && paragraphs < 2; i++)
        {
            bool isParagraph = IsParagraph(blocks, i) && i != title;
            paragraphs += isParagraph ? 1 : 0;
            Add(lines, document, blocks, i, isParagraph ? LinePlace.Text : LinePlace.UnderTitle);
        }
        for (int i = Math.Max(last - 1, first + 2); i <= last; i++)
            Add(lines, document, blocks, i, IsParagraph(blocks, i) ? LinePlace.Text : LinePlace.BehindText, i == last);
        for (int i = last + 1; i < Math.Min(blocks.Count, last + 1 + Behind); i++)
            Add(lines, document, blocks, i, LinePlace.BehindText);
        return lines;
    }

    private static bool IsParagraph(BlockTable blocks, int index) =>
        blocks[index].Words >= ParagraphWords && (blocks.Elements[blocks[index].Inner].Surroundings & Surroundings.Heading) == 0;

    /// <summary>The first and the last block that was kept; the first is a paragraph where there is one near.</summary>
    private static (int First, int Last) Text(BlockTable blocks)
    {
        int first = -1, last = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].Kept)
                continue;
            first = first < 0 ? i : first;
            last = i;
        }
        return (first, last);
    }

    private static void Add(List<Line> lines, HtmlDocument document, BlockTable blocks, int index, LinePlace place, bool isLast = false)
    {
        ref readonly BlockRow block = ref blocks[index];
        if (block.Words == 0 || (block.Words > MostWords && place is not LinePlace.Text))
            return;
        // Captions name photographers, and the days of pictures.
        if (block.Verdict == Verdict.Caption || (blocks.Elements[block.Inner].Surroundings & (Surroundings.Caption | Surroundings.Figure)) != 0)
            return;
        HtmlNode time = default;
        List<string>? authors = null;
        string text = TextOf(document, blocks, index, block, ref time, ref authors);
        if (text.Length > 0)
            lines.Add(new(document, blocks, block, text, place) { IsLast = isLast, Time = time, AuthorLinks = (IReadOnlyList<string>?)authors ?? [] });
    }

    private static string TextOf(HtmlDocument document, BlockTable blocks, int index, in BlockRow block, ref HtmlNode time, ref List<string>? authors)
    {
        StringBuilder? text = null;
        string only = "";
        int bytes = 0, link = 0;
        for (int i = block.FirstNode; i <= block.LastNode && bytes < MostBytes; i++)
        {
            if (blocks.BlockOf(i) != index)
                continue;
            HtmlNode node = new(document, i);
            ReadOnlySpan<byte> utf8 = node.Utf8Text;
            bytes += utf8.Length;
            string piece = Encoding.UTF8.GetString(utf8.Length > MostBytes ? utf8[..MostBytes] : utf8);
            HtmlNode anchor = Anchor(node.Parent, out HtmlNode inTime);
            time = time.IsNone ? inTime : time;
            int own = anchor.IsNone ? 0 : anchor.Index;
            if (only.Length > 0 || text is not null)
                text = (text ?? new(only)).Append(own != link && own != 0 && link != 0 ? " | " : " ").Append(piece);
            only = text is null ? piece : "";
            link = own == 0 && string.IsNullOrWhiteSpace(piece) ? link : own;
            if (own != 0 && PersonPaths.IsOne(anchor))
                (authors ??= []).Add(Tidy.Text(piece));
        }
        return Tidy.Text(text?.ToString() ?? only);
    }

    /// <summary>The link that a text stands in, or none; and the time element.</summary>
    private static HtmlNode Anchor(HtmlNode node, out HtmlNode time)
    {
        time = default;
        HtmlNode anchor = default;
        for (int i = 0; i < MostLevels && !node.IsNone; i++, node = node.Parent)
        {
            if (node.NameId == HtmlNames.A && anchor.IsNone)
                anchor = node;
            else if ((node.NameId == HtmlNames.Time || (node.NameId == HtmlNames.Abbr && node.HasAttribute(HtmlNames.Title))) && time.IsNone)
                time = node;
        }
        return anchor;
    }
}
