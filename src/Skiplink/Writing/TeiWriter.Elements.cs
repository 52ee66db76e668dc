using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>The elements of TEI that content becomes.</summary>
internal sealed partial class TeiWriter
{
    // For each definition list that is open, whether a label waits for its item: the two come in pairs.
    private readonly List<bool> _waiting = [];

    /// <summary>What a block stands in.</summary>
    private enum Wrapper
    {
        /// <summary>The element around it holds its text.</summary>
        None,
        Paragraph,
        HeadingParagraph,
        Head,
    }

    /// <summary>
    /// Whether the elements around hold text alone: a label, or a row without its table. Blocks are runs of it, and structure is left out.
    /// </summary>
    private bool IsInText => _row.IsOpen || IsInLabel;

    private bool IsInLabel => _structure.Contains(ContentKind.Term) || _structure.Contains(ContentKind.CalloutTitle);

    private void StartStructure(in ContentPart part)
    {
        if (IsFlatRow(part.Kind))
        {
            if (_row.Start())
                _output.Add("<p>"u8);
        }
        else if (IsLeftOut(part.Kind))
        {
            if (part.Kind == ContentKind.Cell && _row.IsOpen)
                _row.StartCell(_output);
        }
        else
        {
            Pair(part.Kind);
            Open(part);
        }
    }

    private void EndStructure(in ContentPart part)
    {
        if (IsFlatRow(part.Kind))
        {
            if (_row.End())
                _output.Add("</p>\n"u8);
        }
        else if (!IsLeftOut(part.Kind))
        {
            Close(part.Kind);
        }
    }

    private bool IsFlatRow(ContentKind kind) => kind == ContentKind.Row && !_options.Tables && !IsInLabel;

    private bool IsLeftOut(ContentKind kind) =>
        IsInText || (!_options.Tables && kind is ContentKind.Table or ContentKind.TableCaption or ContentKind.Row or ContentKind.Cell);

    private void StartBlock(in ContentPart part)
    {
        _block = part.Kind;
        if (IsInText)
        {
            _row.StartBlock(_output);
        }
        else if (IsSectionHead(part.Kind))
        {
            OpenSection(Math.Clamp(part.Number, 1, 6));
            _output.Add("<head>"u8);
        }
        else
        {
            _output.Add(WrapperOf(part) switch
            {
                Wrapper.Paragraph => "<p>"u8,
                Wrapper.HeadingParagraph => "<p rend=\"heading\">"u8,
                Wrapper.Head => "<head>"u8,
                _ => default,
            });
        }
        if (part.Kind == ContentKind.Code)
            StartCode(part.Value);
    }

    private void StartCode(ReadOnlySpan<byte> language)
    {
        _output.Add("<code"u8);
        if (!IsInText)
        {
            if (!language.IsEmpty)
                MarkupEscape.Attribute(_output, "lang"u8, language);
            _output.Add(" xml:space=\"preserve\""u8);
        }
        _output.Add((byte)'>');
    }

    private void EndBlock(in ContentPart part)
    {
        _block = ContentKind.None;
        if (part.Kind == ContentKind.Code)
            _output.Add("</code>"u8);
        if (IsInText)
            return;
        // A division holds more than its heading, so its end is not here.
        _output.Add((IsSectionHead(part.Kind) ? Wrapper.Head : WrapperOf(part)) switch
        {
            Wrapper.Paragraph or Wrapper.HeadingParagraph => "</p>\n"u8,
            Wrapper.Head => "</head>\n"u8,
            _ => default,
        });
    }

    /// <summary>Whether a block heads a division. None can begin in a list, a table or a quotation.</summary>
    private bool IsSectionHead(ContentKind kind) => kind == ContentKind.Heading && _structure.Count == 0;

    private Wrapper WrapperOf(in ContentPart part)
    {
        if (_structure is [.., ContentKind.Figure, ContentKind.FigureCaption])
            return Wrapper.Head;
        if (_options.Tables && _structure is [.., ContentKind.Table, ContentKind.TableCaption])
            return Wrapper.Head;
        if (part.Kind == ContentKind.Heading)
            return Wrapper.HeadingParagraph;
        bool holdsText = _structure is [.., ContentKind.Item or ContentKind.Definition or ContentKind.Note]
            || (_options.Tables && _structure is [.., ContentKind.Cell]);
        return part is { Kind: ContentKind.Paragraph, IsAlone: true } && holdsText ? Wrapper.None : Wrapper.Paragraph;
    }

