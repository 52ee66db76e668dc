using System.Globalization;
using System.Text;
using Skiplink.Html;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Surroundings;

/// <summary>Reads the lines of a page's comment blocks, with the dates in them.</summary>
internal sealed class CommentLines
{
    /// <summary>A line with more words is no date line.</summary>
    private const int MaxDateLineWords = 25;

    private readonly PageDocument _page;
    private readonly DateReader _dates;
    private readonly TextArena _texts;
    private readonly bool _isMonthFirst;
    private readonly List<WrittenDate> _found = [];

    private CommentLines(PageDocument page, bool isMonthFirst)
    {
        (_page, _texts, _isMonthFirst) = (page, new(), isMonthFirst);
        _dates = new(_texts);
    }

    /// <summary>The lines, in document order.</summary>
    public List<CommentLine> All { get; } = [];

    /// <summary>For each block, and behind the last one, how many lines stand before it.</summary>
    public int[] Before { get; private set; } = [];

    /// <summary>Reads the lines of some blocks.</summary>
    /// <param name="page">The page.</param>
    /// <param name="blocks">For each block whether it belongs to the comments.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May.</param>
    public static CommentLines Read(PageDocument page, ReadOnlySpan<bool> blocks, bool isMonthFirst)
    {
        CommentLines lines = new(page, isMonthFirst) { Before = new int[blocks.Length + 1] };
        for (int block = 0; block < blocks.Length; block++)
        {
            lines.Before[block] = lines.All.Count;
            if (blocks[block])
                lines.ReadBlock(block);
        }
        lines.Before[^1] = lines.All.Count;
        return lines;
    }

    /// <summary>A date of markup in ISO 8601; null when it is none.</summary>
    public string? ParseDate(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > 80 || text.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
            return null;
        _texts.Clear();
        ReadOnlyMemory<char> iso = _dates.Parse(Encoding.UTF8.GetString(text), _isMonthFirst);
        return iso.Length >= 10 ? iso.ToString() : null;
    }

    private void ReadBlock(int block)
    {
        List<CommentPiece> pieces = [];
        ref readonly BlockRow row = ref _page.Blocks[block];
        for (int node = row.FirstNode; node <= row.LastNode; node++)
        {
            HtmlNode handle = new(_page.Html, node);
            if (handle.Is(HtmlNames.Br))
            {
                Add(block, pieces);
                pieces = [];
            }
            else if (handle.IsText && _page.Blocks.BlockOf(node) == block)
            {
                pieces.Add(new(node, Encoding.UTF8.GetString(handle.Utf8Text), IsControl(handle)));
            }
        }
        Add(block, pieces);
    }

    private void Add(int block, List<CommentPiece> pieces)
    {
        string text = TextOf(pieces);
        if (text.Length == 0)
            return;
        CommentLine line = new()
        {
            Block = block,
            Pieces = pieces,
            Text = text,
            Words = WordsOf(text),
            IsLink = pieces.TrueForAll(static p => p.IsLink || string.IsNullOrWhiteSpace(p.Text)),
            IsHeading = _page.Blocks.IsHeading(block),
            Pattern = PatternOf(text),
        };
        FindDate(line);
        All.Add(line);
    }

    private void FindDate(CommentLine line)
    {
        foreach (CommentPiece piece in line.Pieces)
        {
            if (line.Words <= MaxDateLineWords && MarkedDate(new HtmlNode(_page.Html, piece.Node).Parent) is { } marked)
            {
                int at = line.Text.IndexOf(piece.Text.Trim(), StringComparison.Ordinal);
                (line.Date, line.IsMarkedDate) = (marked, true);
                line.DateSpan = at < 0 ? (0, 0) : (at, at + piece.Text.Trim().Length);
                return;
            }
        }
        if (line.Words > MaxDateLineWords || !line.Text.AsSpan().ContainsAnyInRange('0', '9') && !HasDigit(line.Text))
            return;
        _texts.Clear();
        _found.Clear();
        _dates.FindAll(line.Text, _isMonthFirst, _found);
        foreach (WrittenDate date in _found)
        {
            if (!date.HasDay)
                continue;
            (line.Date, line.DateSpan) = (date.Value.ToString(), (date.Start, date.End));
            return;
        }
    }

    /// <summary>The date that an element, or one of the two above it, gives in its attributes.</summary>
    private string? MarkedDate(HtmlNode element)
    {
        for (int i = 0; i < 3 && element.IsElement; i++, element = element.Parent)
        {
            if (element.Is(HtmlNames.Time) && ParseDate(element.Utf8Attribute(HtmlNames.Datetime)) is { } time)
                return time;
            if (element.HasAttribute(HtmlNames.Itemprop) && ParseDate(element.Utf8Attribute(HtmlNames.Content)) is { } content)
                return content;
            if (element.Utf8Attribute(HtmlNames.Title) is { IsEmpty: false } title && ParseDate(title) is { } titled)
                return titled;
        }
        return null;
    }

    private static bool IsControl(HtmlNode text)
    {
        for (HtmlNode node = text.Parent; node.IsElement; node = node.Parent)
        {
            if (node.NameId is HtmlNames.A or HtmlNames.Button or HtmlNames.Label or HtmlNames.Option)
                return true;
            if (BlockLevel.Of(node.NameId) == BlockLevel.Role.Block)
                return false;
        }
        return false;
    }

    private static bool HasDigit(string text) => text.Any(char.IsDigit);

    /// <summary>The text of pieces, white space collapsed.</summary>
    public static string TextOf(IReadOnlyList<CommentPiece> pieces) =>
        Tidy.Text(pieces.Count == 1 ? pieces[0].Text : string.Concat(pieces.Select(static p => p.Text)));

    /// <summary>The number of words; of scripts without spaces between words, half of the number of letters.</summary>
    public static int WordsOf(string text)
    {
        int words = 0, unspaced = 0;
        bool isInWord = false;
        foreach (char c in text)
        {
            bool isPart = char.IsLetterOrDigit(c);
            if (c >= '\u2E80' && isPart && c is not (>= '\uAC00' and <= '\uD7AF'))
                unspaced++;
            else if (isPart && !isInWord)
                words++;
            isInWord = isPart;
        }
        return words + ((unspaced + 1) / 2);
    }

    private static string PatternOf(string text) => text.Length > 60 ? "" :
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat(text.Where(static c => !char.IsDigit(c))).ToUpperInvariant()}");
}
