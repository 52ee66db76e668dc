using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Content → Markdown: CommonMark 0.31 with the tables, strikethrough, task lists and footnotes of GitHub Flavored Markdown, and formulas between dollar signs. What
/// those do not have (sub- and superscript, insertions, marks, ruby) is written as the HTML elements that Markdown lets through. Works on UTF-8 throughout and reuses
/// its memory from page to page.
/// </summary>
internal sealed partial class MarkdownWriter : IContentSink
{
    private readonly MarkdownTable _table = new();
    private readonly ByteBuffer _code = new();
    private ByteBuffer _document = null!;
    private ByteBuffer _output = null!;
    private ContentKind _block;
    private bool _inTable;
    private bool _inTableCaption;
    private bool _inTerm;
    private bool _withMath;

    /// <summary>Whether images (and what plays) are written, links, and tables as such; without links their texts remain, without tables a row is a line.</summary>
    public bool WithImages { get; set; } = true;

    public bool WithLinks { get; set; } = true;

    public bool WithTables { get; set; } = true;

    /// <summary>Begins a page.</summary>
    /// <param name="output">Where to write; what stands there already stays.</param>
    /// <param name="hasMath">Whether the page has formulas, and a dollar sign must be told from their delimiters.</param>
    public void Begin(ByteBuffer output, bool hasMath)
    {
        _document = _output = output;
        _withMath = hasMath;
        _block = ContentKind.None;
        _rowStart = -1;
        _inTable = _inTableCaption = _inTerm = false;
        ClearContainers();
        ClearInlines();
    }

