using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Selection;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>
/// The lines in which a page names its author and date: those near its title, and those near the ends of its text. Each group is read on
/// first use, since a page whose data name both needs few of them.
/// </summary>
/// <param name="texts">The memory for texts.</param>
/// <param name="dates">The reader of dates.</param>
internal sealed class NearbyLines(TextArena texts, DateReader dates)
{
    /// <summary>
    /// The number of blocks that are read before the title, between title and text, and after the text; and of a page without a text.
    /// </summary>
    private const int Before = 8;
    private const int Between = 24;
    private const int Behind = 8;
    private const int WithoutText = 40;
    private const int AroundFirst = 12;

    /// <summary>A line with more words is a paragraph.</summary>
    private const int MaxWords = 36;
    private const int ParagraphWords = 12;

    private readonly List<Line> _lines = [];
    private readonly MarkupMarks _marks = new();
    private readonly List<Line> _over = [];
    private readonly List<Line> _under = [];
    private readonly List<Line> _ending = [];
    private PageDocument _page = null!;
    private SelectionResult _selection = null!;
    private BlockTable _blocks = null!;
    private int _used;
    private int _title;
    private int _first;
    private int _last;
    private bool _hasOver;
    private bool _hasUnder;
    private bool _hasEnding;

    /// <summary>Starts a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selection">The kept blocks.</param>
    /// <param name="title">The block of its title, or -1.</param>
    public void Start(PageDocument page, SelectionResult selection, int title)
    {
        (_page, _blocks, _selection, _title) = (page, page.Blocks, selection, title);
        (_first, _last) = (selection.Kept.IndexOf(true), selection.Kept.LastIndexOf(true));
        (_hasOver, _hasUnder, _hasEnding) = (false, false, false);
        _used = 0;
        _marks.Start(page.Html, page.Elements);
        _over.Clear();
        _under.Clear();
        _ending.Clear();
    }

    /// <summary>Whether the language of the page puts the month before the day. Set it before the lines are read.</summary>
    public bool IsMonthFirst { get; set; }

    /// <summary>The range from the first to the last kept block.</summary>
    public Range Kept => _first < 0 ? ..0 : _first..(_last + 1);

    /// <summary>The lines before the title, or before the text if no title is above it.</summary>
    public List<Line> Over
    {
        get
        {
            if (!_hasOver)
                ReadOver();
            return _over;
        }
    }

    /// <summary>The lines between title and text, the first paragraph, and the short lines up to the second.</summary>
    public List<Line> Under
    {
        get
        {
            if (!_hasUnder)
                ReadUnder();
            return _under;
        }
    }

    /// <summary>The last two lines of the text and those after it.</summary>
    public List<Line> Ending
    {
        get
        {
            if (!_hasEnding)
                ReadEnding();
            return _ending;
        }
    }

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

    private void ReadOver()
    {
        _hasOver = true;
        for (int i = Math.Max(0, Head - Before); i < Head; i++)
            Add(_over, i, _first < 0 || IsTitled ? LinePlace.AboveTitle : LinePlace.BelowTitle);
    }

    private void ReadUnder()
    {
        _hasUnder = true;
        if (_first < 0)
        {
            for (int i = Head; i < Math.Min(_blocks.Count, Head + WithoutText); i++)
                Add(_under, i, LinePlace.BelowTitle);
            return;
        }
        for (int i = Head; i < Math.Min(_first, Head + Between); i++)
            Add(_under, i, LinePlace.BelowTitle);
        for (int i = Math.Max(Head + Between, _first - 4); i < _first; i++)
            Add(_under, i, LinePlace.BelowTitle);
        // Bylines are above the first paragraph, or between a deck and it.
        for (int i = _first, paragraphs = 0; i <= _last && i < _first + AroundFirst && paragraphs < 2; i++)
        {
            bool isParagraph = IsParagraph(_blocks, i) && i != _title;
            paragraphs += isParagraph ? 1 : 0;
            if (!isParagraph || paragraphs == 1)
                Add(_under, i, isParagraph ? LinePlace.Text : LinePlace.BelowTitle);
        }
    }

    private void ReadEnding()
    {
        _hasEnding = true;
        if (_first < 0)
            return;
        for (int i = Math.Max(_last - 1, _first + 2); i <= _last; i++)
            Add(_ending, i, IsParagraph(_blocks, i) ? LinePlace.Text : LinePlace.AfterText, i == _last);
        for (int i = _last + 1; i < Math.Min(_blocks.Count, _last + 1 + Behind); i++)
            Add(_ending, i, LinePlace.AfterText);
    }

    private static bool IsParagraph(BlockTable blocks, int index) =>
        blocks[index].Words >= ParagraphWords && !blocks.IsHeading(index);

    private void Add(List<Line> lines, int index, LinePlace place, bool isLast = false)
    {
        ref readonly BlockRow block = ref _blocks[index];
        if (block.Words == 0 || block.IsHidden || (block.Words > MaxWords && place is not LinePlace.Text))
            return;
        // Captions name photographers and the dates of pictures, and menus name nobody.
        if (_selection.ReasonOf(index) == BlockReason.Caption || (_blocks.Elements[block.Inner].Context & Elsewhere) != 0)
            return;
        if (_used == _lines.Count)
            _lines.Add(new(texts, dates, _marks));
        Line line = _lines[_used++];
        line.Start(_page, index, place, isLast, IsMonthFirst);
        lines.Add(line);
    }

    private const ContextFlags Elsewhere =
        ContextFlags.Caption | ContextFlags.Figure | ContextFlags.Nav | ContextFlags.Select | ContextFlags.NoScript | ContextFlags.Dialog;
}
