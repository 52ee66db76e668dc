using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>The elements of TEI that content becomes.</summary>
internal sealed partial class TeiWriter
{
    private bool _inFigure;
    private bool _isCaption;

    /// <summary>Whether blocks stand in an element that holds text alone: a label, a row without its table.</summary>
    private bool _isBare;
    private RubyState _ruby;

    /// <summary>How many marks of code are open in each other: the element holds characters alone, so that it ends where another begins and goes on behind it.</summary>
    private int _codes;

    /// <summary>For each definition list that is open, whether a label waits for its item: the two come in pairs.</summary>
    private readonly List<bool> _waiting = [];
    private int _marksInRuby;

    /// <summary>What was opened last, and whether the paragraph in it is written without an element of its own.</summary>
    private ContentKind _parent;
    private bool _isAlone;

    private enum RubyState
    {
        None,
        Begun,
        InBase,
        InText,
        AfterText,
    }

    /// <summary>Divisions nest no deeper than headings do.</summary>
    private void OpenSection(int level)
    {
        CloseSections(level);
        _sections.Add(level);
        _output.Add("<div>\n"u8);
    }

    /// <summary>Closes the divisions of this level and below.</summary>
    private void CloseSections(int level)
    {
        while (_sections.Count > 0 && _sections[^1] >= level)
        {
            _sections.RemoveAt(_sections.Count - 1);
            _output.Add("</div>\n"u8);
        }
    }

    private void StartBlock(in ContentPart part)
    {
        _block = part.Kind;
        if (_isBare)
        {
            if (_rowHasText)
                Spaces.Part(_output);
            if (part.Kind == ContentKind.Code)
                _output.Add("<code>"u8);
            return;
        }
        if (part.Kind == ContentKind.Heading && _structures == 0)
        {
            OpenSection(Math.Clamp(part.Number, 1, 6));
            _output.Add("<head>"u8);
            return;
        }
        _isAlone = part.Kind == ContentKind.Paragraph && part.IsAlone && _parent is ContentKind.Item or ContentKind.Definition or ContentKind.Cell;
        if (_isAlone)
            return;
        // In a list, a table or a quotation no division can begin.
        _output.Add(part.Kind == ContentKind.Heading ? "<p rend=\"heading\">"u8 : _isCaption ? "<head>"u8 : "<p>"u8);
        if (part.Kind != ContentKind.Code)
            return;
        _output.Add("<code"u8);
        if (!part.Value.IsEmpty)
            MarkupEscape.Attribute(_output, "lang"u8, part.Value);
        _output.Add(" xml:space=\"preserve\">"u8);
    }

    private void EndBlock(in ContentPart part)
    {
        _block = ContentKind.None;
        if (_isBare)
        {
            if (part.Kind == ContentKind.Code)
                _output.Add("</code>"u8);
            return;
        }
        if (part.Kind == ContentKind.Heading && _structures == 0)
        {
            // A division holds more than its heading.
            _output.Add("</head>\n"u8);
            return;
        }
        if (_isAlone)
        {
            _isAlone = false;
            return;
        }
        _output.Add(part.Kind == ContentKind.Code ? "</code></p>\n"u8 : _isCaption && part.Kind != ContentKind.Heading ? "</head>\n"u8 : "</p>\n"u8);
    }

