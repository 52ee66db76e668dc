using Skiplink.Content;
using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>Content → plain text: a line for each block, a blank line between blocks. The cells of a table's row are one block, parted by tabs.</summary>
internal struct PlainTextWriter(ByteBuffer output) : IContentSink
{
    private int _rows;
    private bool _rowHasText;
    private bool _cellHasText;

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
            case ContentKind.Paragraph or ContentKind.Heading or ContentKind.Code:
                if (_rows == 0)
                    StartBlock();
                else if (_cellHasText)
                    output.Add((byte)' ');
                break;
            default:
                break;
        }
    }

    public void End(ContentKind kind)
    {
        if (kind == ContentKind.Row)
            _rows--;
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        output.Add(utf8);
        _rowHasText = _cellHasText = true;
    }

    public readonly void LineBreak() => output.Add(_rows > 0 ? (byte)' ' : (byte)'\n');

    public readonly void Image(in ContentImage image)
    {
    }

    private readonly void StartBlock()
    {
        if (output.Count > 0)
            output.Add("\n\n"u8);
    }
}
