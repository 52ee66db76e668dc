using System.Text;
using Skiplink.Blocks;
using Skiplink.Html;

namespace Skiplink.Metadata.Candidates;

/// <summary>
/// The lines in which a page names its author and date: those around its title, and those around the ends of its text. Each group is read when it is first asked for:
/// a page whose data name both needs few of them.
/// </summary>
internal sealed class NearbyLines
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

    private readonly HtmlDocument _document;
    private readonly BlockTable _blocks;
    private readonly int _title;
    private readonly int _first;
    private readonly int _last;
    private List<Line>? _over;
    private List<Line>? _under;
    private List<Line>? _behind;

    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks, after selection.</param>
    /// <param name="title">The block of its title, or -1.</param>
    public NearbyLines(HtmlDocument document, BlockTable blocks, int title)
    {
        (_document, _blocks, _title) = (document, blocks, title);
        (_first, _last) = Text(blocks);
    }

    /// <summary>The lines before the title, or before the text where no title stands over it.</summary>
    public IReadOnlyList<Line> Over => _over ??= ReadOver();

    /// <summary>The lines between title and text, the first paragraph, and the short lines up to the second.</summary>
    public IReadOnlyList<Line> Under => _under ??= ReadUnder();

    /// <summary>The last two lines of the text and those behind it.</summary>
    public IReadOnlyList<Line> Ending => _behind ??= ReadBehind();

    /// <summary>All lines, in document order.</summary>
    public IEnumerable<Line> All => [.. Over, .. Under, .. Ending];

    /// <summary>The first paragraph, or null.</summary>
    public Line? Lead
    {
        get
        {
            foreach (Line line in Under)
            {
                if (line.Place == LinePlace.Text)
                    return line;
            }
            return null;
        }
    }

    private bool IsTitled => _title >= 0 && _title <= _first;

    private int Head => _first < 0 ? Math.Max(0, _title) : IsTitled ? _title : _first;

    private List<Line> ReadOver()
    {
        List<Line> lines = [];
        for (int i = Math.Max(0, Head - Before); i < Head; i++)
            Add(lines, i, _first < 0 || IsTitled ? LinePlace.OverTitle : LinePlace.UnderTitle);
        return lines;
    }

    private List<Line> ReadUnder()
    {
        List<Line> lines = [];
        if (_first < 0)
        {
            for (int i = Head; i < Math.Min(_blocks.Count, Head + WithoutText); i++)
                Add(lines, i, LinePlace.UnderTitle);
            return lines;
        }
        for (int i = Head; i < Math.Min(_first, Head + Between); i++)
            Add(lines, i, LinePlace.UnderTitle);
        for (int i = Math.Max(Head + Between, _first - 4); i < _first; i++)
            Add(lines, i, LinePlace.UnderTitle);
        // Bylines stand over the first paragraph, or between a standfirst and it.
        for (int i = _first, paragraphs = 0; i <= _last && i < _first + AroundFirst && paragraphs < 2; i++)
        {
            bool isParagraph = IsParagraph(_blocks, i) && i != _title;
            paragraphs += isParagraph ? 1 : 0;
            if (!isParagraph || paragraphs == 1)
                Add(lines, i, isParagraph ? LinePlace.Text : LinePlace.UnderTitle);
        }
        return lines;
    }

    private List<Line> ReadBehind()
    {
        List<Line> lines = [];
        if (_first < 0)
            return lines;
        for (int i = Math.Max(_last - 1, _first + 2); i <= _last; i++)
            Add(lines, i, IsParagraph(_blocks, i) ? LinePlace.Text : LinePlace.BehindText, i == _last);
        for (int i = _last + 1; i < Math.Min(_blocks.Count, _last + 1 + Behind); i++)
            Add(lines, i, LinePlace.BehindText);
        return lines;
    }

    private static bool IsParagraph(BlockTable blocks, int index) =>
        blocks[index].Words >= ParagraphWords && (blocks.Elements[blocks[index].Inner].Surroundings & Surroundings.Heading) == 0;

    /// <summary>The first and the last block that was kept; -1 when none was.</summary>
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

    private void Add(List<Line> lines, int index, LinePlace place, bool isLast = false)
    {
        ref readonly BlockRow block = ref _blocks[index];
        if (block.Words == 0 || (block.Words > MostWords && place is not LinePlace.Text))
            return;
        // Captions name photographers, and the days of pictures; menus name nobody.
        if (block.Verdict == Verdict.Caption || (_blocks.Elements[block.Inner].Surroundings & Elsewhere) != 0)
            return;
        HtmlNode time = default;
        List<string>? authors = null;
        string text = TextOf(_document, _blocks, index, block, ref time, ref authors);
        if (text.Length > 0)
            lines.Add(new(_document, _blocks, block, text, place) { IsLast = isLast, Time = time, AuthorLinks = (IReadOnlyList<string>?)authors ?? [] });
    }

    private const Surroundings Elsewhere = Surroundings.Caption | Surroundings.Figure | Surroundings.Nav | Surroundings.Select | Surroundings.NoScript | Surroundings.Dialog;

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
