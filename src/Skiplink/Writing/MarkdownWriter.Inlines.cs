using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>Text and the marks on parts of it.</summary>
internal sealed partial class MarkdownWriter
{
    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (_block == ContentKind.Code)
        {
            _code.Add(utf8);
            return;
        }
        if (utf8.IsEmpty)
            return;
        if (_inlines.IsOpen(ContentKind.InlineCode))
        {
            Output.Add(utf8);
            return;
        }
        _inlines.Settle(MarkdownInlines.BeginsWithWord(utf8));
        if (_code.IsBehindSpan && utf8[0] == '`')
        {
            // Right behind a span of code an escaped backtick could still be read as part of its end.
            Output.Add("&#96;"u8);
            utf8 = utf8[1..];
        }
        // Readers take a dollar sign beside a letter for the sign of money.
        if (_formulaEnd == Output.Count && MarkdownInlines.BeginsWithWord(utf8))
            Output.Add("<!-- -->"u8);
        if (IsLikeTick(utf8))
            Output.Add(utf8[0] == 'x' ? "&#120;"u8 : "&#88;"u8);
        else
            Escape(utf8);
    }

    public void LineBreak()
    {
        if (_block == ContentKind.Code)
        {
            _code.AddLineBreak();
            return;
        }
        _inlines.Settle(followedByWord: false);
        if (_inlines.IsOpen(ContentKind.InlineCode))
        {
            Output.Add((byte)' ');
        }
        else if (_rows.IsInRow || _block == ContentKind.Heading)
        {
            Output.Add(_block == ContentKind.Heading ? "<br>"u8 : _rows.LineBreak);
        }
        else
        {
            Output.Add("  \n"u8);
            Output.Add(_containers.Prefixes);
            _line.Begin();
        }
    }

    public void Image(in ContentImage image)
    {
        if (!_options.Images || _block == ContentKind.Code)
            return;
        bool isAlone = _block == ContentKind.None;
        if (isAlone)
            StartBlock(new() { Kind = ContentKind.Paragraph });
        _inlines.Settle(followedByWord: false);
        Output.Add("!["u8);
        MarkdownEscape.Write(image.AltText, Output, (byte)'[', MayBeTable, _withMath);
        Output.Add((byte)']');
        MarkdownTarget.Write(image.Source, Output);
        if (isAlone)
            _block = ContentKind.None;
    }

    /// <summary>Writes media as an image, which is how Pandoc, GitLab and Obsidian embed them; other readers show their title.</summary>
    public void Media(in ContentImage media) => Image(media);

    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay)
    {
        if (isDisplay && !_rows.IsInRow && _block == ContentKind.Paragraph && _line.IsEmpty)
        {
            WriteDisplayFormula(tex);
            return;
        }
        _inlines.Settle(followedByWord: false);
        int start = Output.Count;
        if (tex.Contains((byte)'$'))
        {
            // Dollar signs do not nest.
            Output.Add(tex);
            _code.WriteSpan(start, start, _rows.IsInCell);
            return;
        }
        if (!_line.IsEmpty && MarkdownInlines.EndsWithWord(Output.Span(0, Output.Count)))
            Output.Add("<!-- -->"u8);
        Output.Add((byte)'$');
        MarkdownTex.Write(tex, Output, _rows.IsInCell);
        Output.Add((byte)'$');
        _formulaEnd = Output.Count;
    }

    public void NoteReference(int number)
    {
        _inlines.Settle(followedByWord: false);
        EscapeBang();
        // Two pairs of brackets side by side are a link and its label.
        if (_referenceEnd == Output.Count)
            Output.Add((byte)' ');
        Output.Add("[^"u8);
        Output.AddNumber(number);
        Output.Add((byte)']');
        // Behind a reference a number no longer begins the line, and a colon would make a note of it.
        _line.IsNumber = false;
        _referenceEnd = Output.Count;
    }

    /// <summary>Whether a bar could be taken for a table's: in a cell, and in a paragraph of several lines.</summary>
    private bool MayBeTable => _rows.IsInRow ? _options.Tables : _hasBreaks;

    /// <summary>Whether the text of a link in an item is what the box of a task would be.</summary>
    private bool IsLikeTick(ReadOnlySpan<byte> text) =>
        text.Length == 1 && text[0] is (byte)'x' or (byte)'X' && _inlines.IsAtStartOfLink && _containers.IsInItem;

    /// <summary>Writes text with what Markdown would take for markup escaped.</summary>
    private void Escape(ReadOnlySpan<byte> utf8)
    {
        byte previous = _line.LastByte;
        if (_line.IsEmpty && (!_rows.IsInRow || _rows.IsRowStart))
        {
            int written = MarkdownEscape.WriteLineStart(utf8, Output);
            _line.IsNumber = written == 0 && utf8.Length <= 9 && !utf8.ContainsAnyExceptInRange((byte)'0', (byte)'9');
            if (written > 0)
                previous = Output.Last();
            utf8 = utf8[written..];
        }
        else if (_line.IsNumber)
        {
            int digits = utf8.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            _line.IsNumber = digits < 0;
            if (digits >= 0 && utf8[digits] is (byte)'.' or (byte)')')
            {
                Output.Add(utf8[..digits]);
                Output.Add((byte)'\\');
                Output.Add(utf8[digits]);
                previous = utf8[digits];
                utf8 = utf8[(digits + 1)..];
            }
        }
        else if (_referenceEnd == Output.Count && utf8[0] is (byte)'(' or (byte)':')
        {
            Output.Add((byte)'\\');
        }
        MarkdownEscape.Write(utf8, Output, previous, MayBeTable, _withMath);
    }

    private void WriteDisplayFormula(ReadOnlySpan<byte> tex)
    {
        Output.Add("$$\n"u8);
        foreach (Range range in tex.Split((byte)'\n'))
        {
            Output.Add(_containers.Prefixes);
            MarkdownTex.Write(tex[range], Output, isInCell: false);
            Output.Add((byte)'\n');
        }
        Output.Add(_containers.Prefixes);
        Output.Add("$$"u8);
    }

    private void StartInline(in ContentPart part)
    {
        if (_block == ContentKind.Code)
            return;
        if (part.Kind == ContentKind.Credit)
        {
            if (!_line.IsEmpty)
                Output.AddSpaceBetween();
            _inlines.PushLeftOut(ContentKind.None);
            return;
        }
        if (IsLeftOut(part.Kind))
        {
            _inlines.PushLeftOut(part.Kind == ContentKind.InlineCode ? ContentKind.InlineCode : ContentKind.None);
            return;
        }
        if (part.Kind == ContentKind.Link)
        {
            EscapeBang();
            if (_referenceEnd == Output.Count)
                Output.Add("<!-- -->"u8);
        }
        if (part.Kind == ContentKind.InlineCode)
        {
            _inlines.Settle(followedByWord: false);
            _code.PartSpan();
        }
        _inlines.Push(part.Kind, Opening(part));
    }

    /// <summary>Whether a mark is not written: in code, in itself, strong in a heading, which is strong by itself.</summary>
    private bool IsLeftOut(ContentKind kind)
    {
        bool isStrongByItself = kind == ContentKind.Strong && _block == ContentKind.Heading;
        bool isUnwantedLink = kind == ContentKind.Link && !_options.Links;
        return isStrongByItself || isUnwantedLink || _inlines.IsOpen(ContentKind.InlineCode) || _inlines.IsOpen(kind);
    }

    private void EndInline(in ContentPart part)
    {
        if (_block == ContentKind.Code || !_inlines.TryPop(out MarkdownInline inline))
            return;
        switch (part.Kind)
        {
            case ContentKind.Link:
                _inlines.Settle(followedByWord: false);
                Output.Add((byte)']');
                MarkdownTarget.Write(part.Value, Output);
                break;
            case ContentKind.InlineCode:
                _code.WriteSpan(inline.Start, inline.Content, _rows.IsInCell);
                break;
            case ContentKind.Strong or ContentKind.Emphasis or ContentKind.Deleted:
                _inlines.Close(inline);
                break;
            default:
                Output.Add(Closing(part));
                break;
        }
    }

    /// <summary>Escapes an exclamation mark right before a bracket, which would make an image of a link.</summary>
    private void EscapeBang()
    {
        if (_line.LastByte == '!')
            Output.Replace(Output.Count - 1, 1, "\\!"u8);
    }

    private static ReadOnlySpan<byte> Opening(in ContentPart part) => part.Kind switch
    {
        ContentKind.Link => "["u8,
        ContentKind.Strong => "**"u8,
        ContentKind.Emphasis => "*"u8,
        ContentKind.Deleted => "~~"u8,
        ContentKind.Inserted => "<ins>"u8,
        ContentKind.Subscript => "<sub>"u8,
        ContentKind.Superscript => "<sup>"u8,
        ContentKind.Marked => "<mark>"u8,
        ContentKind.InlineQuotation => "<q>"u8,
        ContentKind.Ruby => "<ruby>"u8,
        ContentKind.RubyText => "<rp>(</rp><rt>"u8,
        ContentKind.Direction => part.Direction switch
        {
            TextDirection.RightToLeft => "<bdo dir=\"rtl\">"u8,
            TextDirection.LeftToRight => "<bdo dir=\"ltr\">"u8,
            _ => "<bdi>"u8,
        },
        _ => default,
    };

    private static ReadOnlySpan<byte> Closing(in ContentPart part) => part.Kind switch
    {
        ContentKind.Inserted => "</ins>"u8,
        ContentKind.Subscript => "</sub>"u8,
        ContentKind.Superscript => "</sup>"u8,
        ContentKind.Marked => "</mark>"u8,
        ContentKind.InlineQuotation => "</q>"u8,
        ContentKind.Ruby => "</ruby>"u8,
        ContentKind.RubyText => "</rt><rp>)</rp>"u8,
        ContentKind.Direction => part.Direction == TextDirection.Unknown ? "</bdi>"u8 : "</bdo>"u8,
        _ => default,
    };
}
