using System.Buffers.Text;
using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Content → the <c>text</c> element of a TEI P5 document (Text Encoding Initiative, "Guidelines", P5). A heading opens a <c>div</c> that holds what is under it, since a
/// <c>head</c> may stand at the start of one alone; notes stand in the back of the text and are pointed at by <c>ref</c>.
/// </summary>
internal sealed partial class TeiWriter : IContentSink
{
    private ByteBuffer _output = null!;
    private readonly List<int> _sections = [];
    private ContentKind _block;
    private int _structures;
    private bool _inNotes;
    private bool _rowHasText;

    /// <summary>Whether images, links and tables are written; without links their texts remain, without tables a row is a paragraph.</summary>
    public bool WithImages { get; set; } = true;

    public bool WithLinks { get; set; } = true;

    public bool WithTables { get; set; } = true;

    /// <summary>Begins the text.</summary>
    public void Begin(ByteBuffer output, ReadOnlySpan<byte> language)
    {
        _output = output;
        _sections.Clear();
        _block = ContentKind.None;
        _structures = 0;
        _inNotes = _inFigure = _isCaption = _isBare = false;
        _ruby = RubyState.None;
        _codes = 0;
        _waiting.Clear();
        _output.Add("<text"u8);
        if (!language.IsEmpty)
            MarkupEscape.Attribute(_output, "xml:lang"u8, language);
        _output.Add(">\n<body>\n"u8);
        // A body has at least one division: what stands before the first heading is in one too.
        OpenSection(0);
    }

    /// <summary>Ends the text.</summary>
    public void Finish()
    {
        if (_inNotes)
        {
            _output.Add("</div>\n</back>\n</text>\n"u8);
            return;
        }
        CloseSections(0);
        _output.Add("</body>\n</text>\n"u8);
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
                _structures++;
                _isBare = true;
                _rowHasText = false;
                break;
            case ContentKind.Cell when !WithTables:
                if (_rowHasText)
                    _output.Add(" | "u8);
                break;
            case ContentKind.Table or ContentKind.TableCaption when !WithTables:
                break;
            case ContentKind.Heading or ContentKind.Paragraph or ContentKind.Code:
                StartBlock(part);
                break;
            default:
                if (part.Kind < ContentKind.Paragraph)
                    _structures++;
                if (part.Kind == ContentKind.Credit)
                    Spaces.Part(_output);
                if (IsMarkInCode(part.Kind))
                    LeaveCode();
                Open(part);
                if (IsMarkInCode(part.Kind))
                    ReturnToCode();
                break;
        }
    }

    public void End(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.Note:
                _structures--;
                _output.Add("</note>\n"u8);
                break;
            case ContentKind.Row when !WithTables:
                _output.Add("</p>\n"u8);
                _structures--;
                _isBare = false;
                break;
            case ContentKind.Cell or ContentKind.Table or ContentKind.TableCaption when !WithTables:
                break;
            case ContentKind.Heading or ContentKind.Paragraph or ContentKind.Code:
                EndBlock(part);
                break;
            default:
                if (part.Kind < ContentKind.Paragraph)
                    _structures--;
                if (IsMarkInCode(part.Kind))
                    LeaveCode();
                Close(part);
                if (IsMarkInCode(part.Kind))
                    ReturnToCode();
                break;
        }
    }

    private bool IsMarkInCode(ContentKind kind) => _codes > 0 && kind is >= ContentKind.Link and not (ContentKind.InlineCode or ContentKind.Ruby or ContentKind.RubyText);

    public void Text(ReadOnlySpan<byte> utf8)
    {
        BeginRubyBase();
        MarkupEscape.Write(utf8, _output);
        _rowHasText = true;
    }

    public void LineBreak()
    {
        BeginRubyBase();
        _output.Add(_block == ContentKind.Code || _codes > 0 ? "\n"u8 : "<lb/>"u8);
    }

    public void Image(in ContentImage image)
    {
        BeginRubyBase();
        if (!WithImages)
            return;
        if (_codes > 0)
            LeaveCode();
        bool isOwnFigure = _block == ContentKind.None && !_inFigure;
        if (isOwnFigure)
            _output.Add("<figure>"u8);
        _output.Add("<graphic"u8);
        MarkupEscape.Address(_output, "url"u8, image.Source);
        if (image.AltText.IsEmpty)
        {
            _output.Add("/>"u8);
        }
        else
        {
            _output.Add("><desc>"u8);
            MarkupEscape.Write(image.AltText, _output);
            _output.Add("</desc></graphic>"u8);
        }
        if (isOwnFigure)
            _output.Add("</figure>\n"u8);
        if (_codes > 0)
            ReturnToCode();
    }

    public void Media(in ContentImage media)
    {
        BeginRubyBase();
        if (!WithImages)
            return;
        if (_codes > 0)
            LeaveCode();
        bool isAlone = _block == ContentKind.None;
        _output.Add(isAlone ? "<p><ref type=\"media\""u8 : "<ref type=\"media\""u8);
        MarkupEscape.Address(_output, "target"u8, media.Source);
        _output.Add((byte)'>');
        MarkupEscape.Write(media.AltText.IsEmpty ? media.Source : media.AltText, _output);
        _output.Add(isAlone ? "</ref></p>\n"u8 : "</ref>"u8);
        if (_codes > 0)
            ReturnToCode();
    }

    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay)
    {
        BeginRubyBase();
        if (_codes > 0)
            LeaveCode();
        _output.Add(isDisplay ? "<formula notation=\"TeX\" rend=\"display\">"u8 : "<formula notation=\"TeX\">"u8);
        MarkupEscape.Write(tex, _output);
        _output.Add("</formula>"u8);
        _rowHasText = true;
        if (_codes > 0)
            ReturnToCode();
    }

    public void NoteReference(int number)
    {
        BeginRubyBase();
        if (_codes > 0)
            LeaveCode();
        _output.Add("<ref type=\"note\" target=\"#note-"u8);
        Number(number);
        _output.Add("\">"u8);
        Number(number);
        _output.Add("</ref>"u8);
        _rowHasText = true;
        if (_codes > 0)
            ReturnToCode();
    }

    public void Rule()
    {
        if (_structures == 0)
            _output.Add("<milestone unit=\"section\" rend=\"rule\"/>\n"u8);
    }

    private void StartNote(int number)
    {
        if (!_inNotes)
        {
            CloseSections(0);
            _output.Add("</body>\n<back>\n<div type=\"notes\">\n"u8);
        }
        _inNotes = true;
        _structures++;
        _output.Add("<note xml:id=\"note-"u8);
        Number(number);
        _output.Add("\" n=\""u8);
        Number(number);
        _output.Add("\">\n"u8);
    }

    private void Number(int number)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(number, digits, out int length);
        _output.Add(digits[..length]);
    }
}