    public void Start(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.List or ContentKind.OrderedList:
                StartList(part);
                break;
            case ContentKind.Item:
                StartItem(part.IsChecked);
                break;
            case ContentKind.Quotation:
                StartContainer(part.Kind, "> "u8, "> "u8);
                break;
            case ContentKind.Callout:
                StartContainer(part.Kind, "> "u8, "> "u8);
                StartCallout(part.Value);
                break;
            case ContentKind.CalloutTitle:
                _inCalloutTitle = true;
                break;
            case ContentKind.Term:
                _inTerm = true;
                break;
            case ContentKind.Note:
                StartNote(part.Number);
                break;
            case ContentKind.Table:
                _inTable = true;
                _table.Clear();
                break;
            case ContentKind.TableCaption:
                // Markdown's tables have no caption: it is a paragraph before its table.
                _inTableCaption = true;
                break;
            case ContentKind.Row when !WithTables:
                StartLines();
                _rowStart = _output.Count;
                _rowHasText = false;
                break;
            case ContentKind.Row:
                _table.StartRow();
                break;
            case ContentKind.Cell when !WithTables:
                if (_rowHasText)
                    _output.Add(" | "u8);
                break;
            case ContentKind.Cell:
                _table.StartCell();
                _output = _table.Text;
                _lineStart = _output.Count;
                break;
            case ContentKind.Paragraph or ContentKind.Heading or ContentKind.Code:
                StartBlock(part);
                break;
            case >= ContentKind.Link:
                StartInline(part);
                break;
            default:
                break;
        }
    }

    public void End(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.List or ContentKind.OrderedList:
                EndList();
                break;
            case ContentKind.Item or ContentKind.Quotation or ContentKind.Callout or ContentKind.Note:
                EndContainer(part.Kind);
                break;
            case ContentKind.Term:
                _inTerm = false;
                break;
            case ContentKind.CalloutTitle:
                _inCalloutTitle = false;
                _isAfterCalloutTitle = true;
                break;
            case ContentKind.TableCaption:
                _inTableCaption = false;
                break;
            case ContentKind.Cell when WithTables:
                _output = _document;
                _table.EndCell(part);
                break;
            case ContentKind.Table:
                EndTable();
                break;
            case ContentKind.Code:
                EndCode(part.Value);
                break;
            case ContentKind.Paragraph or ContentKind.Heading:
                if (_inTerm && part.Kind == ContentKind.Paragraph)
                    EndInline(new() { Kind = ContentKind.Strong });
                EndLine();
                _block = ContentKind.None;
                break;
            case >= ContentKind.Link:
                EndInline(part);
                break;
            default:
                break;
        }
    }

    public void Rule()
    {
        StartLines();
        _output.Add("---"u8);
        _isAfterItem = false;
    }

    /// <summary>Whether text goes to a cell, or to a row that is written as a line: whatever it is, it stays on one line.</summary>
    private bool IsInRow => _inTable && !_inTableCaption;

    private bool _rowHasText;

    /// <summary>Where a row that is written as a line begins; -1 when rows are cells.</summary>
    private int _rowStart;

    /// <summary>Whether the block in progress has several lines.</summary>
    private bool _hasBreaks;

    private void StartBlock(in ContentPart part)
    {
        _block = part.Kind;
        ForgetEnds();
        _hasBreaks = part.HasBreaks;
        if (IsInRow)
        {
            if (WithTables ? _table.CellHasText : _output.Count > 0 && _output.Last() != '\n' && _rowHasText && _output.Last() != ' ')
                _output.Add(WithTables ? "<br>"u8 : " "u8);
            _lineStart = _output.Count;
            _rowHasText = true;
        }
        else
        {
            StartLines();
            _isAfterItem = false;
        }
        if (part.Kind == ContentKind.Code)
        {
            _code.Clear();
        }
        else if (_inTerm && part.Kind == ContentKind.Paragraph)
        {
            // Markdown has no lists of definitions: a bold paragraph stands over what it means.
            StartInline(new() { Kind = ContentKind.Strong });
        }
        else if (part.Kind == ContentKind.Heading && !IsInRow)
        {
            // The first level is the title's, which stands over the text.
            _output.Add("######"u8[..Math.Clamp(part.Number, 2, 6)]);
            _output.Add((byte)' ');
            _lineStart = -1;
        }
    }

    private void EndTable()
    {
        _inTable = false;
        _block = ContentKind.None;
        if (!WithTables || _table.IsEmpty)
            return;
        StartLines();
        _table.Write(_output, _prefixes.Span(0, _prefixes.Count));
        _isAfterItem = false;
    }

    private void EndCode(ReadOnlySpan<byte> language)
    {
        _block = ContentKind.None;
        ReadOnlySpan<byte> text = _code.Span(0, _code.Count);
        if (IsInRow)
        {
            WriteCodeInRow(text);
            return;
        }
        int fences = Math.Max(3, LongestRun(text, (byte)'`') + 1);
        AddFences(fences);
        _output.Add(language);
        _output.Add((byte)'\n');
        foreach (Range range in text.Split((byte)'\n'))
        {
            if (text[range].IsEmpty)
            {
                WriteBlankPrefixes();
            }
            else
            {
                _output.Add(_prefixes.Span(0, _prefixes.Count));
                _output.Add(text[range]);
            }
            _output.Add((byte)'\n');
        }
        _output.Add(_prefixes.Span(0, _prefixes.Count));
        AddFences(fences);
    }

    // A cell is one line: each line of code is a span of its own.
    private void WriteCodeInRow(ReadOnlySpan<byte> text)
    {
        bool isFirst = true;
        foreach (Range range in text.Split((byte)'\n'))
        {
            if (text[range].Trim((byte)' ').IsEmpty)
                continue;
            if (!isFirst)
                _output.Add(WithTables ? "<br>"u8 : " "u8);
            isFirst = false;
            int start = _output.Count;
            _output.Add(text[range].Trim((byte)' '));
            WriteCodeSpan(start, start);
        }
    }

    private void AddFences(int count)
    {
        for (int i = 0; i < count; i++)
            _output.Add((byte)'`');
    }

    private static int LongestRun(ReadOnlySpan<byte> text, byte of)
    {
        int longest = 0, run = 0;
        foreach (byte b in text)
        {
            run = b == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
