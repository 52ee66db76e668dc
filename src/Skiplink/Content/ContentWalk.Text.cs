using Skiplink.Content.Formulas;
using Skiplink.Content.Notes;
using Skiplink.Html.Arena;
using Skiplink.PageModel;
using Skiplink.Text;

namespace Skiplink.Content;

/// <summary>Text nodes, and the TeX in them on pages where a script was to draw it.</summary>
internal sealed partial class ContentWalk
{
    // Whether the page has such a script; null while nothing has asked.
    private bool? _drawsTex;

    private void ReadText(int node)
    {
        int block = _blocks.BlockOf(node);
        if (block < 0 || _blocks[block].IsHidden)
        {
            _lastBlock = Math.Max(block, _lastBlock);
            return;
        }
        _lastBlock = block;
        // A sign without a word (a dash, a tick) goes with the row of its table.
        bool isSignInRow = _blocks[block].Words == 0 && _open.IsIn(ContentKind.Cell) && _placement.IsInKeptRow();
        if (!_selection.IsKept(block) && !isSignInRow)
            return;
        ref NodeRow row = ref _document.Nodes[node];
        ByteBuffer bytes = _recorder.Bytes;
        int from = bytes.Count;
        _recorder.SwitchTo(block);
        bool mayHoldTex = WhiteSpace.Collapse(_document.BytesFrom(new(row.DataStart, row.DataLength)), row.DataLength, bytes);
        int length = bytes.Count - from;
        if (_recorder.NoteAtLabel is > 0 and var note)
            (from, length) = WithoutLabel(note, from, length);
        if (!mayHoldTex || !ReadTex(block, from, length))
            _recorder.Text(block, from, length);
    }

    /// <summary>Takes the label that a note begins with off its first text.</summary>
    private (int From, int Length) WithoutLabel(int note, int from, int length)
    {
        int label = NoteLabels.LengthAtStart(_recorder.Bytes.Span(from, length), _notes.LabelOf(note));
        _recorder.PassLabel(isAllOfText: label == length);
        return (from + label, length - label);
    }

    /// <summary>Records text with the formulas in it; false when there are none, and then nothing is recorded.</summary>
    private bool ReadTex(int block, int from, int length)
    {
        ReadOnlySpan<byte> text = _recorder.Bytes.Span(from, length);
        TexDelimiters delimiters = new(text);
        if (!delimiters.TryFind(0, out Range formula, out bool isDisplay) || _open.IsIn(ContentKind.InlineCode)
            || !(_drawsTex ??= DrawsTex()))
            return false;
        int at = 0;
        do
        {
            (int start, int size) = formula.GetOffsetAndLength(length);
            _recorder.Text(block, from + at, start - at);
            _recorder.Formula(block, text.Slice(start + 2, size - 4).Trim((byte)' '), isDisplay);
            at = start + size;
        }
        while (delimiters.TryFind(at, out formula, out isDisplay));
        _recorder.Text(block, from + at, length - at);
        return true;
    }

    private bool DrawsTex()
    {
        foreach (PageScript script in _page.Head.Scripts)
        {
            if (TexRenderers.IsRenderer(new(_document, script.Node)))
                return true;
        }
        return false;
    }
}