    private void StartMark(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.InlineCode:
                _ruby.StartMark();
                if (_codes++ == 0)
                    _output.Add("<code>"u8);
                break;
            case ContentKind.Ruby:
                _ruby.Start(isInCode: _codes > 0);
                break;
            case ContentKind.RubyText:
                _ruby.StartText();
                break;
            default:
                if (part.Kind == ContentKind.Credit)
                    _output.AddSpaceBetween();
                LeaveCode();
                _ruby.StartMark();
                if (part.Kind == ContentKind.Link)
                    StartLink(part.Value);
                else
                    _output.Add(OpeningOf(part.Kind));
                ReturnToCode();
                break;
        }
    }

    private void StartLink(ReadOnlySpan<byte> target)
    {
        if (!_options.Links)
            return;
        _output.Add("<ref"u8);
        MarkupEscape.Address(_output, "target"u8, target);
        _output.Add((byte)'>');
    }

    private void EndMark(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.InlineCode:
                if (_codes == 1)
                    LeaveCode();
                _codes--;
                _ruby.EndMark();
                break;
            case ContentKind.Ruby:
                _ruby.End();
                break;
            case ContentKind.RubyText:
                _ruby.EndText();
                break;
            default:
                LeaveCode();
                _ruby.EndMark();
                if (part.Kind != ContentKind.Link || _options.Links)
                    _output.Add(ClosingOf(part.Kind));
                ReturnToCode();
                break;
        }
    }

    private void Open(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.DefinitionList:
                _waiting.Add(false);
                _output.Add("<list type=\"gloss\">\n"u8);
                break;
            case ContentKind.Term or ContentKind.CalloutTitle:
                _row.HasText = false;
                _output.Add("<label>"u8);
                break;
            case ContentKind.OrderedList:
                _output.Add("<list rend=\"numbered\""u8);
                if (part.Number != 1)
                    Attribute(" n=\""u8, part.Number);
                _output.Add(">\n"u8);
                break;
            case ContentKind.Item:
                _output.Add("<item"u8);
                if (part.IsChecked is { } isChecked)
                    _output.Add(isChecked ? " rend=\"done\""u8 : " rend=\"open\""u8);
                _output.Add((byte)'>');
                break;
            case ContentKind.Callout:
                _output.Add("<note type=\"callout\" subtype=\""u8);
                MarkupEscape.Write(part.Value, _output);
                _output.Add("\">\n"u8);
                break;
            case ContentKind.Cell:
                _output.Add(part.IsHeader ? "<cell role=\"label\""u8 : "<cell"u8);
                if (part.ColumnSpan > 1)
                    Attribute(" cols=\""u8, part.ColumnSpan);
                if (part.RowSpan > 1)
                    Attribute(" rows=\""u8, part.RowSpan);
                _output.Add((byte)'>');
                break;
            default:
                _output.Add(OpeningOf(part.Kind));
                break;
        }
    }

    private void Close(ContentKind kind)
    {
        if (kind == ContentKind.DefinitionList)
        {
            if (_waiting[^1])
                _output.Add("<item/>\n"u8);
            _waiting.RemoveAt(_waiting.Count - 1);
        }
        _output.Add(ClosingOf(kind));
    }

    /// <summary>Gives a term without a definition an empty one, and a definition without a term an empty label.</summary>
    private void Pair(ContentKind kind)
    {
        if (kind is not (ContentKind.Term or ContentKind.Definition) || _structure is not [.., ContentKind.DefinitionList])
            return;
        if (kind == ContentKind.Term && _waiting[^1])
            _output.Add("<item/>\n"u8);
        else if (kind == ContentKind.Definition && !_waiting[^1])
            _output.Add("<label/>\n"u8);
        _waiting[^1] = kind == ContentKind.Term;
    }

    /// <summary>Ends the element of code before other markup, or takes it back where nothing is in it yet.</summary>
    private void LeaveCode()
    {
        if (_codes == 0)
            return;
        if (_output.Span(0, _output.Count).EndsWith("<code>"u8))
            _output.Truncate(_output.Count - "<code>".Length);
        else
            _output.Add("</code>"u8);
    }

    private void ReturnToCode()
    {
        if (_codes > 0)
            _output.Add("<code>"u8);
    }

    private void Attribute(ReadOnlySpan<byte> start, int value)
    {
        _output.Add(start);
        _output.AddNumber(value);
        _output.Add((byte)'"');
    }

    private static ReadOnlySpan<byte> OpeningOf(ContentKind kind) => kind switch
    {
        ContentKind.List => "<list rend=\"bulleted\">\n"u8,
        ContentKind.Quotation => "<quote>\n"u8,
        ContentKind.Table => "<table>\n"u8,
        ContentKind.Row => "<row>"u8,
        ContentKind.Definition => "<item>"u8,
        ContentKind.Figure => "<figure>\n"u8,
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
        ContentKind.List or ContentKind.OrderedList or ContentKind.DefinitionList => "</list>\n"u8,
        ContentKind.Item or ContentKind.Definition => "</item>\n"u8,
        ContentKind.Term or ContentKind.CalloutTitle => "</label>\n"u8,
        ContentKind.Quotation => "</quote>\n"u8,
        ContentKind.Callout or ContentKind.Note => "</note>\n"u8,
        ContentKind.Table => "</table>\n"u8,
        ContentKind.Row => "</row>\n"u8,
        ContentKind.Cell => "</cell>"u8,
        ContentKind.Figure => "</figure>\n"u8,
        ContentKind.Link => "</ref>"u8,
        ContentKind.Strong or ContentKind.Emphasis or ContentKind.Subscript or ContentKind.Superscript or ContentKind.Marked
            or ContentKind.Direction => "</hi>"u8,
        ContentKind.Deleted => "</del>"u8,
        ContentKind.Inserted => "</add>"u8,
        ContentKind.InlineQuotation => "</q>"u8,
        ContentKind.Credit => "</bibl>"u8,
        _ => default,
    };
}
