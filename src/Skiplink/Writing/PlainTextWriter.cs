using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>
/// Content → plain text: a line for each block, a blank line between blocks. The cells of a table's row are one block, separated by tabs. A
/// note begins with its number in square brackets, as does what refers to it; a formula is its TeX.
/// </summary>
internal struct PlainTextWriter(ByteBuffer output) : IContentSink
{
    public static bool NeedsKindOnly => true;

    private int _rows;
    private bool _rowHasText;
    private bool _cellHasText;
    private bool _isLabelled;

    /// <summary>Whether a block has begun and nothing of it is written yet: a block that holds an image alone has no text.</summary>
    private bool _isPending;

    public void Start(in ContentPart part)
    {
        switch (part.Kind)
        {
            case ContentKind.Row:
                _rows++;
                _rowHasText = _cellHasText = false;
                StartBlock();
                break;
            case ContentKind.Cell when _rows > 0:
                if (_rowHasText)
                    output.Add((byte)'\t');
                _cellHasText = false;
                break;
            case ContentKind.Note:
                StartBlock();
                NoteReference(part.Number);
                output.Add((byte)' ');
                _isLabelled = true;
                break;
            case ContentKind.Paragraph or ContentKind.Heading or ContentKind.Code:
                if (_isLabelled)
                    _isLabelled = false;
                else if (_rows == 0)
                    StartBlock();
                else if (_cellHasText)
                    output.Add((byte)' ');
                break;
            case ContentKind.RubyText:
                BeginBlock();
                output.Add((byte)'(');
                break;
            case ContentKind.Credit:
                if (!_isPending)
                    output.AddSpaceBetween();
                break;
            default:
                break;
        }
    }

    public void End(in ContentPart part)
    {
        if (part.Kind == ContentKind.Row)
            _rows--;
        else if (part.Kind == ContentKind.RubyText)
            output.Add((byte)')');
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        BeginBlock();
        output.Add(utf8);
        _rowHasText = _cellHasText = true;
    }

    public void LineBreak()
    {
        if (!_isPending)
            output.Add(_rows > 0 ? (byte)' ' : (byte)'\n');
    }

    public readonly void Image(in ContentImage image)
    {
    }

    public readonly void Media(in ContentImage media)
    {
    }

    public void Formula(ReadOnlySpan<byte> tex, bool isDisplay) => Text(tex);

    public void NoteReference(int number)
    {
        BeginBlock();
        output.Add((byte)'[');
        output.AddNumber(number);
        output.Add((byte)']');
        _rowHasText = _cellHasText = true;
    }

    public readonly void Rule()
    {
    }

    private void StartBlock() => _isPending = true;

    private void BeginBlock()
    {
        if (_isPending && output.Count > 0)
            output.Add("\n\n"u8);
        _isPending = false;
    }
}
