using System.Text;
using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>The elements that can be written, and their attributes.</summary>
internal sealed partial class HtmlWriter
{
    private bool _rowHasText;

    /// <summary>Whether a row is written as a paragraph: its blocks are runs of it.</summary>
    private bool _inPlainRow;

    /// <summary>What was opened last, and whether the paragraph in it is written without an element of its own.</summary>
    private ContentKind _parent;
    private bool _isBare;

    private void StartBlock(in ContentPart part)
    {
        _block = part.Kind;
        if (_inPlainRow)
        {
            if (_rowHasText)
                Spaces.Part(_output);
            if (part.Kind == ContentKind.Code)
                _output.Add("<code>"u8);
            return;
        }
        switch (part.Kind)
        {
            case ContentKind.Code:
                _output.Add("<pre><code"u8);
                if (!part.Value.IsEmpty)
                {
                    _output.Add(" class=\"language-"u8);
                    MarkupEscape.Write(part.Value, _output);
                    _output.Add((byte)'"');
                }
                _output.Add((byte)'>');
                break;
            case ContentKind.Heading:
                _output.Add("<h"u8);
                Number(Math.Clamp(part.Number, 1, 6));
                Direction(part.Direction);
                _output.Add((byte)'>');
                break;
            default:
                if (_isBare = part.IsAlone && _parent is not (ContentKind.Quotation or ContentKind.Callout or ContentKind.Figure))
                    break;
                _output.Add("<p"u8);
                Direction(part.Direction);
                _output.Add((byte)'>');
                break;
        }
    }

    private void EndBlock(in ContentPart part)
    {
        _block = ContentKind.None;
        if (_inPlainRow)
        {
            if (part.Kind == ContentKind.Code)
                _output.Add("</code>"u8);
            return;
        }
        switch (part.Kind)
        {
            case ContentKind.Code:
                _output.Add("</code></pre>\n"u8);
                break;
            case ContentKind.Heading:
                _output.Add("</h"u8);
                Number(Math.Clamp(part.Number, 1, 6));
                _output.Add(">\n"u8);
                break;
            default:
                if (!_isBare)
                    _output.Add("</p>\n"u8);
                break;
        }
    }

    private void Open(in ContentPart part)
    {
        if (part.Kind < ContentKind.Paragraph)
            _parent = part.Kind;
        ReadOnlySpan<byte> name = NameOf(part);
        if (name.IsEmpty)
            return;
        if (part.Kind == ContentKind.RubyText)
            _output.Add("<rp>(</rp>"u8);
        _output.Add((byte)'<');
        _output.Add(name);
        Attributes(part);
        if (part.Kind < ContentKind.Link)
            Direction(part.Direction);
        _output.Add((byte)'>');
        if (part.IsChecked is { } ticked)
            _output.Add(ticked ? "☑ "u8 : "☐ "u8);
        if (part.Kind is ContentKind.List or ContentKind.OrderedList or ContentKind.Quotation or ContentKind.Callout or ContentKind.Table or ContentKind.DefinitionList or ContentKind.Figure)
            _output.Add((byte)'\n');
    }

    private void Close(in ContentPart part)
    {
        ReadOnlySpan<byte> name = NameOf(part);
        if (name.IsEmpty)
            return;
        _output.Add("</"u8);
        _output.Add(name);
        _output.Add((byte)'>');
        if (part.Kind < ContentKind.Paragraph)
            _output.Add((byte)'\n');
    }

    private void Attributes(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.OrderedList when part.Number != 1:
                _output.Add(" start=\""u8);
                _output.Add(Encoding.UTF8.GetBytes(part.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                _output.Add((byte)'"');
                break;
            case ContentKind.Cell:
                Span("colspan"u8, part.ColumnSpan);
                Span("rowspan"u8, part.RowSpan);
                if (part.Align != 0)
                    MarkupEscape.Attribute(_output, "align"u8, part.Align switch { (byte)'l' => "left"u8, (byte)'c' => "center"u8, _ => "right"u8 });
                break;
            case ContentKind.Link:
                MarkupEscape.Address(_output, "href"u8, part.Value);
                break;
            case ContentKind.Callout:
                // The kind is one of a list of words.
                _output.Add(" role=\"note\" class=\"callout "u8);
                MarkupEscape.Write(part.Value, _output);
                _output.Add((byte)'"');
                break;
            case ContentKind.CalloutTitle:
                _output.Add(" class=\"callout-title\""u8);
                break;
            case ContentKind.Credit:
                _output.Add(" class=\"credit\""u8);
                break;
            case ContentKind.Direction:
                Direction(part.Direction);
                break;
            default:
                break;
        }
    }

    private void Span(ReadOnlySpan<byte> name, int cells)
    {
        if (cells <= 1)
            return;
        _output.Add((byte)' ');
        _output.Add(name);
        _output.Add("=\""u8);
        Number(cells);
        _output.Add((byte)'"');
    }

    private void Direction(TextDirection direction) =>
        _output.Add(direction switch { TextDirection.RightToLeft => " dir=\"rtl\""u8, TextDirection.LeftToRight => " dir=\"ltr\""u8, _ => default });

    private static ReadOnlySpan<byte> NameOf(in ContentPart part) => part.Kind switch
    {
        ContentKind.List => "ul"u8,
        ContentKind.OrderedList => "ol"u8,
        ContentKind.Item => "li"u8,
        ContentKind.Quotation => "blockquote"u8,
        ContentKind.Callout => "aside"u8,
        ContentKind.CalloutTitle => "div"u8,
        ContentKind.Table => "table"u8,
        ContentKind.TableCaption => "caption"u8,
        ContentKind.Row => "tr"u8,
        ContentKind.Cell => part.IsHeader ? "th"u8 : "td"u8,
        ContentKind.DefinitionList => "dl"u8,
        ContentKind.Term => "dt"u8,
        ContentKind.Definition => "dd"u8,
        ContentKind.Figure => "figure"u8,
        ContentKind.FigureCaption => "figcaption"u8,
        ContentKind.Link => "a"u8,
        ContentKind.Strong => "strong"u8,
        ContentKind.Emphasis => "em"u8,
        ContentKind.InlineCode => "code"u8,
        ContentKind.Deleted => "del"u8,
        ContentKind.Inserted => "ins"u8,
        ContentKind.Subscript => "sub"u8,
        ContentKind.Superscript => "sup"u8,
        ContentKind.Marked => "mark"u8,
        ContentKind.InlineQuotation => "q"u8,
        ContentKind.Ruby => "ruby"u8,
        ContentKind.RubyText => "rt"u8,
        ContentKind.Direction => part.Direction == TextDirection.Unknown ? "bdi"u8 : "bdo"u8,
        ContentKind.Credit => "small"u8,
        _ => default,
    };
}
