using Skiplink.Addresses;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Content → a fragment of clean HTML that is safe to put into another page: no element, attribute or address can stand in it that is not
/// written here. No script, style, event handler, form or frame; addresses are those of <see cref="SafeAddress"/>. One is made for each
/// page.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="options">What to leave out.</param>
internal partial struct HtmlWriter(ByteBuffer output, WriteOptions options) : IContentSink
{
    // The block that is open, or None.
    private ContentKind _block;
    private FlatRow _row;
    private bool _inNotes;

    // Whether the element opened last holds its only paragraph without a p, and whether the paragraph in progress is such a one.
    private bool _parentHoldsText;
    private bool _isBare;

    /// <summary>Ends the fragment.</summary>
    public readonly void Finish()
    {
        if (_inNotes)
            output.Add("</ol>\n</section>\n"u8);
    }

    public void Start(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.Note:
                StartNote(part.Number);
                break;
            case ContentKind.Row when !options.Tables:
                if (_row.Start())
                    output.Add("<p>"u8);
                break;
            case ContentKind.Cell when !options.Tables:
                _row.StartCell(output);
                break;
            case ContentKind.Table or ContentKind.TableCaption when !options.Tables:
                _parentHoldsText = false;
                break;
            case ContentKind.Paragraph or ContentKind.Heading or ContentKind.Code:
                StartBlock(part);
                break;
            case ContentKind.Link when !options.Links:
                break;
            default:
                if (part.Kind == ContentKind.Credit)
                    output.AddSpaceBetween();
                Open(part);
                break;
        }
    }

    public void End(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.Note:
                output.Add("</li>\n"u8);
                break;
            case ContentKind.Row when !options.Tables:
                if (_row.End())
                    output.Add("</p>\n"u8);
                break;
            case ContentKind.Cell or ContentKind.Table or ContentKind.TableCaption when !options.Tables:
                break;
            case ContentKind.Paragraph or ContentKind.Heading or ContentKind.Code:
                EndBlock(part);
                break;
            case ContentKind.Link when !options.Links:
                break;
            case ContentKind.RubyText:
                output.Add("</rt><rp>)</rp>"u8);
                break;
            default:
                Close(part);
                break;
        }
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        MarkupEscape.Write(utf8, output);
        _row.HasText = true;
    }

    public readonly void LineBreak() => output.Add(_block == ContentKind.Code ? "\n"u8 : "<br>"u8);

    public readonly void Image(in ContentImage image)
    {
        if (!options.Images)
            return;
        output.Add("<img"u8);
        MarkupEscape.Address(output, "src"u8, image.Source);
        MarkupEscape.Attribute(output, "alt"u8, image.AltText);
        output.Add(">"u8);
        if (_block == ContentKind.None)
            output.Add((byte)'\n');
    }

    /// <summary>Writes media as a link to them.</summary>
    public readonly void Media(in ContentImage media)
    {
        if (!options.Images)
            return;
        bool isAlone = _block == ContentKind.None && !_row.IsOpen;
        if (isAlone)
            output.Add("<p>"u8);
        output.Add("<a"u8);
        MarkupEscape.Address(output, "href"u8, media.Source);
        output.Add((byte)'>');
        MarkupEscape.Write(media.AltText.IsEmpty ? media.Source : media.AltText, output);
        output.Add(isAlone ? "</a></p>\n"u8 : "</a>"u8);
    }

    /// <summary>Writes TeX between the delimiters that MathJax and KaTeX look for.</summary>
    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay)
    {
        output.Add(isDisplay ? "<span class=\"math\">\\["u8 : "<span class=\"math\">\\("u8);
        MarkupEscape.Write(tex, output);
        output.Add(isDisplay ? "\\]</span>"u8 : "\\)</span>"u8);
        _row.HasText = true;
    }

    public void NoteReference(int number)
    {
        output.Add("<sup><a href=\"#note-"u8);
        output.AddNumber(number);
        output.Add("\" role=\"doc-noteref\">["u8);
        output.AddNumber(number);
        output.Add("]</a></sup>"u8);
        _row.HasText = true;
    }

    public readonly void Rule()
    {
        if (!_row.IsOpen)
            output.Add("<hr>\n"u8);
    }

    private void StartNote(int number)
    {
        if (!_inNotes)
            output.Add("<section role=\"doc-endnotes\">\n<ol>\n"u8);
        _inNotes = true;
        output.Add("<li id=\"note-"u8);
        output.AddNumber(number);
        output.Add("\" value=\""u8);
        output.AddNumber(number);
        output.Add("\">"u8);
        _parentHoldsText = true;
    }
}
