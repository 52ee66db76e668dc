using System.Buffers.Text;
using Skiplink.Content;

namespace Skiplink.Writing;

/// <summary>Text and the marks on parts of it.</summary>
internal sealed partial class MarkdownWriter
{
    private readonly List<Inline> _inlines = [];

    /// <summary>Where the line's text begins while none of it is written; -1 afterwards.</summary>
    private int _lineStart;

    /// <summary>Whether the line's text is a number so far, which a full stop would make an item of a list.</summary>
    private bool _isNumberAtStart;

    /// <summary>Where the last closing delimiter ended: stars right behind it would be read as part of it.</summary>
    private int _closedAt;

    /// <summary>The last emphasis to be closed while nothing follows it: should a letter follow, its stars may not be seen as closing.</summary>
    private Inline _closing;

    /// <summary>Where a reference to a note ended: a bracket or colon right behind it would make it something else.</summary>
    private int _referenceEnd;

    /// <summary>Where the last span of code ended, and the last formula.</summary>
    private int _codeEnd;
    private int _formulaEnd;

    private struct Inline
    {
        public ContentKind Kind;
        public int Start;
        public int Content;
        public int End;
        public bool IsHtml;
    }

    private void ClearInlines()
    {
        _inlines.Clear();
        _lineStart = -1;
        _isNumberAtStart = false;
        ForgetEnds();
    }

    /// <summary>What ended in another block has nothing to do with this one, also where nothing stands between the two.</summary>
    private void ForgetEnds()
    {
        _closedAt = _referenceEnd = _codeEnd = _formulaEnd = -1;
        _closing = default;
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (_block == ContentKind.Code)
        {
            _code.Add(utf8);
            return;
        }
        if (utf8.IsEmpty)
            return;
        if (_inlines.Count > 0 && IsOpen(ContentKind.InlineCode))
        {
            _output.Add(utf8);
            return;
        }
        BeforeText(utf8);
        if (_codeEnd == _output.Count && utf8[0] == '`')
        {
            // Right behind a span of code an escaped backtick could still be read as part of its end.
            _output.Add("&#96;"u8);
            utf8 = utf8[1..];
        }
        // Readers take a dollar sign beside a letter for the sign of money.
        if (_formulaEnd == _output.Count && ClassAtStart(utf8) == CharacterClass.Word)
            _output.Add("<!-- -->"u8);
        if (IsLikeTick(utf8))
        {
            _output.Add(utf8[0] == 'x' ? "&#120;"u8 : "&#88;"u8);
            return;
        }
        byte previous = _lineStart == _output.Count ? (byte)0 : _output.Last();
        bool isLineStart = _lineStart == _output.Count && _lineStart >= 0 && (!IsInRow || _rowStart == _output.Count);
        if (isLineStart)
        {
            int start = _output.Count;
            int written = MarkdownEscape.WriteLineStart(utf8, _output);
            _isNumberAtStart = written == 0 && utf8.Length <= 9 && !utf8.ContainsAnyExceptInRange((byte)'0', (byte)'9');
            if (written > 0)
                previous = _output.Last();
            utf8 = utf8[written..];
        }
        else if (_isNumberAtStart)
        {
            int digits = utf8.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            _isNumberAtStart = digits < 0;
            if (digits >= 0 && utf8[digits] is (byte)'.' or (byte)')')
            {
                _output.Add(utf8[..digits]);
                _output.Add((byte)'\\');
                _output.Add(utf8[digits]);
                previous = utf8[digits];
                utf8 = utf8[(digits + 1)..];
            }
        }
        else if (_referenceEnd == _output.Count && utf8[0] is (byte)'(' or (byte)':')
        {
            _output.Add((byte)'\\');
        }
        MarkdownEscape.Write(utf8, _output, previous, IsInRow ? WithTables : _hasBreaks, _withMath);
    }

    public void LineBreak()
    {
        if (_block == ContentKind.Code)
        {
            _code.Add((byte)'\n');
            return;
        }
        Settle(followedByWord: false);
        if (IsOpen(ContentKind.InlineCode))
        {
            _output.Add((byte)' ');
        }
        else if (IsInRow || _block == ContentKind.Heading)
        {
            _output.Add(WithTables || _block == ContentKind.Heading ? "<br>"u8 : " "u8);
        }
        else
        {
            _output.Add("  \n"u8);
            _output.Add(_prefixes.Span(0, _prefixes.Count));
            _lineStart = _output.Count;
        }
    }

    public void Image(in ContentImage image)
    {
        if (!WithImages || _block == ContentKind.Code)
            return;
        bool isAlone = _block == ContentKind.None;
        if (isAlone)
            StartBlock(new() { Kind = ContentKind.Paragraph });
        BeforeMark();
        _output.Add("!["u8);
        MarkdownEscape.Write(image.AltText, _output, (byte)'[', IsInRow ? WithTables : _hasBreaks, _withMath);
        _output.Add("]("u8);
        WriteTarget(image.Source);
        _output.Add((byte)')');
        if (isAlone)
            _block = ContentKind.None;
    }

