using System.Buffers;
using Skiplink.Blocks;
using Skiplink.Html;
using Skiplink.Metadata.Values;

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

/// <summary>A block of the page near its title or the ends of its text.</summary>
internal sealed class Line
{
    private const int MostLevels = 4;
    private const int MostMark = 160;
    private const int MostMarks = 1024;

    private readonly HtmlDocument _document;
    private readonly BlockTable _blocks;
    private readonly int _element;
    private string? _marks;
    private List<WrittenDate>? _dates;

    /// <param name="document">The page.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="block">The block.</param>
    /// <param name="text">Its text.</param>
    /// <param name="place">Where it stands.</param>
    public Line(HtmlDocument document, BlockTable blocks, in BlockRow block, string text, LinePlace place)
    {
        _document = document;
        _blocks = blocks;
        _element = block.Inner;
        Text = text;
        Place = place;
        Words = block.Words;
        LinkWords = block.LinkWords;
        IsHeading = (blocks.Elements[block.Inner].Surroundings & Surroundings.Heading) != 0;
    }

    /// <summary>Its text; a bar stands where one link ends and another begins.</summary>
    public string Text { get; }

    /// <summary>Where it stands.</summary>
    public LinePlace Place { get; }

    /// <summary>How many words it has.</summary>
    public int Words { get; }

    /// <summary>How many of them stand in links.</summary>
    public int LinkWords { get; }

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading { get; }

    /// <summary>Whether it is the last line of the text.</summary>
    public bool IsLast { get; init; }

    /// <summary>A <c>time</c> element that its text stands in, or none.</summary>
    public HtmlNode Time { get; init; }

    /// <summary>The texts of its links to pages about people.</summary>
    public IReadOnlyList<string> AuthorLinks { get; init; } = [];

    /// <summary>The classes, ids and properties of the elements around it, in lower case.</summary>
    public string Marks => _marks ??= ReadMarks();

    /// <summary>The dates in it.</summary>
    /// <param name="isMonthFirst">Whether 5/6/2024 is a day of May; the first call decides.</param>
    public List<WrittenDate> Dates(bool isMonthFirst) => _dates ??= MayHoldDate ? WrittenDate.FindAll(Text, isMonthFirst) : [];

    // A date has a number of at least four digits, of whatever script.
    private bool MayHoldDate
    {
        get
        {
            int digits = 0;
            foreach (char c in Text)
                digits += char.IsDigit(c) ? 1 : 0;
            return digits >= 4;
        }
    }

    /// <summary>Whether the elements around the line are named after one of these.</summary>
    public bool IsMarked(SearchValues<string> marks) => Marks.AsSpan().ContainsAny(marks);

    private string ReadMarks()
    {
        Span<char> marks = stackalloc char[MostMarks];
        int length = 0, element = _element;
        for (int i = 0; i < MostLevels && element != 0; i++, element = _blocks.Elements[element].Parent)
        {
            HtmlNode node = new(_document, _blocks.Elements[element].Node);
            for (int j = 0; j < node.AttributeCount; j++)
            {
                HtmlAttribute attribute = node.Attribute(j);
                if (attribute.NameId is not (HtmlNames.Class or HtmlNames.Id or HtmlNames.Itemprop))
                    continue;
                ReadOnlySpan<byte> value = attribute.Utf8Value;
                value = value.Length > MostMark ? value[..MostMark] : value;
                if (length + value.Length + 1 > marks.Length)
                    break;
                // Names of classes are ASCII; what is not says nothing.
                foreach (byte b in value)
                    marks[length++] = b is >= (byte)'A' and <= (byte)'Z' ? (char)(b | 0x20) : (char)b;
                marks[length++] = ' ';
            }
        }
        return marks[..length].ToString();
    }
}
