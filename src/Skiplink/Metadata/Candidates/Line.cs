using Skiplink.Html;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>Where a line is.</summary>
internal enum LinePlace
{
    /// <summary>Before the title, not far from it.</summary>
    AboveTitle,

    /// <summary>Between title and text, where bylines and date lines are.</summary>
    BelowTitle,

    /// <summary>A paragraph of the text itself: its first two, its last two.</summary>
    Text,

    /// <summary>Right after the text.</summary>
    AfterText,
}

/// <summary>A block near the title or near the ends of the text. Its text and dates are read on first use.</summary>
/// <param name="texts">The memory for texts.</param>
/// <param name="reader">The reader of dates.</param>
/// <param name="marks">The marks in the class names and ids of elements.</param>
internal sealed class Line(TextArena texts, DateReader reader, MarkupMarks marks)
{
    private readonly List<WrittenDate> _dates = [];
    private PageDocument _page = null!;
    private BlockTable _blocks = null!;
    private int _block;
    private ReadOnlyMemory<char> _text;
    private bool _hasText;
    private bool _hasDates;
    private bool _isMonthFirst;

    /// <summary>Sets the block of this line.</summary>
    /// <param name="page">The page.</param>
    /// <param name="block">The block.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="isLast">Whether it is the last line of the text.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May.</param>
    public void Start(PageDocument page, int block, LinePlace place, bool isLast, bool isMonthFirst)
    {
        (_page, _blocks, _block) = (page, page.Blocks, block);
        (_hasText, _hasDates) = (false, false);
        (Place, IsLast, _isMonthFirst) = (place, isLast, isMonthFirst);
    }

    /// <summary>The text, with a bar between neighbouring links.</summary>
    public ReadOnlyMemory<char> Text
    {
        get
        {
            if (!_hasText)
                (_text, _hasText) = (LineText.Of(_page, _block, texts), true);
            return _text;
        }
    }

    /// <summary>The kinds of characters in the text, known before the text is read.</summary>
    public ref readonly TextShape Shape => ref _blocks[_block].Shape;

    /// <summary>Whether the text is in one text node.</summary>
    public bool IsOnePiece => _blocks[_block].FirstNode == _blocks[_block].LastNode;

    /// <summary>The hashes of its words.</summary>
    public ReadOnlySpan<uint> WordHashes => _blocks.WordsOf(_block);

    /// <summary>Where it is.</summary>
    public LinePlace Place { get; private set; }

    /// <summary>The number of words.</summary>
    public int Words => _blocks[_block].Words;

    /// <summary>The number of words in links.</summary>
    public int LinkWords => _blocks[_block].LinkWords;

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => _blocks.IsHeading(_block);

    /// <summary>Whether it is the last line of the text.</summary>
    public bool IsLast { get; private set; }

    /// <summary>The <c>time</c> element around the text, or none.</summary>
    public HtmlNode Time => LineText.TimeOf(_page, _block);

    /// <summary>The dates in the text.</summary>
    public List<WrittenDate> Dates
    {
        get
        {
            if (_hasDates)
                return _dates;
            _hasDates = true;
            _dates.Clear();
            // A date has at least four digits, of whatever script.
            if ((Shape.Digits >= 4 || Shape.Wide > 0) && HasDigits(Text.Span))
                reader.FindAll(Text.Span, _isMonthFirst, _dates);
            return _dates;
        }
    }

    private static bool HasDigits(ReadOnlySpan<char> text)
    {
        int digits = 0;
        foreach (char c in text)
            digits += char.IsDigit(c) ? 1 : 0;
        return digits >= 4;
    }

    /// <summary>Whether the element or one of its nearest ancestors has a class or id that matches a mark.</summary>
    public bool IsMarked(MarkupMark mark) => marks.Has(_blocks[_block].Inner, mark);

    /// <summary>Adds the texts of its links to pages about people.</summary>
    public void AddAuthorLinks(List<Candidate> found) => LineText.AddAuthorLinks(_page, _block, found, texts);
}
