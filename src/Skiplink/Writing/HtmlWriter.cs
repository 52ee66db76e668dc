using System.Buffers.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Content → HTML that is safe to put into another page. It is made anew from the content and copies no markup: no element, attribute or address can stand in it that
/// is not written here. No script, style, event handler, form or frame; addresses are those of <see cref="SafeAddress"/>.
/// </summary>
internal sealed partial class HtmlWriter : IContentSink
{
    private ByteBuffer _output = null!;
    private ContentKind _block;
    private bool _inNotes;

    /// <summary>Whether images, links and tables are written; without links their texts remain, without tables a row is a paragraph.</summary>
    public bool WithImages { get; set; } = true;

    public bool WithLinks { get; set; } = true;

    public bool WithTables { get; set; } = true;

    /// <summary>Begins a page.</summary>
    public void Begin(ByteBuffer output)
    {
        _output = output;
        _block = ContentKind.None;
        _inNotes = false;
        _rowHasText = _inPlainRow = false;
    }

    /// <summary>Ends a page.</summary>
    public void Finish()
    {
        if (_inNotes)
            _output.Add("</ol>\n</section>\n"u8);
        _inNotes = false;
    }

    public void Start(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.Note:
                StartNote(part.Number);
                break;
            case ContentKind.Row when !WithTables:
                _output.Add("<p>"u8);
                _inPlainRow = true;
                _rowHasText = false;
                break;
            case ContentKind.Cell when !WithTables:
                if (_rowHasText)
                    _output.Add(" | "u8);
                break;
            case ContentKind.Table or ContentKind.TableCaption when !WithTables:
                break;
            case ContentKind.Paragraph or ContentKind.Heading or ContentKind.Code:
                StartBlock(part);
                break;
            case ContentKind.Link when !WithLinks:
                break;
            default:
                if (part.Kind == ContentKind.Credit)
                    Spaces.Part(_output);
                Open(part);
                break;
        }
    }

    public void End(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.Note:
                _output.Add("</li>\n"u8);
                break;
            case ContentKind.Row when !WithTables:
                _output.Add("</p>\n"u8);
                _inPlainRow = false;
                break;
            case ContentKind.Cell or ContentKind.Table or ContentKind.TableCaption when !WithTables:
                break;
            case ContentKind.Paragraph or ContentKind.Heading or ContentKind.Code:
                EndBlock(part);
                break;
            case ContentKind.Link when !WithLinks:
                break;
            case ContentKind.RubyText:
                _output.Add("</rt><rp>)</rp>"u8);
                break;
            default:
                Close(part);
                break;
        }
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        MarkupEscape.Write(utf8, _output);
        _rowHasText = true;
    }

    public void LineBreak() => _output.Add(_block == ContentKind.Code ? "\n"u8 : "<br>"u8);

    public void Image(in ContentImage image)
    {
        if (!WithImages)
            return;
        _output.Add("<img"u8);
        MarkupEscape.Address(_output, "src"u8, image.Source);
        MarkupEscape.Attribute(_output, "alt"u8, image.AltText);
        _output.Add(">"u8);
        if (_block == ContentKind.None)
            _output.Add((byte)'\n');
    }

    /// <summary>As a link: what plays stays where it is.</summary>
    public void Media(in ContentImage media)
    {
        if (!WithImages)
            return;
        bool isAlone = _block == ContentKind.None;
        if (isAlone)
            _output.Add("<p>"u8);
        _output.Add("<a"u8);
        MarkupEscape.Address(_output, "href"u8, media.Source);
        _output.Add((byte)'>');
        MarkupEscape.Write(media.AltText.IsEmpty ? media.Source : media.AltText, _output);
        _output.Add(isAlone ? "</a></p>\n"u8 : "</a>"u8);
    }

    /// <summary>The TeX between the delimiters that MathJax and KaTeX look for.</summary>
    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay)
    {
        _output.Add(isDisplay ? "<span class=\"math\">\\["u8 : "<span class=\"math\">\\("u8);
        MarkupEscape.Write(tex, _output);
        _output.Add(isDisplay ? "\\]</span>"u8 : "\\)</span>"u8);
        _rowHasText = true;
    }

    public void NoteReference(int number)
    {
        _output.Add("<sup><a href=\"#note-"u8);
        Number(number);
        _output.Add("\" role=\"doc-noteref\">["u8);
        Number(number);
        _output.Add("]</a></sup>"u8);
        _rowHasText = true;
    }

    public void Rule() => _output.Add("<hr>\n"u8);

    private void StartNote(int number)
    {
        if (!_inNotes)
            _output.Add("<section role=\"doc-endnotes\">\n<ol>\n"u8);
        _inNotes = true;
        _output.Add("<li id=\"note-"u8);
        Number(number);
        _output.Add("\" value=\""u8);
        Number(number);
        _output.Add("\">"u8);
        _parent = ContentKind.Note;
    }

    private void Number(int number)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(number, digits, out int length);
        _output.Add(digits[..length]);
    }
}
