using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Content → the <c>text</c> element of a TEI P5 document (Text Encoding Initiative, "Guidelines", P5). A heading opens a <c>div</c> that
/// holds what is under it, since a <c>head</c> may stand at the start of one alone; notes stand in the back of the text and are pointed at
/// by <c>ref</c>. One is made for each page.
/// </summary>
internal sealed partial class TeiWriter : IContentSink
{
    private readonly ByteBuffer _output;
    private readonly WriteOptions _options;
    private readonly TeiRuby _ruby;

    // The levels of the divisions that are open.
    private readonly List<int> _sections = [];

    // The structure that is open, the innermost last.
    private readonly List<ContentKind> _structure = [];

    // The block that is open, or None.
    private ContentKind _block;
    private FlatRow _row;
    private bool _inNotes;

    // How many marks of code are open in each other. The element holds characters alone, so it ends where another mark begins.
    private int _codes;

    /// <summary>Starts the text.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="options">What to leave out.</param>
    /// <param name="language">The language of the text, or empty.</param>
    public TeiWriter(ByteBuffer output, WriteOptions options, ReadOnlySpan<byte> language)
    {
        (_output, _options, _ruby) = (output, options, new(output));
        output.Add("<text"u8);
        if (!language.IsEmpty)
            MarkupEscape.Attribute(output, "xml:lang"u8, language);
        output.Add(">\n<body>\n"u8);
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
        if (part.Kind < ContentKind.Paragraph)
        {
            if (part.Kind == ContentKind.Note)
                StartNote(part.Number);
            else
                StartStructure(part);
            _structure.Add(part.Kind);
        }
        else if (part.Kind < ContentKind.Link)
        {
            StartBlock(part);
        }
        else
        {
            StartMark(part);
        }
    }

    public void End(in ContentPart part)
    {
        if (part.Kind < ContentKind.Paragraph)
        {
            _structure.RemoveAt(_structure.Count - 1);
            EndStructure(part);
        }
        else if (part.Kind < ContentKind.Link)
        {
            EndBlock(part);
        }
        else
        {
            EndMark(part);
        }
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        _ruby.BeginBase();
        MarkupEscape.Write(utf8, _output);
        _row.HasText = true;
    }

    public void LineBreak()
    {
        _ruby.BeginBase();
        _output.Add(_block == ContentKind.Code || _codes > 0 ? "\n"u8 : "<lb/>"u8);
    }

    public void Image(in ContentImage image)
    {
        _ruby.BeginBase();
        if (!_options.Images)
            return;
        LeaveCode();
        bool isOwnFigure = _block == ContentKind.None && !IsInText && !_structure.Contains(ContentKind.Figure);
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
        ReturnToCode();
    }

    public void Media(in ContentImage media)
    {
        _ruby.BeginBase();
        if (!_options.Images)
            return;
        LeaveCode();
        bool isAlone = _block == ContentKind.None && !IsInText;
        _output.Add(isAlone ? "<p><ref type=\"media\""u8 : "<ref type=\"media\""u8);
        MarkupEscape.Address(_output, "target"u8, media.Source);
        _output.Add((byte)'>');
        MarkupEscape.Write(media.AltText.IsEmpty ? media.Source : media.AltText, _output);
        _output.Add(isAlone ? "</ref></p>\n"u8 : "</ref>"u8);
        ReturnToCode();
    }

    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay)
    {
        _ruby.BeginBase();
        LeaveCode();
        _output.Add(isDisplay ? "<formula notation=\"TeX\" rend=\"display\">"u8 : "<formula notation=\"TeX\">"u8);
        MarkupEscape.Write(tex, _output);
        _output.Add("</formula>"u8);
        _row.HasText = true;
        ReturnToCode();
    }

    public void NoteReference(int number)
    {
        _ruby.BeginBase();
        LeaveCode();
        _output.Add("<ref type=\"note\" target=\"#note-"u8);
        _output.AddNumber(number);
        _output.Add("\">"u8);
        _output.AddNumber(number);
        _output.Add("</ref>"u8);
        _row.HasText = true;
        ReturnToCode();
    }

    public void Rule()
    {
        if (_structure.Count == 0)
            _output.Add("<milestone unit=\"section\" rend=\"rule\"/>\n"u8);
    }

    /// <summary>Starts a division. They nest no deeper than headings do.</summary>
    private void OpenSection(int level)
    {
        CloseSections(level);
        _sections.Add(level);
        _output.Add("<div>\n"u8);
    }

    /// <summary>Ends the divisions of this level and below.</summary>
    private void CloseSections(int level)
    {
        while (_sections.Count > 0 && _sections[^1] >= level)
        {
            _sections.RemoveAt(_sections.Count - 1);
            _output.Add("</div>\n"u8);
        }
    }

    private void StartNote(int number)
    {
        if (!_inNotes)
        {
            CloseSections(0);
            _output.Add("</body>\n<back>\n<div type=\"notes\">\n"u8);
        }
        _inNotes = true;
        _output.Add("<note xml:id=\"note-"u8);
        _output.AddNumber(number);
        _output.Add("\" n=\""u8);
        _output.AddNumber(number);
        _output.Add("\">\n"u8);
    }
}