    /// <summary>As an image, which is how Pandoc, GitLab and Obsidian embed what plays; other readers show its title.</summary>
    public void Media(in ContentImage media) => Image(media);

    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay)
    {
        if (isDisplay && !IsInRow && _block == ContentKind.Paragraph && _lineStart == _output.Count)
        {
            _output.Add("$$\n"u8);
            foreach (Range line in tex.Split((byte)'\n'))
            {
                _output.Add(_prefixes.Span(0, _prefixes.Count));
                MarkdownTex.Write(tex[line], _output, isInCell: false);
                _output.Add((byte)'\n');
            }
            _output.Add(_prefixes.Span(0, _prefixes.Count));
            _output.Add("$$"u8);
            return;
        }
        BeforeMark();
        int start = _output.Count;
        if (tex.Contains((byte)'$'))
        {
            // Dollar signs do not nest.
            _output.Add(tex);
            WriteCodeSpan(start, start);
            return;
        }
        if (_output.Count != _lineStart && ClassAtEnd(_output.Span(0, _output.Count), isStart: false) == CharacterClass.Word)
            _output.Add("<!-- -->"u8);
        _output.Add((byte)'$');
        MarkdownTex.Write(tex, _output, IsInRow && WithTables);
        _output.Add((byte)'$');
        _formulaEnd = _output.Count;
    }

    public void NoteReference(int number)
    {
        BeforeMark();
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(number, digits, out int length);
        EscapeBang();
        // Two pairs of brackets side by side are a link and its label.
        if (_referenceEnd == _output.Count)
            _output.Add((byte)' ');
        _output.Add("[^"u8);
        _output.Add(digits[..length]);
        _output.Add((byte)']');
        // Behind a reference a number no longer begins the line, and a colon would make a note of it.
        _isNumberAtStart = false;
        _referenceEnd = _output.Count;
    }

    private void StartInline(in ContentPart part)
    {
        if (_block == ContentKind.Code)
            return;
        if (part.Kind == ContentKind.Credit)
        {
            if (_output.Count != _lineStart)
                Spaces.Part(_output);
            _inlines.Add(new() { Kind = ContentKind.None });
            return;
        }
        // A heading is strong all by itself.
        bool isWritten = !(part.Kind == ContentKind.Strong && _block == ContentKind.Heading) && !IsOpen(ContentKind.InlineCode) && !IsOpen(part.Kind) && (part.Kind != ContentKind.Link || WithLinks);
        if (!isWritten)
        {
            _inlines.Add(new() { Kind = part.Kind == ContentKind.InlineCode ? ContentKind.InlineCode : ContentKind.None, Start = -1 });
            return;
        }
        if (part.Kind == ContentKind.Link)
        {
            EscapeBang();
            if (_referenceEnd == _output.Count)
                _output.Add("<!-- -->"u8);
        }
        bool isHtml = IsMark(part.Kind) && _closedAt == _output.Count;
        Settle(followedByWord: false);
        if (part.Kind == ContentKind.InlineCode)
            PartCode();
        int start = _output.Count;
        _output.Add(isHtml ? HtmlTag(part.Kind, isEnd: false) : Opening(part));
        _inlines.Add(new() { Kind = part.Kind, Start = start, Content = _output.Count, IsHtml = isHtml });
    }

    private bool IsOpen(ContentKind kind)
    {
        foreach (Inline inline in _inlines)
        {
            if (inline.Kind == kind)
                return true;
        }
        return false;
    }

    private void EndInline(in ContentPart part)
    {
        if (_block == ContentKind.Code || _inlines.Count == 0)
            return;
        Inline inline = _inlines[^1];
        _inlines.RemoveAt(_inlines.Count - 1);
        if (inline.Kind == ContentKind.None || inline.Start < 0)
            return;
        if (_output.Count == inline.Content)
        {
            // Nothing was written in it.
            _output.Truncate(inline.Start);
            return;
        }
        switch (part.Kind)
        {
            case ContentKind.Link:
                Settle(followedByWord: false);
                _output.Add("]("u8);
                WriteTarget(part.Value);
                _output.Add((byte)')');
                break;
            case ContentKind.InlineCode:
                WriteCodeSpan(inline.Start, inline.Content);
                break;
            case ContentKind.Strong or ContentKind.Emphasis or ContentKind.Deleted:
                CloseMark(inline);
                break;
            default:
                _output.Add(Closing(part));
                break;
        }
    }

    private static bool IsMark(ContentKind kind) => kind is ContentKind.Strong or ContentKind.Emphasis or ContentKind.Deleted;

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
        ContentKind.Direction => part.Direction switch { TextDirection.RightToLeft => "<bdo dir=\"rtl\">"u8, TextDirection.LeftToRight => "<bdo dir=\"ltr\">"u8, _ => "<bdi>"u8 },
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
