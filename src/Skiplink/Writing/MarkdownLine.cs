using Skiplink.Html.Arena;

namespace Skiplink.Writing;

/// <summary>The line of Markdown that is being written.</summary>
/// <param name="document">The buffer of the document.</param>
internal sealed class MarkdownLine(ByteBuffer document)
{
    private ByteBuffer? _cell;

    /// <summary>Where the line goes: the document, or the text of a table's cell.</summary>
    public ByteBuffer Output => _cell ?? document;

    /// <summary>
    /// Where the text of the line begins as long as none of it is written, or -1 where it cannot be taken for the start of a block.
    /// </summary>
    public int Start { get; private set; } = -1;

    /// <summary>Whether nothing of the line's text is written.</summary>
    public bool IsEmpty => Start == Output.Count;

    /// <summary>Whether the line's text is a number so far, which a full stop would make an item of a list.</summary>
    public bool IsNumber { get; set; }

    /// <summary>The last byte of the line's text, or 0.</summary>
    public byte LastByte => IsEmpty ? (byte)0 : Output.Last();

    /// <summary>Begins the text of a line here.</summary>
    public void Begin() => Start = Output.Count;

    /// <summary>Begins text that cannot start a block, since a mark stands before it on the line.</summary>
    public void BeginBehindMark() => Start = -1;

    /// <summary>Goes on in a cell.</summary>
    public void EnterCell(ByteBuffer text)
    {
        _cell = text;
        Begin();
    }

    /// <summary>Goes on in the document.</summary>
    public void LeaveCell() => _cell = null;
}
