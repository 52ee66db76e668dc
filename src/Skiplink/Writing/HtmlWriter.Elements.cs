using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>The elements that can be written, and their attributes.</summary>
internal partial struct HtmlWriter
{
    private void StartBlock(in ContentPart part)
    {
        _block = part.Kind;
        if (_row.IsOpen)
        {
            _row.StartBlock(output);
            if (part.Kind == ContentKind.Code)
                output.Add("<code>"u8);
            return;
        }
        switch (part.Kind)
        {
            case ContentKind.Code:
                output.Add("<pre><code"u8);
                if (!part.Value.IsEmpty)
                {
                    output.Add(" class=\"language-"u8);
                    MarkupEscape.Write(part.Value, output);
                    output.Add((byte)'"');
                }
                output.Add((byte)'>');
                break;
            case ContentKind.Heading:
                output.Add("<h"u8);
                output.AddNumber(Math.Clamp(part.Number, 1, 6));
                Direction(part.Direction);
                output.Add((byte)'>');
                break;
            default:
                _isBare = part.IsAlone && _parentHoldsText;
                if (_isBare)
                    break;
                output.Add("<p"u8);
                Direction(part.Direction);
                output.Add((byte)'>');
                break;
        }
    }

    private void EndBlock(in ContentPart part)
    {
        _block = ContentKind.None;
        if (_row.IsOpen)
        {
            if (part.Kind == ContentKind.Code)
                output.Add("</code>"u8);
            return;
        }
        switch (part.Kind)
        {
            case ContentKind.Code:
                output.Add("</code></pre>\n"u8);
                break;
            case ContentKind.Heading:
                output.Add("</h"u8);
                output.AddNumber(Math.Clamp(part.Number, 1, 6));
                output.Add(">\n"u8);
                break;
            default:
                if (!_isBare)
                    output.Add("</p>\n"u8);
                break;
        }
    }

    private void Open(in ContentPart part)
    {
        if (part.Kind < ContentKind.Paragraph)
        {
            _parentHoldsText = part.Kind is not (ContentKind.Quotation or ContentKind.Callout or ContentKind.Figure);
            if (IsLeftOut(part.Kind))
            {
                _row.StartBlock(output);
                Checkbox(part);
                return;
            }
        }
        ReadOnlySpan<byte> name = NameOf(part);
        if (name.IsEmpty)
            return;
        if (part.Kind == ContentKind.RubyText)
            output.Add("<rp>(</rp>"u8);
        output.Add((byte)'<');
        output.Add(name);
        Attributes(part);
        if (part.Kind < ContentKind.Link)
            Direction(part.Direction);
        output.Add((byte)'>');
        Checkbox(part);
        if (HoldsLines(part.Kind))
            output.Add((byte)'\n');
    }

    private readonly void Close(in ContentPart part)
    {
        ReadOnlySpan<byte> name = NameOf(part);
        if (name.IsEmpty || IsLeftOut(part.Kind))
            return;
        output.Add("</"u8);
        output.Add(name);
        output.Add((byte)'>');
        if (part.Kind < ContentKind.Paragraph)
            output.Add((byte)'\n');
    }

    /// <summary>Whether structure is not written: a row without its table is a paragraph, which holds text alone.</summary>
    private readonly bool IsLeftOut(ContentKind kind) => kind < ContentKind.Paragraph && _row.IsOpen;

    private readonly void Checkbox(in ContentPart part)
    {
        if (part.IsChecked is { } isChecked)
            output.Add(isChecked ? "☑ "u8 : "☐ "u8);
    }

    private readonly void Attributes(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.OrderedList when part.Number != 1:
                Attribute("start"u8, part.Number);
                break;
            case ContentKind.Cell:
                if (part.ColumnSpan > 1)
                    Attribute("colspan"u8, part.ColumnSpan);
                if (part.RowSpan > 1)
                    Attribute("rowspan"u8, part.RowSpan);
                if (part.Align != 0)
                    Align(part.Align);
                break;
            case ContentKind.Link:
                MarkupEscape.Address(output, "href"u8, part.Value);
                break;
            case ContentKind.Callout:
                // The kind is one of a list of words.
                output.Add(" role=\"note\" class=\"callout "u8);
                MarkupEscape.Write(part.Value, output);
                output.Add((byte)'"');
                break;
            case ContentKind.CalloutTitle:
                output.Add(" class=\"callout-title\""u8);
                break;
            case ContentKind.Credit:
                output.Add(" class=\"credit\""u8);
                break;
            case ContentKind.Direction:
                Direction(part.Direction);
                break;
            default:
                break;
        }
    }

    private readonly void Attribute(ReadOnlySpan<byte> name, int value)
    {
        output.Add((byte)' ');
        output.Add(name);
        output.Add("=\""u8);
        output.AddNumber(value);
        output.Add((byte)'"');
    }

    private readonly void Align(byte align) => output.Add(align switch
    {
        (byte)'l' => " align=\"left\""u8,
        (byte)'c' => " align=\"center\""u8,
        _ => " align=\"right\""u8,
    });

    private readonly void Direction(TextDirection direction) => output.Add(direction switch
    {
        TextDirection.RightToLeft => " dir=\"rtl\""u8,
        TextDirection.LeftToRight => " dir=\"ltr\""u8,
        _ => default,
    });

    /// <summary>Whether what is in an element begins on a line of its own.</summary>
    private static bool HoldsLines(ContentKind kind) => kind is ContentKind.List or ContentKind.OrderedList or ContentKind.Quotation
        or ContentKind.Callout or ContentKind.Table or ContentKind.DefinitionList or ContentKind.Figure;

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
