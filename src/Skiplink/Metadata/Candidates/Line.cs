using Skiplink.Html;
using Skiplink.Metadata.Values;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Metadata.Candidates;

/// <summary>Where a line stands.</summary>
internal enum LinePlace
{
    /// <summary>Before the title, not far from it.</summary>
    OverTitle,

    /// <summary>Between title and text: where bylines and date lines stand.</summary>
    UnderTitle,

    /// <summary>A paragraph of the text itself: its first two, its last two.</summary>
    Text,

    /// <summary>Right behind the text.</summary>
    BehindText,
}

/// <summary>A block of the page near its title or the ends of its text. What costs time is read when it is first asked for.</summary>
/// <param name="texts">Where texts are put.</param>
/// <param name="reader">Reads dates.</param>
/// <param name="marks">Tells what elements are called.</param>
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

    /// <summary>Makes it the line of a block.</summary>
    /// <param name="page">The page.</param>
    /// <param name="block">The block.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="isLast">Whether it is the last line of the text.</param>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May.</param>
    public void Start(PageDocument page, int block, LinePlace place, bool isLast, bool isMonthFirst)
    {
        (_page, _blocks, _block) = (page, page.Blocks, block);
        (_hasText, _hasDates) = (false, false);
        (Place, IsLast, _isMonthFirst) = (place, isLast, isMonthFirst);
    }

    /// <summary>Its text; a bar stands where one link ends and another begins.</summary>
    public ReadOnlyMemory<char> Text
    {
        get
        {
            if (!_hasText)
                (_text, _hasText) = (LineText.Of(_page, _block, texts), true);
            return _text;
        }
    }

    /// <summary>What the characters of its text are, which is known before the text is read.</summary>
    public ref readonly TextShape Shape => ref _blocks[_block].Shape;

    /// <summary>Whether all of its text is one piece of the page's.</summary>
    public bool IsOnePiece => _blocks[_block].FirstNode == _blocks[_block].LastNode;

    /// <summary>The hashes of its words.</summary>
    public ReadOnlySpan<uint> WordHashes => _blocks.WordsOf(_block);

    /// <summary>Where it stands.</summary>
    public LinePlace Place { get; private set; }

    /// <summary>How many words it has.</summary>
    public int Words => _blocks[_block].Words;

    /// <summary>How many of them stand in links.</summary>
    public int LinkWords => _blocks[_block].LinkWords;

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => _blocks.IsHeading(_block);

    /// <summary>Whether it is the last line of the text.</summary>
    public bool IsLast { get; private set; }

    /// <summary>A <c>time</c> element that its text stands in, or none.</summary>
    public HtmlNode Time => LineText.TimeOf(_page, _block);

    /// <summary>The dates in it.</summary>
    public List<WrittenDate> Dates
    {
        get
        {
            if (_hasDates)
                return _dates;
            _hasDates = true;
            _dates.Clear();
            // A date has a number of at least four digits, of whatever script.
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

    /// <summary>Whether an element around the line is called so.</summary>
    public bool IsMarked(MarkupMark mark) => marks.Has(_blocks[_block].Inner, mark);

    /// <summary>Adds the texts of its links to pages about people.</summary>
    public void AddAuthorLinks(List<Candidate> found) => LineText.AddAuthorLinks(_page, _block, found, texts);
}