    private void Open(in ContentPart part)
    {
        if (_ruby != RubyState.None && part.Kind is >= ContentKind.Link and not ContentKind.Ruby and not ContentKind.RubyText)
        {
            BeginRubyBase();
            _marksInRuby += _ruby == RubyState.InBase ? 1 : 0;
        }
        if (part.Kind < ContentKind.Paragraph)
            _parent = part.Kind;
        Pair(part.Kind);
        switch (part.Kind)
        {
            case ContentKind.InlineCode:
                if (_codes++ == 0)
                    _output.Add("<code>"u8);
                break;
            case ContentKind.DefinitionList:
                _waiting.Add(false);
                _output.Add("<list type=\"gloss\">\n"u8);
                break;
            case ContentKind.FigureCaption or ContentKind.TableCaption:
                _isCaption = true;
                break;
            case ContentKind.Term or ContentKind.CalloutTitle:
                _isBare = true;
                _rowHasText = false;
                _output.Add("<label>"u8);
                break;
            case ContentKind.Ruby:
                _output.Add("<ruby>"u8);
                _ruby = RubyState.Begun;
                _marksInRuby = 0;
                break;
            case ContentKind.RubyText when _marksInRuby > 0:
                // In the midst of a marked part no base can end.
                _output.Add((byte)'(');
                break;
            case ContentKind.RubyText:
                BeginRubyBase();
                _output.Add("</rb><rt>"u8);
                _ruby = RubyState.InText;
                break;
            case ContentKind.Figure:
                _inFigure = true;
                _output.Add("<figure>\n"u8);
                break;
            case ContentKind.OrderedList:
                _output.Add("<list rend=\"numbered\""u8);
                if (part.Number != 1)
                {
                    _output.Add(" n=\""u8);
                    MarkupEscape.Write(System.Text.Encoding.UTF8.GetBytes(part.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)), _output);
                    _output.Add((byte)'"');
                }
                _output.Add(">\n"u8);
                break;
            case ContentKind.Item:
                _output.Add("<item"u8);
                if (part.IsChecked is { } ticked)
                    _output.Add(ticked ? " rend=\"done\""u8 : " rend=\"open\""u8);
                _output.Add((byte)'>');
                break;
            case ContentKind.Callout:
                _output.Add("<note type=\"callout\" subtype=\""u8);
                MarkupEscape.Write(part.Value, _output);
                _output.Add("\">\n"u8);
                break;
            case ContentKind.Row:
                _output.Add("<row>"u8);
                break;
            case ContentKind.Cell:
                _output.Add(part.IsHeader ? "<cell role=\"label\""u8 : "<cell"u8);
                Span(" cols=\""u8, part.ColumnSpan);
                Span(" rows=\""u8, part.RowSpan);
                _output.Add((byte)'>');
                break;
            case ContentKind.Link when WithLinks:
                _output.Add("<ref"u8);
                MarkupEscape.Address(_output, "target"u8, part.Value);
                _output.Add((byte)'>');
                break;
            default:
                _output.Add(OpeningOf(part.Kind));
                break;
        }
    }

    private void Close(in ContentPart part)
    {
        if (_ruby == RubyState.InBase && _marksInRuby > 0 && part.Kind is >= ContentKind.Link and not ContentKind.Ruby and not ContentKind.RubyText)
            _marksInRuby--;
        switch (part.Kind)
        {
            case ContentKind.InlineCode:
                if (--_codes == 0)
                    LeaveCode();
                break;
            case ContentKind.DefinitionList:
                Pair(ContentKind.Term);
                _waiting.RemoveAt(_waiting.Count - 1);
                _output.Add("</list>\n"u8);
                break;
            case ContentKind.FigureCaption or ContentKind.TableCaption:
                _isCaption = false;
                break;
            case ContentKind.Term or ContentKind.CalloutTitle:
                _isBare = false;
                _output.Add("</label>\n"u8);
                break;
            case ContentKind.Ruby:
                _output.Add(_ruby == RubyState.InBase ? "</rb></ruby>"u8 : "</ruby>"u8);
                _ruby = RubyState.None;
                break;
            case ContentKind.RubyText when _ruby != RubyState.InText:
                _output.Add((byte)')');
                break;
            case ContentKind.RubyText:
                _output.Add("</rt>"u8);
                _ruby = RubyState.AfterText;
                break;
            case ContentKind.Figure:
                _inFigure = false;
                _output.Add("</figure>\n"u8);
                break;
            case ContentKind.Link when WithLinks:
                _output.Add("</ref>"u8);
                break;
            default:
                _output.Add(ClosingOf(part.Kind));
                break;
        }
    }

    /// <summary>Gives a term without a definition an empty one, and a definition without a term an empty label.</summary>
    private void Pair(ContentKind kind)
    {
        if (_waiting.Count == 0 || kind is not (ContentKind.Term or ContentKind.Definition))
            return;
        if (kind == ContentKind.Term && _waiting[^1])
            _output.Add("<item/>\n"u8);
        else if (kind == ContentKind.Definition && !_waiting[^1])
            _output.Add("<label/>\n"u8);
        _waiting[^1] = kind == ContentKind.Term;
    }

    /// <summary>Ends the element of code, or takes it back where nothing is in it yet.</summary>
    private void LeaveCode()
    {
        if (_output.Span(0, _output.Count).EndsWith("<code>"u8))
            _output.Truncate(_output.Count - "<code>".Length);
        else
            _output.Add("</code>"u8);
    }

    private void ReturnToCode() => _output.Add("<code>"u8);

    /// <summary>The text that a ruby annotation stands at is in an element of its own; each pair is a ruby of its own.</summary>
    private void BeginRubyBase()
    {
        if (_ruby == RubyState.AfterText)
            _output.Add("</ruby><ruby><rb>"u8);
        else if (_ruby == RubyState.Begun)
            _output.Add("<rb>"u8);
        else
            return;
        _ruby = RubyState.InBase;
    }

    private void Span(ReadOnlySpan<byte> attribute, int cells)
    {
        if (cells <= 1)
            return;
        _output.Add(attribute);
        Number(cells);
        _output.Add((byte)'"');
    }

    private static ReadOnlySpan<byte> OpeningOf(ContentKind kind) => kind switch
    {
        ContentKind.List => "<list rend=\"bulleted\">\n"u8,
        ContentKind.Quotation => "<quote>\n"u8,
        ContentKind.Table => "<table>\n"u8,
        ContentKind.Definition => "<item>"u8,
        ContentKind.Strong => "<hi rend=\"bold\">"u8,
        ContentKind.Emphasis => "<hi rend=\"italic\">"u8,
        ContentKind.Deleted => "<del>"u8,
        ContentKind.Inserted => "<add>"u8,
        ContentKind.Subscript => "<hi rend=\"subscript\">"u8,
        ContentKind.Superscript => "<hi rend=\"superscript\">"u8,
        ContentKind.Marked => "<hi rend=\"marked\">"u8,
        ContentKind.InlineQuotation => "<q>"u8,
        ContentKind.Direction => "<hi rend=\"direction\">"u8,
        ContentKind.Credit => "<bibl type=\"credit\">"u8,
        _ => default,
    };

    private static ReadOnlySpan<byte> ClosingOf(ContentKind kind) => kind switch
    {
        ContentKind.List or ContentKind.OrderedList => "</list>\n"u8,
        ContentKind.Item or ContentKind.Definition => "</item>\n"u8,
        ContentKind.Quotation => "</quote>\n"u8,
        ContentKind.Callout => "</note>\n"u8,
        ContentKind.Table => "</table>\n"u8,
        ContentKind.Row => "</row>\n"u8,
        ContentKind.Cell => "</cell>"u8,
        ContentKind.Strong or ContentKind.Emphasis or ContentKind.Subscript or ContentKind.Superscript or ContentKind.Marked or ContentKind.Direction => "</hi>"u8,
        ContentKind.Deleted => "</del>"u8,
        ContentKind.Inserted => "</add>"u8,
        ContentKind.InlineQuotation => "</q>"u8,
        ContentKind.Credit => "</bibl>"u8,
        _ => default,
    };
}
