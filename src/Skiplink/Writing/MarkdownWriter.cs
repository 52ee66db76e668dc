using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Content → Markdown: CommonMark 0.31 with the tables, strikethrough, task lists and footnotes of GitHub Flavored Markdown, and formulas
/// between dollar signs. What those do not have (sub- and superscript, insertions, marks, ruby) is written as the HTML elements that
/// Markdown lets through. One is made for each page.
/// </summary>
internal sealed partial class MarkdownWriter : IContentSink
{
    private readonly WriteOptions _options;
    private readonly bool _withMath;
    private readonly MarkdownLine _line;
    private readonly MarkdownContainers _containers;
    private readonly MarkdownInlines _inlines;
    private readonly MarkdownCode _code;
    private readonly MarkdownRows _rows;
    private readonly MarkdownTable _table = new();

    // The block that is open, or None, and whether there are line breaks in it.
    private ContentKind _block;
    private bool _hasBreaks;
    private bool _inTerm;

    // Where a reference to a note ended: a bracket or colon right behind it would make it something else. Where the last formula ended.
    private int _referenceEnd = -1;
    private int _formulaEnd = -1;

    /// <summary>Starts a document.</summary>
    /// <param name="output">Where to write; what stands there already stays.</param>
    /// <param name="options">What to leave out.</param>
    /// <param name="hasMath">Whether the page has formulas, so that other dollar signs are escaped.</param>
    public MarkdownWriter(ByteBuffer output, WriteOptions options, bool hasMath)
    {
        (_options, _withMath) = (options, hasMath);
        _line = new(output);
        _containers = new(_line);
        _inlines = new(_line);
        _code = new(_line);
        _rows = new(_line, _table, options.Tables);
    }

    private ByteBuffer Output => _line.Output;

    public void Start(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.List or ContentKind.OrderedList:
                _containers.StartList(part);
                break;
            case ContentKind.Item:
                _containers.StartItem(part.IsChecked);
                break;
            case ContentKind.Quotation:
                _containers.StartQuotation(part.Kind);
                break;
            case ContentKind.Callout:
                _containers.StartCallout(part.Value);
                break;
            case ContentKind.CalloutTitle:
                _containers.StartCalloutTitle();
                break;
            case ContentKind.Term:
                _inTerm = true;
                break;
            case ContentKind.Note:
                _containers.StartNote(part.Number);
                break;
            case ContentKind.Table:
                _rows.StartTable();
                break;
            case ContentKind.TableCaption:
                // Markdown's tables have no caption: it is a paragraph before its table.
                _rows.StartCaption();
                break;
            case ContentKind.Row:
                StartRow();
                break;
            case ContentKind.Cell:
                _rows.StartCell();
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
                _containers.EndList();
                break;
            case ContentKind.Item or ContentKind.Quotation or ContentKind.Callout or ContentKind.Note:
                _containers.End(part.Kind);
                break;
            case ContentKind.Term:
                _inTerm = false;
                break;
            case ContentKind.CalloutTitle:
                _containers.EndCalloutTitle();
                break;
            case ContentKind.TableCaption:
                _rows.EndCaption();
                break;
            case ContentKind.Cell:
                _rows.EndCell(part);
                break;
            case ContentKind.Row:
                _rows.EndRow();
                break;
            case ContentKind.Table:
                EndTable();
                break;
            case ContentKind.Code:
                EndCode(part.Value);
                break;
            case ContentKind.Paragraph or ContentKind.Heading:
                EndText(part.Kind);
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
        if (_rows.IsInRow)
            return;
        _containers.BeginBlock(isParagraph: false, leavesItem: true);
        Output.Add("---"u8);
    }

    private void StartRow()
    {
        if (!_rows.StartRow())
            return;
        _containers.BeginBlock(isParagraph: false, leavesItem: false);
        _rows.BeginLine();
    }

    private void StartBlock(in ContentPart part)
    {
        _block = part.Kind;
        _hasBreaks = part.HasBreaks;
        ForgetEnds();
        if (_rows.IsInRow)
            _rows.StartBlock();
        else
            _containers.BeginBlock(part.Kind == ContentKind.Paragraph, leavesItem: true);
        if (part.Kind == ContentKind.Code)
        {
            _code.StartBlock();
        }
        else if (_inTerm && part.Kind == ContentKind.Paragraph)
        {
            // Markdown has no lists of definitions: a bold paragraph stands over what it means.
            StartInline(new() { Kind = ContentKind.Strong });
        }
        else if (part.Kind == ContentKind.Heading && !_rows.IsInRow)
        {
            // The first level is the title's, which stands over the text.
            Output.Add("######"u8[..Math.Clamp(part.Number, 2, 6)]);
            Output.Add((byte)' ');
            _line.BeginBehindMark();
        }
    }

    /// <summary>What ended in another block has nothing to do with this one, also where nothing stands between the two.</summary>
    private void ForgetEnds()
    {
        _inlines.ForgetEnds();
        _code.ForgetEnd();
        _referenceEnd = _formulaEnd = -1;
    }

    private void EndText(ContentKind block)
    {
        if (_inTerm && block == ContentKind.Paragraph)
            EndInline(new() { Kind = ContentKind.Strong });
        _inlines.Settle(followedByWord: false);
        _line.IsNumber = false;
        // A number sign at the end of a heading would be taken for its closing marks.
        if (block == ContentKind.Heading && Output.Last() == '#' && Output.Count > 1)
            Output.Replace(Output.Count - 1, 1, "\\#"u8);
        _block = ContentKind.None;
    }

    private void EndTable()
    {
        _block = ContentKind.None;
        if (!_rows.EndTable())
            return;
        _containers.BeginBlock(isParagraph: false, leavesItem: true);
        _table.Write(Output, _containers.Prefixes);
    }

    private void EndCode(ReadOnlySpan<byte> language)
    {
        _block = ContentKind.None;
        if (_rows.IsInRow)
            _code.EndBlockInRow(_rows);
        else
            _code.EndBlock(language, _containers);
    }
}
